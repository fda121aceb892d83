import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WireParser } from '../../runtime/src/wire/parser.js';
import { printValue } from '../../runtime/src/wire/print.js';
import { bytesOf, drain, itemsBytewise, itemsOf } from './items.js';
import { wireValue } from './wire-value.js';

/** Bytes that have a meaning in the grammar come more often than others. */
const soup = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...Array.from('{}[],:"\'\\ue0123.-+E \n\t/ntf')) },
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          '{"a":1}',
          '{"a":',
          '"a"',
          "'b'",
          '[1,2]',
          'true',
          'null',
          '-0',
          '1e5',
          '12345678901234567890',
          '"\\ud83d\\ude00"',
          '{"execute":"x","id":7}\r\n',
          '"a":1,"a":2',
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom('\u0001', '\u00e9', '\ufdd0', '\u007f') },
    ),
    { maxLength: 60 },
  )
  .map((parts) => bytesOf(parts.join('')));

/** Plain messages, most of them with one byte changed: what the plain way has to leave to the full one. */
const nearlyPlain = fc
  .record({
    message: fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), plainValue(), {
      minKeys: 1,
      maxKeys: 3,
      noNullPrototype: true,
    }),
    place: fc.nat(),
    byte: fc.oneof(
      fc.constant(undefined),
      fc.constantFrom(...Array.from('0.e-\\"\'{}[],:x\t', (char) => char.charCodeAt(0))),
      fc.nat(255),
    ),
    removed: fc.nat(1),
  })
  .map(({ message, place, byte, removed }) => {
    const text = Array.from(bytesOf(printValue(message)));
    if (byte !== undefined) text.splice(place % text.length, removed, byte);
    return Uint8Array.from([...text, 0x0a]);
  });

function plainValue(): fc.Arbitrary<unknown> {
  return fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, true, false, 0, 7, -7, 123456789012345, 'ab', 'a longer text', 'é\n"'),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b'), tie('value'), { noNullPrototype: true }),
    ),
  })).value;
}

const bytes = fc.oneof(soup, nearlyPlain, fc.uint8Array({ maxLength: 60 }));

/** Cuts bytes at random places. */
const cutBytes = bytes.chain((whole) =>
  fc.array(fc.nat(whole.length), { maxLength: 8 }).map((places) => {
    const cuts = [0, ...places.toSorted((a, b) => a - b), whole.length];
    return { whole, chunks: cuts.slice(1).map((end, i) => whole.subarray(cuts[i], end)) };
  }),
);

describe('the parser', () => {
  it('finds the same items wherever the stream is cut', () => {
    fc.assert(
      fc.property(cutBytes, ({ whole, chunks }) => {
        expect(itemsOf(chunks)).toEqual(itemsOf([whole]));
      }),
      { numRuns: 3000 },
    );
  });

  it('finds the same items by the plain way and by the full one', () => {
    fc.assert(
      fc.property(bytes, (whole) => {
        expect(itemsOf([whole])).toEqual(itemsBytewise(whole));
      }),
      { numRuns: 3000 },
    );
  });

  it('finds the same items by both ways within every limit', () => {
    const limits = fc.record({
      tokenBytes: fc.integer({ min: 1, max: 60 }),
      tokens: fc.integer({ min: 1, max: 30 }),
      nesting: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.oneof(soup, nearlyPlain), limits, (whole, bounds) => {
        expect(itemsOf([whole], bounds)).toEqual(itemsBytewise(whole, bounds));
      }),
      { numRuns: 3000 },
    );
  });

  it('takes any bytes without throwing, and is well again after a control byte', () => {
    fc.assert(
      fc.property(cutBytes, ({ chunks }) => {
        const parser = new WireParser();
        for (const chunk of chunks) {
          parser.push(chunk);
          for (const item of drain(parser)) expect(['value', 'error']).toContain(item.kind);
        }
        expect(parser.retainedBytes).toBe(0);
        parser.push(Uint8Array.of(1));
        const kinds = drain(parser).map(({ kind }) => kind);
        // A number or keyword may have been waiting for its end.
        expect(kinds.at(-1)).toBe('error');
        expect(kinds.length).toBeLessThanOrEqual(2);
        parser.push(bytesOf('{"ok":true}'));
        expect(drain(parser)).toEqual([{ kind: 'value', value: { ok: true } }]);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        const [item] = itemsOf([`${text}\n`]);
        if (item?.kind !== 'value') return; // what QMP refuses is tested elsewhere
        expect(JSON.parse(printValue(item.value))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('reads every value that was printed, exactly', () => {
    const space = fc.constantFrom('', ' ', '\n', '\t\r\n');
    fc.assert(
      fc.property(wireValue({ maxDepth: 4 }), fc.boolean(), space, (value, pretty, before) => {
        const text = `${before}${printValue(value, { pretty })}\r\n`;
        expect(itemsOf([text])).toEqual([{ kind: 'value', value }]);
        expect(itemsBytewise(text)).toEqual([{ kind: 'value', value }]);
      }),
      { numRuns: 1000 },
    );
  });
});
