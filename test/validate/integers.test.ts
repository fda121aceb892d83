import { describe, expect, it } from 'vitest';
import type { BuiltinName, IntegerMode } from '../../runtime/src/abi/tables.js';
import { checkArguments } from '../../runtime/src/validate/check.js';
import {
  decodeArguments,
  decodeEventData,
  decodeReturn,
} from '../../runtime/src/validate/decode.js';
import { WireParser } from '../../runtime/src/wire/parser.js';
import type { WireValue } from '../../runtime/src/wire/value.js';
import { carrying, returning, taking } from './tables.js';

function parse(text: string): WireValue {
  const parser = new WireParser();
  parser.push(new TextEncoder().encode(`${text} `));
  const item = parser.next();
  if (item?.kind !== 'value') throw new Error(`not one value: ${text}`);
  return item.value;
}

/** The integer that the member is, or `refused`. */
function strictly(type: BuiltinName, text: string, mode: IntegerMode = 'mixed'): unknown {
  try {
    return decodeArguments(taking(['a', type]), { a: parse(text) }, mode).a;
  } catch {
    return 'refused';
  }
}

describe('integers of requests (wire.md 10.9)', () => {
  it.each([
    ['int8', -128, 127],
    ['int16', -32768, 32767],
    ['int32', -2147483648, 2147483647],
    ['uint8', 0, 255],
    ['uint16', 0, 65535],
    ['uint32', 0, 4294967295],
  ] as const)('%s takes from %d to %d', (type, min, max) => {
    for (const mode of ['number', 'mixed', 'bigint'] as const) {
      expect(strictly(type, String(min), mode)).toBe(min);
      expect(strictly(type, String(max), mode)).toBe(max);
      expect(strictly(type, String(min - 1), mode)).toBe('refused');
      expect(strictly(type, String(max + 1), mode)).toBe('refused');
      expect(strictly(type, '18446744073709551615', mode)).toBe('refused');
    }
  });

  it.each(['int', 'int64'] as const)('%s takes 64 bits with sign', (type) => {
    expect(strictly(type, '9223372036854775807')).toBe(9223372036854775807n);
    expect(strictly(type, '-9223372036854775808')).toBe(-9223372036854775808n);
    expect(strictly(type, '9223372036854775808')).toBe('refused');
    expect(strictly(type, '-9223372036854775809')).toBe('refused');
  });

  it.each(['uint64', 'size'] as const)(
    '%s takes 64 bits, and negative ones modulo 2^64',
    (type) => {
      expect(strictly(type, '18446744073709551615')).toBe(18446744073709551615n);
      expect(strictly(type, '18446744073709551616')).toBe('refused');
      expect(strictly(type, '-1')).toBe(18446744073709551615n);
      expect(strictly(type, '-9223372036854775808')).toBe(9223372036854775808n);
      expect(strictly(type, '-9223372036854775809')).toBe('refused');
    },
  );

  it('refuses doubles, whatever their value', () => {
    for (const type of ['int', 'int8', 'uint8', 'uint64', 'size'] as const) {
      for (const text of ['1.0', '1e2', '-0.0', '0.5', '1e400', '9'.repeat(1025)]) {
        expect(strictly(type, text)).toBe('refused');
      }
      expect(strictly(type, '-0')).toBe(0);
    }
  });
});

describe('integer modes', () => {
  const texts = [
    '7',
    '9007199254740991',
    '-9007199254740991',
    '9007199254740993',
    '-9007199254740993',
  ];

  it.each<[IntegerMode, readonly unknown[]]>([
    ['number', [7, 9007199254740991, -9007199254740991, 'refused', 'refused']],
    ['mixed', [7, 9007199254740991, -9007199254740991, 9007199254740993n, -9007199254740993n]],
    ['bigint', [7n, 9007199254740991n, -9007199254740991n, 9007199254740993n, -9007199254740993n]],
  ])('%s', (mode, values) => {
    expect(texts.map((text) => strictly('int', text, mode))).toEqual(values);
    for (const [i, text] of texts.entries()) {
      const decode = (): unknown => decodeReturn(returning('int'), parse(text), mode);
      if (values[i] === 'refused') expect(decode).toThrow();
      else expect(decode()).toBe(values[i]);
    }
  });

  it('names the member and the setting where a number cannot hold the integer', () => {
    const message =
      `Member 'l[1].n' is 18446744073709551615, which a number cannot hold exactly; ` +
      `set integers: 'mixed' or 'bigint' when generating`;
    const data = { l: [{ n: 1 }, { n: 18446744073709551615n }] };
    const entry = { kind: 'object', name: 'E', members: [{ name: 'n', type: 'size' }] } as const;
    const members = [['l', [() => entry]]] as const;
    expect(() => decodeArguments(taking(...members), data, 'number')).toThrow(message);
    expect(() => decodeEventData(carrying(...members), data, 'number')).toThrow(message);
    expect(() => decodeReturn(returning([() => entry]), data.l, 'number')).toThrow(
      /'\[1\]\.n'.*'mixed'/,
    );
  });

  it('does not touch narrow types', () => {
    expect(decodeReturn(returning(['uint32']), [1, 2], 'bigint')).toEqual([1, 2]);
  });
});

describe('integers that are about to be sent', () => {
  const check = (type: BuiltinName, value: unknown) => (): void => {
    checkArguments(taking(['a', type]), { a: value });
  };

  it('may be numbers or bigints', () => {
    for (const value of [0, -0, 7, 7n, 2 ** 53 - 1, 2n ** 63n - 1n]) {
      expect(check('int', value)).not.toThrow();
      expect(check('uint64', value)).not.toThrow();
    }
    for (const value of [127, 127n, -128, -128n]) expect(check('int8', value)).not.toThrow();
    expect(check('uint64', 2n ** 64n - 1n)).not.toThrow();
    expect(check('int64', -(2n ** 63n))).not.toThrow();
  });

  it('must be in range', () => {
    for (const [type, value] of [
      ['int8', 128],
      ['int8', -129n],
      ['uint8', -1],
      ['uint64', -1],
      ['uint64', 2n ** 64n],
      ['int64', 2n ** 63n],
      ['size', -1n],
    ] as const) {
      expect(check(type, value)).toThrow(/Member 'a' must be an integer from/);
    }
  });

  it('must be integers', () => {
    for (const value of [1.5, NaN, Infinity, '1', null, true]) {
      expect(check('int', value)).toThrow(/Member 'a' must be an integer from/);
    }
  });

  it('must not be numbers that may be rounded', () => {
    for (const value of [2 ** 53, -(2 ** 53), 1e21]) {
      expect(check('int', value)).toThrow(/Member 'a' .*pass a bigint/);
    }
  });
});
