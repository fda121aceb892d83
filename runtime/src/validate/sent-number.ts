import { describeRange, integerRange, isInRange, type IntegerName } from './integer-range.js';
import { refuse, refuseType, type Reader } from './reader.js';

/** Checks an integer that is about to be sent. */
export function checkInteger(name: IntegerName): Reader {
  const range = integerRange(name);
  return (value, path, depth) => {
    if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
      return refuse(path, depth, `is ${value}, which may have been rounded; pass a bigint`);
    }
    const isInteger = typeof value === 'bigint' || Number.isInteger(value);
    if (!isInteger || !isInRange(BigInt(value as number | bigint), range)) {
      return refuseType(path, depth, describeRange(range), value);
    }
    return value;
  };
}

/** Checks a `number` that is about to be sent. */
export const checkNumber: Reader = (value, path, depth) =>
  typeof value === 'bigint' || Number.isFinite(value)
    ? value
    : refuseType(path, depth, 'a finite number', value);

/** Checks an `any` that is about to be sent: it must be there. Printing finds what is no JSON. */
export const checkAny: Reader = (value, path, depth) =>
  value === undefined ? refuseType(path, depth, 'a JSON value', value) : value;
