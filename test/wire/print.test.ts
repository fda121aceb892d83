import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PrintError, printValue } from '../../runtime/src/wire/print.js';
import { NumberLiteral } from '../../runtime/src/wire/value.js';

function errorOf(value: unknown): PrintError {
  try {
    printValue(value);
  } catch (error) {
    if (error instanceof PrintError) return error;
    throw error;
  }
  throw new Error('was printed');
}

describe('printValue', () => {
  it('puts a space behind commas and colons', () => {
    expect(printValue({ a: [1, 'x', null], b: { c: true }, d: [], e: {} })).toBe(
      '{"a": [1, "x", null], "b": {"c": true}, "d": [], "e": {}}',
    );
  });

  it('prints ASCII only, with upper-case hexadecimal digits', () => {
    expect(printValue('"\\/\b\f\n\r\t\u0000\u001f\u007fé€😀')).toBe(
      String.raw`"\"\\/\b\f\n\r\t\u0000\u001F\u007F\u00E9\u20AC\uD83D\uDE00"`,
    );
    expect(printValue({ é: 1 })).toBe(String.raw`{"\u00E9": 1}`);
  });

  it('prints integers to the last digit', () => {
    expect(printValue([18446744073709551615n, -9223372036854775808n, 0n, 7])).toBe(
      '[18446744073709551615, -9223372036854775808, 0, 7]',
    );
    // String(2 ** 60) ends in 7000.
    expect(printValue(2 ** 60)).toBe('1152921504606846976');
  });

  it('prints doubles by their shortest digits, and -0 with its sign', () => {
    expect(printValue([0.1, -2.5, 1e21, 1e-7, -0])).toBe('[0.1, -2.5, 1e+21, 1e-7, -0]');
  });

  it('prints number literals as their text', () => {
    expect(printValue({ a: new NumberLiteral('1.0'), b: [new NumberLiteral('-0')] })).toBe(
      '{"a": 1.0, "b": [-0]}',
    );
  });

  it('leaves out members that are undefined, and prints own enumerable ones only', () => {
    class Volume {
      readonly size = 1;
      readonly note = undefined;
      get extra(): number {
        return this.size + 1;
      }
    }
    expect(printValue(new Volume())).toBe('{"size": 1}');
    expect(printValue(Object.create(null))).toBe('{}');
  });

  it('prints every name as a name', () => {
    const object = JSON.parse('{"__proto__": 1, "toString": 2}') as unknown;
    expect(printValue(object)).toBe('{"__proto__": 1, "toString": 2}');
  });

  it('prints every element on a line of its own, line ends being CR LF', () => {
    expect(
      printValue({ a: [1, {}], b: [], c: { d: 'x' } }, { pretty: true }).split('\r\n'),
    ).toEqual([
      '{',
      '    "a": [',
      '        1,',
      '        {',
      '        }',
      '    ],',
      '    "b": [',
      '    ],',
      '    "c": {',
      '        "d": "x"',
      '    }',
      '}',
    ]);
  });

  it.each([
    [NaN, '', 'NaN'],
    [{ a: { b: [0, Infinity] } }, 'a.b[1]', 'Infinity'],
    [undefined, '', 'undefined'],
    [[1, undefined], '[1]', 'undefined'],
    [Array(1), '[0]', 'undefined'],
    [{ a: () => 1 }, 'a', 'function'],
    [{ a: [Symbol('s')] }, 'a[0]', 'symbol'],
    [{ a: new Map() }, 'a', 'Map'],
    [{ a: new Date(0) }, 'a', 'Date'],
    [{ a: new Uint8Array(2) }, 'a', 'TypedArray'],
    [{ a: Buffer.from('x') }, 'a', 'TypedArray'],
    [{ a: ['\ud800'] }, 'a[0]', 'Unicode'],
    [{ a: '\udc00\ud800' }, 'a', 'Unicode'],
    [{ a: '\uffff' }, 'a', 'Unicode'],
    [{ a: '\u{1fffe}' }, 'a', 'Unicode'],
    [{ '\ud800': 1 }, '\ud800', 'name'],
  ])('refuses %o and names the member', (value, path, reason) => {
    const error = errorOf(value);
    expect(error.path).toBe(path);
    expect(error.message).toContain(reason);
    if (path !== '' && path !== '\ud800') expect(error.message).toContain(`'${path}'`);
  });

  it('refuses cycles', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = [cycle];
    expect(errorOf(cycle).message).toContain('cycle');
    expect(errorOf(cycle).message.length).toBeLessThan(300);
  });

  it('prints as many levels as a reader takes, and no more', () => {
    const nested = (levels: number): unknown => {
      let value: unknown = 1;
      for (let i = 0; i < levels; i++) value = [value];
      return value;
    };
    expect(printValue(nested(1024))).toHaveLength(2049);
    expect(errorOf(nested(1025)).message).toContain('nested too deep');
  });

  it('prints what JSON.parse reads back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (value, pretty) => {
        expect(JSON.parse(printValue(value, { pretty }))).toEqual(value);
      }),
    );
  });
});
