import type { BuiltinName } from '../schema/model.js';

interface Range {
  readonly min: bigint;
  readonly max: bigint;
}

function signed(bits: bigint): Range {
  return { min: -(1n << (bits - 1n)), max: (1n << (bits - 1n)) - 1n };
}

function unsigned(bits: bigint): Range {
  return { min: 0n, max: (1n << bits) - 1n };
}

// Servers take negative numbers for unsigned 64-bit ones, as they always did.
const UINT64: Range = { min: signed(64n).min, max: unsigned(64n).max };

const RANGES: Readonly<Partial<Record<BuiltinName, Range>>> = {
  int: signed(64n),
  int8: signed(8n),
  int16: signed(16n),
  int32: signed(32n),
  int64: signed(64n),
  uint8: unsigned(8n),
  uint16: unsigned(16n),
  uint32: unsigned(32n),
  uint64: UINT64,
  size: UINT64,
};

/** No integer type has numbers with more digits. */
const MAX_DIGITS = 20;

export function isInteger(text: string): boolean {
  return /^-?\d+$/.test(text);
}

/** The range of an integer type that the integer does not fit into; undefined where it fits. */
export function exceededRange(text: string, type: BuiltinName): Range | undefined {
  const range = RANGES[type];
  if (range === undefined) return undefined;
  if (text.length > MAX_DIGITS + 1) return range;
  const value = BigInt(text);
  return value < range.min || value > range.max ? range : undefined;
}
