import { readAscii } from './read-string.js';
import { NumberLiteral } from './value.js';

/** Integers of more characters are kept as text: making a bigint takes more than linear time. */
const MAX_BIGINT_LENGTH = 1024;

/** Integers of up to so many characters never exceed 2^53-1. */
export const SAFE_LENGTH = 15;

/** The value of an integer literal. */
export function readInteger(
  bytes: Uint8Array,
  start: number,
  end: number,
): number | bigint | NumberLiteral {
  if (end - start > SAFE_LENGTH) return readLongInteger(readAscii(bytes, start, end));
  const isNegative = bytes[start] === 0x2d;
  let value = 0;
  for (let i = isNegative ? start + 1 : start; i < end; i++) {
    value = value * 10 + (bytes[i] ?? 0) - 0x30;
  }
  if (!isNegative) return value;
  return value === 0 ? new NumberLiteral('-0') : -value;
}

function readLongInteger(text: string): number | bigint | NumberLiteral {
  if (text.length > MAX_BIGINT_LENGTH) return new NumberLiteral(text);
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}

/** The value of a literal with a fraction or an exponent. */
export function readDecimal(bytes: Uint8Array, start: number, end: number): number | NumberLiteral {
  const text = readAscii(bytes, start, end);
  const value = Number(text);
  return !Number.isInteger(value) && String(value) === text ? value : new NumberLiteral(text);
}
