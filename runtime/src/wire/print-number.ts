/** The JSON text of a number, or `undefined` if there is none. */
export function printNumber(value: number): string | undefined {
  if (Number.isSafeInteger(value)) return Object.is(value, -0) ? '-0' : String(value);
  if (!Number.isFinite(value)) return undefined;
  // From 2^53 on String() rounds to the shortest digits that read back as the same double. Readers
  // take them for an integer, so all digits must be right; from 1e21 on there is an exponent.
  return Number.isInteger(value) && Math.abs(value) < 1e21
    ? BigInt(value).toString()
    : String(value);
}
