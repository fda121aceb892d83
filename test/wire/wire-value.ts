import fc from 'fast-check';
import { hasRefusedCharacter } from '../../runtime/src/wire/text.js';
import { NumberLiteral, type WireValue } from '../../runtime/src/wire/value.js';

/** Text that QMP can carry. */
export const wireText = fc
  .oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      'toString',
      '0',
      '\0',
      '"\\/\b\f\n\r\t\u007f',
      '€😀',
    ),
  )
  .filter((text) => !hasRefusedCharacter(text));

/** Numbers in each of the forms that the parser gives them. */
const wireNumber: fc.Arbitrary<number | bigint | NumberLiteral> = fc.oneof(
  fc.maxSafeInteger().map((value) => (Object.is(value, -0) ? 0 : value)),
  fc.integer(),
  fc
    .bigInt({ min: -(2n ** 70n), max: 2n ** 70n })
    .filter((value) => !Number.isSafeInteger(Number(value))),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Number.isInteger(value)),
  fc
    .constantFrom('1.0', '1e2', '-0', '-0.0', '1.50', '1e400', '0.0e1', '12E+3')
    .map((text) => new NumberLiteral(text)),
);

/** Values as the parser gives them. */
export function wireValue({ maxDepth }: { readonly maxDepth: number }): fc.Arbitrary<WireValue> {
  const { value } = fc.letrec<{ value: WireValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth, withCrossShrink: true },
      fc.oneof(fc.constant(null), fc.boolean(), wireText, wireNumber),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(wireText, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  return value;
}
