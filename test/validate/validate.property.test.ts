import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IntegerMode } from '../../runtime/src/abi/tables.js';
import { checkArguments, checkReturn } from '../../runtime/src/validate/check.js';
import { decodeArguments, decodeReturn } from '../../runtime/src/validate/decode.js';
import { ValidationError } from '../../runtime/src/validate/validation-error.js';
import { WireParser } from '../../runtime/src/wire/parser.js';
import { printValue } from '../../runtime/src/wire/print.js';
import type { WireValue } from '../../runtime/src/wire/value.js';
import { isWireObject } from '../../runtime/src/wire/value.js';
import { wireValue } from '../wire/wire-value.js';
import { returning, taking } from './tables.js';
import { typedValue } from './typed-value.js';

const mode = fc.constantFrom<IntegerMode>('mixed', 'bigint');
const runs = { numRuns: 1000 };

function parse(text: string): WireValue {
  const parser = new WireParser();
  parser.push(new TextEncoder().encode(`${text} `));
  const item = parser.next();
  if (item?.kind !== 'value') throw new Error(`not one value: ${text}`);
  return item.value;
}

function faultOf(decode: () => unknown): ValidationError | undefined {
  try {
    decode();
  } catch (error) {
    if (ValidationError.is(error)) return error;
    throw error;
  }
  return undefined;
}

/** Adds a member to every object of a value. */
function extend(value: WireValue): WireValue {
  if (Array.isArray(value)) return (value as readonly WireValue[]).map(extend);
  if (!isWireObject(value)) return value;
  const entries = Object.entries(value).map(([name, member]) => [name, extend(member)] as const);
  return Object.fromEntries<WireValue>([...entries, ['not in the schema', 1]]);
}

describe('a value that fits its type', () => {
  it('is accepted, and a client that tolerates more reads the same', () => {
    fc.assert(
      fc.property(typedValue, mode, ({ type, value }, integers) => {
        const { a } = decodeArguments(taking(['a', type]), { a: value }, integers);
        expect(decodeReturn(returning(type), value, integers)).toEqual(a);
      }),
      runs,
    );
  });

  it('may be sent as it was decoded, and comes back the same', () => {
    fc.assert(
      fc.property(typedValue, mode, ({ type, value }, integers) => {
        const command = taking(['a', type]);
        const decoded = decodeArguments(command, { a: value }, integers);
        if (hasInfinity(decoded)) return; // what overflowed a double cannot be sent again
        checkArguments(command, decoded);
        checkReturn(returning(type), decoded.a);
        const sent = parse(printValue(decoded.a));
        expect(decodeArguments(command, { a: sent }, integers)).toEqual(decoded);
      }),
      runs,
    );
  });

  it('is decoded without being changed', () => {
    fc.assert(
      fc.property(typedValue, mode, ({ type, value }, integers) => {
        const before = printValue(value);
        decodeArguments(taking(['a', type]), { a: value }, integers);
        decodeReturn(returning(type), value, integers);
        expect(printValue(value)).toBe(before);
      }),
    );
  });
});

describe('a value that does not fit', () => {
  it('is refused with the path of a member that it has or lacks', () => {
    fc.assert(
      fc.property(typedValue, wireValue({ maxDepth: 3 }), ({ type }, value) => {
        const fault = faultOf(() => decodeArguments(taking(['a', type]), { a: value }, 'number'));
        if (fault === undefined) return; // it fits by chance
        expect(fault.path).toMatch(/^a/);
        expect(fault.message).toMatch(/^Member 'a/);
      }),
      runs,
    );
  });

  it('passes a client unharmed, whatever it is', () => {
    fc.assert(
      fc.property(typedValue, wireValue({ maxDepth: 3 }), ({ type }, value) => {
        const plain = decodeReturn(returning('any'), value, 'mixed');
        const decoded = decodeReturn(returning(type), value, 'mixed');
        expect(asDoubles(decoded)).toEqual(asDoubles(plain));
      }),
      runs,
    );
  });

  it('is refused for a member too many in any object, which a client keeps', () => {
    fc.assert(
      fc.property(typedValue, ({ type, value }) => {
        const extended = extend(value);
        const plain = decodeReturn(returning('any'), extended, 'mixed');
        const decoded = decodeReturn(returning(type), extended, 'mixed');
        expect(asDoubles(decoded)).toEqual(asDoubles(plain));
        if (!isWireObject(value) || type === 'any') return;
        const fault = faultOf(() => decodeArguments(taking(['a', type]), { a: extended }, 'mixed'));
        expect(fault?.path).toMatch(/^a.*not in the schema$/s);
        expect(fault?.message).toContain('is unexpected');
      }),
      runs,
    );
  });
});

/** For comparisons where a `number` of the schema has made a double of an integer. */
function asDoubles(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') return value + 0; // -0 is the integer 0
  if (Array.isArray(value)) return value.map(asDoubles);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, asDoubles(member)]),
  );
}

function hasInfinity(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasInfinity);
}
