import { describe, expect, it } from 'vitest';
import type { TypeRef } from '../../runtime/src/abi/tables.js';
import { decodeEventData, decodeReturn } from '../../runtime/src/validate/decode.js';
import { NumberLiteral, type WireValue } from '../../runtime/src/wire/value.js';
import { alternate, carrying, enumeration, returning, struct, union } from './tables.js';

const Info = union(
  struct('Info', [
    ['type', () => enumeration('Type', 'disk', 'net')],
    ['size', 'uint64'],
    ['next?', () => Link],
  ]),
  'type',
  [['disk', () => struct('Disk', [['offset', 'int']])]],
);
const Link = alternate('Link', ['info', () => Info], ['id', 'int64']);

function decode(type: TypeRef, value: WireValue): unknown {
  return decodeReturn(returning(type), value, 'bigint');
}

describe('what a server sent', () => {
  it('has the integers of the schema converted, wherever they are', () => {
    expect(
      decode(
        [() => Info],
        [
          { type: 'disk', size: 1, offset: -2, next: { type: 'net', size: 3 } },
          { type: 'net', size: 4, next: 5 },
        ],
      ),
    ).toEqual([
      { type: 'disk', size: 1n, offset: -2n, next: { type: 'net', size: 3n } },
      { type: 'net', size: 4n, next: 5n },
    ]);
  });

  it('may have members, values and branches that the schema does not have', () => {
    expect(
      decode(() => Info, {
        type: 'tape',
        size: 1,
        offset: 2,
        extra: { a: [9007199254740993n, 1] },
      }),
    ).toEqual({ type: 'tape', size: 1n, offset: 2, extra: { a: [9007199254740993n, 1] } });
  });

  it('may lack members', () => {
    expect(decode(() => Info, {})).toEqual({});
    expect(decode(() => Info, { offset: 1 })).toEqual({ offset: 1 });
  });

  it('may be of another type', () => {
    for (const value of [null, true, 'x', [1], 7.5] as WireValue[]) {
      expect(decode(() => Info, value)).toEqual(value);
      expect(decode(() => Link, value)).toEqual(value);
    }
    for (const type of ['str', 'bool', 'null', ['int'], 'uint64'] as TypeRef[]) {
      expect(decode(type, { a: 1 })).toEqual({ a: 1 });
    }
    expect(decode('int8', 1000n)).toBe(1000n);
    expect(decode('int', new NumberLiteral('1.0'))).toBe(1);
  });

  it('has its doubles as numbers', () => {
    expect(decode(['number'], [1, 2.5, new NumberLiteral('1e2'), 2n ** 64n])).toEqual([
      1,
      2.5,
      100,
      2 ** 64,
    ]);
    expect(decode('number', 'x')).toBe('x');
  });

  it('keeps every name', () => {
    const value = JSON.parse('{"__proto__": 1, "constructor": {"__proto__": null}}') as WireValue;
    const decoded = decode(() => Info, value) as object;
    expect(Object.keys(decoded)).toEqual(['__proto__', 'constructor']);
    expect(JSON.stringify(decoded)).toBe(JSON.stringify(value));
    expect(JSON.stringify(decode('any', value))).toBe(JSON.stringify(value));
  });

  it('is undefined where the schema gives the command no result', () => {
    expect(decodeReturn({ kind: 'command', name: 'x' }, {}, 'mixed')).toBeUndefined();
    expect(decodeReturn({ kind: 'command', name: 'x', gen: false }, { a: 1 }, 'mixed')).toEqual({
      a: 1,
    });
  });

  it('may be an event with more or less data than the schema has', () => {
    const event = carrying(['n', 'int']);
    expect(decodeEventData(event, { n: 1, m: 2 }, 'bigint')).toEqual({ n: 1n, m: 2 });
    expect(decodeEventData(event, undefined, 'bigint')).toBeUndefined();
    expect(decodeEventData({ kind: 'event', name: 'X' }, undefined, 'bigint')).toBeUndefined();
    expect(decodeEventData({ kind: 'event', name: 'X' }, { a: 1 }, 'bigint')).toEqual({ a: 1 });
  });
});
