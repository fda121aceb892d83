import { describe, expect, it } from 'vitest';
import { readServerMessage } from '../../runtime/src/message/server-message.js';
import type { WireValue } from '../../runtime/src/wire/value.js';

describe('readServerMessage', () => {
  it('reads a greeting', () => {
    const version = { qemu: { major: 7, minor: 2, micro: 0 }, package: '' };
    expect(readServerMessage({ QMP: { version, capabilities: ['oob', 5, 'x'] } })).toEqual({
      kind: 'greeting',
      version,
      capabilities: ['oob', 'x'],
    });
    expect(readServerMessage({ QMP: {} })).toEqual({
      kind: 'greeting',
      version: undefined,
      capabilities: [],
    });
  });

  it('reads replies, with and without id', () => {
    expect(readServerMessage({ return: null, id: null, more: 1 })).toEqual({
      kind: 'return',
      value: null,
      id: null,
    });
    expect(readServerMessage({ error: { class: 'New', desc: 'd', more: 1 } })).toEqual({
      kind: 'error',
      class: 'New',
      desc: 'd',
      id: undefined,
    });
  });

  it('fills in what an error reply lacks', () => {
    expect(readServerMessage({ error: {}, id: 3 })).toEqual({
      kind: 'error',
      class: 'GenericError',
      desc: '',
      id: 3,
    });
  });

  it('reads events, with and without data and timestamp', () => {
    expect(
      readServerMessage({
        event: 'E',
        data: { a: 1n },
        timestamp: { seconds: 1, microseconds: 2 },
      }),
    ).toEqual({
      kind: 'event',
      name: 'E',
      data: { a: 1n },
      timestamp: { seconds: 1, microseconds: 2 },
    });
    expect(readServerMessage({ event: 'E', timestamp: 'now' })).toEqual({
      kind: 'event',
      name: 'E',
      data: undefined,
      timestamp: undefined,
    });
  });

  it.each<WireValue>([
    null,
    5,
    [],
    [{ return: {} }],
    {},
    { id: 1 },
    { error: 'x' },
    { event: 5 },
    { event: 'E', data: [] },
    { QMP: null },
    JSON.parse('{"__proto__": {"return": 1}}') as WireValue,
  ])('finds %j malformed', (value) => {
    expect(readServerMessage(value)).toMatchObject({ kind: 'malformed' });
  });
});
