import type { IntegerMode } from '../abi/tables.js';
import type { Path } from '../wire/path.js';
import { NumberLiteral } from '../wire/value.js';
import { describeRange, integerRange, isInRange, type IntegerName } from './integer-range.js';
import { refuse, refuseType, type Reader } from './reader.js';
import { readAny } from './received-any.js';

/** Reads an integer of a request, by the rules of wire.md 10.9. */
export function readIntegerStrictly(name: IntegerName, mode: IntegerMode): Reader {
  const range = integerRange(name);
  const min = Number(range.min);
  const max = Number(range.max);
  const isBigint = range.isWide && mode === 'bigint';
  return (value, path, depth) => {
    // The usual case: an integer that comes as a number is always exact.
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) {
      return isBigint ? BigInt(value) : value;
    }
    const sent = integerOf(value);
    const integer = sent !== undefined && range.min === 0n ? wrapNegative(sent) : sent;
    if (integer === undefined || !isInRange(integer, range)) {
      return refuseType(path, depth, describeRange(range), value);
    }
    return range.isWide ? convert(integer, mode, path, depth) : Number(integer);
  };
}

/** Reads an integer of a reply or an event; what is none, or out of range, passes as it is. */
export function readIntegerTolerantly(name: IntegerName, mode: IntegerMode): Reader {
  const { isWide } = integerRange(name);
  return (value, path, depth) => {
    const integer = isWide ? integerOf(value) : undefined;
    return integer === undefined ? readAny(value) : convert(integer, mode, path, depth);
  };
}

/** Reads a `number`: an integer or any other literal, as a double. */
export const readNumberStrictly: Reader = (value, path, depth) => {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof NumberLiteral) return Number(value.text);
  return refuseType(path, depth, 'a number', value);
};

/** As {@link readNumberStrictly}, but what is no number passes as it is. */
export const readNumberTolerantly: Reader = (value) =>
  typeof value === 'bigint' ? Number(value) : readAny(value);

/** The integer that was received, or `undefined`: `1.0` and `1e2` are none (wire.md 5.7). */
function integerOf(value: unknown): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : undefined;
  return value instanceof NumberLiteral && value.text === '-0' ? 0n : undefined;
}

/** Unsigned types take negative integers of 64 bits modulo 2^64. */
function wrapNegative(integer: bigint): bigint {
  return integer < 0n && integer >= -(2n ** 63n) ? integer + 2n ** 64n : integer;
}

/** An integer of a 64-bit type as the user wants it. */
function convert(integer: bigint, mode: IntegerMode, path: Path, depth: number): number | bigint {
  if (mode === 'bigint') return integer;
  const number = Number(integer);
  if (Number.isSafeInteger(number)) return number;
  if (mode === 'mixed') return integer;
  return refuse(
    path,
    depth,
    `is ${integer}, which a number cannot hold exactly; ` +
      `set integers: 'mixed' or 'bigint' when generating`,
  );
}
