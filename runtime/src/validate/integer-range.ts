import type { BuiltinName } from '../abi/tables.js';

/** The integer types of QAPI. */
export type IntegerName = Exclude<
  BuiltinName,
  'str' | 'number' | 'bool' | 'any' | 'null' | 'QType'
>;

/** Which integers a type has (wire.md 10.9). */
export interface IntegerRange {
  readonly min: bigint;
  readonly max: bigint;
  /** Whether the type has 64 bits, so that not all of its values are exact as numbers. */
  readonly isWide: boolean;
}

export function integerRange(name: IntegerName): IntegerRange {
  switch (name) {
    case 'int8':
      return signed(8);
    case 'int16':
      return signed(16);
    case 'int32':
      return signed(32);
    case 'int':
    case 'int64':
      return signed(64);
    case 'uint8':
      return unsigned(8);
    case 'uint16':
      return unsigned(16);
    case 'uint32':
      return unsigned(32);
    case 'uint64':
    case 'size':
      return unsigned(64);
  }
}

function signed(bits: number): IntegerRange {
  const half = 1n << BigInt(bits - 1);
  return { min: -half, max: half - 1n, isWide: bits === 64 };
}

function unsigned(bits: number): IntegerRange {
  return { min: 0n, max: (1n << BigInt(bits)) - 1n, isWide: bits === 64 };
}

/** A range in a message for people. */
export function describeRange({ min, max }: IntegerRange): string {
  return `an integer from ${min} to ${max}`;
}

export function isInRange(value: bigint, { min, max }: IntegerRange): boolean {
  return value >= min && value <= max;
}
