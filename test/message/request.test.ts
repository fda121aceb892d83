import { describe, expect, it } from 'vitest';
import { isOutOfBand, printRequest, readRequest } from '../../runtime/src/message/request.js';
import { WireParser } from '../../runtime/src/wire/parser.js';
import { NumberLiteral, type WireValue } from '../../runtime/src/wire/value.js';

const withOob = { oobEnabled: true };
const withoutOob = { oobEnabled: false };

describe('readRequest (wire.md 6)', () => {
  it('reads a request of either lane', () => {
    expect(readRequest({ execute: 'stop' }, withoutOob)).toEqual({
      kind: 'request',
      lane: 'in-band',
      command: 'stop',
      arguments: undefined,
      id: undefined,
    });
    expect(readRequest({ 'exec-oob': 'yank', arguments: { a: 1 }, id: null }, withOob)).toEqual({
      kind: 'request',
      lane: 'out-of-band',
      command: 'yank',
      arguments: { a: 1 },
      id: null,
    });
  });

  it.each<[WireValue, RegExp]>([
    [{ execute: 1 }, /'execute' must be a string/],
    [{ execute: null, 'exec-oob': 'x', arguments: [], z: 1 }, /'execute' must be a string/],
    [{ 'exec-oob': [] }, /'exec-oob' must be a string/],
    [{ execute: 'a', 'exec-oob': 'b', arguments: 1 }, /exclude each other/],
    [{ execute: 'a', arguments: null, control: 1 }, /'arguments' must be an object/],
    [{ execute: 'a', arguments: [] }, /'arguments' must be an object/],
    [{ execute: 'a', arguments: new NumberLiteral('1.0') }, /'arguments' must be an object/],
    [{ execute: 'a', control: 1 }, /'control'/],
    [{ execute: 'a', __comment: 1 }, /'__comment'/],
    [{ Execute: 'a' }, /'Execute'/],
    [{}, /needs 'execute'/],
    [{ arguments: {} }, /needs 'execute'/],
  ])('refuses %j and keeps the id', (value, desc) => {
    for (const id of [null, 0, [{}]] as WireValue[]) {
      const request = readRequest({ ...(value as object), id }, withOob);
      expect(request).toEqual({ kind: 'error', desc: expect.stringMatching(desc) as string, id });
    }
    expect(readRequest(value, withOob)).toMatchObject({ kind: 'error', id: undefined });
  });

  it.each<WireValue>([null, true, 5, 'x', [], [{ execute: 'stop' }], new NumberLiteral('1.0')])(
    'refuses %j without an id',
    (value) => {
      expect(readRequest(value, withOob)).toMatchObject({ kind: 'error', id: undefined });
    },
  );

  it('knows exec-oob only where oob is enabled', () => {
    const value = { 'exec-oob': 'yank', id: 1 };
    expect(readRequest(value, withOob)).toMatchObject({ kind: 'request', lane: 'out-of-band' });
    expect(readRequest(value, withoutOob)).toMatchObject({ kind: 'error', id: 1 });
    expect(readRequest({ 'exec-oob': 7 }, withoutOob)).toMatchObject({
      kind: 'error',
      desc: expect.stringContaining(`capability 'oob'`) as string,
    });
  });

  it('takes names as they are', () => {
    for (const command of ['', 'a\0b', '__proto__', 'constructor']) {
      expect(readRequest({ execute: command }, withOob)).toMatchObject({
        kind: 'request',
        command,
      });
    }
  });

  it('does not take inherited properties for members', () => {
    expect(
      readRequest(JSON.parse('{"__proto__": {"execute": "stop"}}') as WireValue, withOob),
    ).toMatchObject({ kind: 'error' });
  });
});

describe('isOutOfBand (wire.md 9.1)', () => {
  it.each<[WireValue, boolean]>([
    [{ 'exec-oob': 'x' }, true],
    [{ 'exec-oob': 5, nonsense: 1 }, true],
    [{ 'exec-oob': 'x', execute: 'y' }, false],
    [{ 'exec-oob': 'x', execute: null }, false],
    [{ execute: 'x' }, false],
    [{}, false],
    [['exec-oob'], false],
    ['exec-oob', false],
    [null, false],
    [new NumberLiteral('1.0'), false],
  ])('of %j is %j', (value, expected) => {
    expect(isOutOfBand(value)).toBe(expected);
  });
});

describe('printRequest', () => {
  it('prints the members that there are, and a line end', () => {
    expect(printRequest({ lane: 'in-band', command: 'stop' })).toBe('{"execute": "stop"}\r\n');
    expect(
      printRequest({
        lane: 'out-of-band',
        command: 'yank',
        arguments: { n: 2n ** 63n },
        id: 'q-1',
      }),
    ).toBe('{"exec-oob": "yank", "arguments": {"n": 9223372036854775808}, "id": "q-1"}\r\n');
  });

  it('prints what readRequest reads', () => {
    const request = { lane: 'out-of-band', command: 'é', arguments: { a: [1] }, id: null } as const;
    const parser = new WireParser();
    parser.push(new TextEncoder().encode(printRequest(request)));
    const item = parser.next();
    expect(item?.kind === 'value' && readRequest(item.value, withOob)).toEqual({
      kind: 'request',
      ...request,
    });
  });

  it('names the argument that cannot be sent', () => {
    expect(() =>
      printRequest({ lane: 'in-band', command: 'x', arguments: { a: ['\ud800'] } }),
    ).toThrow(`'arguments.a[0]'`);
  });
});
