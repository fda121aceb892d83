import { describe, expect, it } from 'vitest';
import {
  printError,
  printEvent,
  printGreeting,
  printSuccess,
} from '../../runtime/src/message/print-message.js';
import { QmpError } from '../../runtime/src/message/qmp-error.js';
import { timestampFromMilliseconds } from '../../runtime/src/message/timestamp.js';
import { NumberLiteral } from '../../runtime/src/wire/value.js';

describe('messages of a server (wire.md 2.1, 11)', () => {
  it('are one object on a line that ends in CR LF', () => {
    const version = { qemu: { major: 1, minor: 2, micro: 3 }, package: 'p' };
    expect(printGreeting(version, ['oob'])).toBe(
      '{"QMP": {"version": {"qemu": {"major": 1, "minor": 2, "micro": 3}, "package": "p"}, ' +
        '"capabilities": ["oob"]}}\r\n',
    );
    expect(printSuccess({ a: 1 }, 'id')).toBe('{"return": {"a": 1}, "id": "id"}\r\n');
    expect(printError({ class: 'GenericError', desc: 'no' }, 7)).toBe(
      '{"error": {"class": "GenericError", "desc": "no"}, "id": 7}\r\n',
    );
    expect(printEvent('STOP', { a: 1 }, { seconds: 5, microseconds: 6 })).toBe(
      '{"event": "STOP", "data": {"a": 1}, "timestamp": {"seconds": 5, "microseconds": 6}}\r\n',
    );
  });

  it('echo every id, and none where there was none', () => {
    expect(printSuccess([], undefined)).toBe('{"return": []}\r\n');
    expect(printSuccess([], null)).toBe('{"return": [], "id": null}\r\n');
    expect(printSuccess([], 18446744073709551615n)).toContain('"id": 18446744073709551615}');
    expect(printError({ class: 'GenericError', desc: '' }, new NumberLiteral('1.50'))).toContain(
      '"id": 1.50}',
    );
  });

  it('return {} where there is no result, and leave data out where there is none', () => {
    expect(printSuccess(undefined, undefined)).toBe('{"return": {}}\r\n');
    expect(printSuccess(null, undefined)).toBe('{"return": null}\r\n');
    expect(printEvent('STOP', undefined, { seconds: 5, microseconds: 6 })).not.toContain('data');
  });

  it('may be pretty, and end in LF', () => {
    expect(printSuccess(1, undefined, { pretty: true })).toBe('{\r\n    "return": 1\r\n}\r\n');
    expect(printSuccess(1, undefined, { lineEnd: '\n' })).toBe('{"return": 1}\n');
  });

  it('never fail for the text of an error', () => {
    expect(printError({ class: 'X', desc: 'a\ud800b\uffff\u{1ffff}😀' }, undefined)).toBe(
      '{"error": {"class": "X", "desc": "a\\uFFFDb\\uFFFD\\uFFFD\\uD83D\\uDE00"}}\r\n',
    );
  });

  it('fail with the path for a result that is no JSON', () => {
    expect(() => printSuccess({ a: [NaN] }, 1)).toThrow(`'return.a[0]'`);
    expect(() => printEvent('X', { a: [NaN] }, { seconds: 0, microseconds: 0 })).toThrow(
      `'data.a[0]'`,
    );
  });
});

describe('timestampFromMilliseconds', () => {
  it('splits into seconds and microseconds', () => {
    expect(timestampFromMilliseconds(1_700_000_000_123)).toEqual({
      seconds: 1_700_000_000,
      microseconds: 123_000,
    });
    expect(timestampFromMilliseconds(999.9994)).toEqual({ seconds: 0, microseconds: 999_999 });
    expect(timestampFromMilliseconds(-0.001)).toEqual({ seconds: -1, microseconds: 999_999 });
  });
});

describe('QmpError', () => {
  it('carries class and desc, and its cause', () => {
    const cause = new Error('why');
    const error = new QmpError('DeviceNotFound', 'no such volume', { cause });
    expect(error).toMatchObject({
      name: 'QmpError',
      class: 'DeviceNotFound',
      desc: 'no such volume',
      message: 'no such volume',
      cause,
    });
  });

  it('is known across copies of the package, and nothing else is', () => {
    class Stranger extends Error {
      readonly class = 'GenericError';
      readonly desc = 'x';
    }
    const twin = new Stranger();
    expect(QmpError.is(twin)).toBe(false);
    Object.defineProperty(twin, Symbol.for('@qapi-ts/runtime/QmpError'), { value: true });
    expect(QmpError.is(twin)).toBe(true);
    expect(QmpError.is(new QmpError('GenericError', ''))).toBe(true);
    for (const other of [undefined, null, 'x', {}, new Error()]) {
      expect(QmpError.is(other)).toBe(false);
    }
  });
});
