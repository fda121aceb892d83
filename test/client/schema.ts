import type { ClientSchema, IntegerMode, ObjectTable, TypeRef } from '@qapi-ts/runtime/abi/v1';

/** `void`, as generated code has it. */
type Nothing = Awaited<Promise<void>>;

/** What generated code would say of the schema below. */
export interface Commands {
  'query-name': { arguments: undefined; returns: string; oob: false };
  echo: { arguments: { value: unknown }; returns: unknown; oob: false };
  count: { arguments: { from?: number; to?: number }; returns: number; oob: false };
  big: {
    arguments: { signed: number | bigint; unsigned: number | bigint };
    returns: { signed: number | bigint; unsigned: number | bigint };
    oob: false;
  };
  abort: { arguments: { job: string }; returns: Nothing; oob: true };
  ping: { arguments: undefined; returns: Nothing; oob: true };
  silent: { arguments: undefined; returns: Nothing; oob: false };
  quit: { arguments: undefined; returns: Nothing; oob: false };
}

export interface Events {
  TICK: { n: number };
  BIG: { unsigned: number | bigint };
  STOP: undefined;
}

function object(name: string, members: readonly (readonly [string, TypeRef])[]): () => ObjectTable {
  const table: ObjectTable = {
    kind: 'object',
    name,
    members: members.map(([member, type]) =>
      member.startsWith('*')
        ? { name: member.slice(1), type, optional: true }
        : { name: member, type },
    ),
  };
  return () => table;
}

const integers64 = object('Integers', [
  ['signed', 'int64'],
  ['unsigned', 'uint64'],
]);

export function makeSchema(integers: IntegerMode): ClientSchema<Commands, Events> {
  return {
    abi: 1,
    integers,
    commands: [
      { kind: 'command', name: 'query-name', returns: 'str' },
      {
        kind: 'command',
        name: 'echo',
        arguments: object('Echo', [['value', 'any']]),
        returns: 'any',
      },
      {
        kind: 'command',
        name: 'count',
        arguments: object('Range', [
          ['*from', 'int'],
          ['*to', 'int'],
        ]),
        returns: 'int',
      },
      { kind: 'command', name: 'big', arguments: integers64, returns: integers64 },
      {
        kind: 'command',
        name: 'abort',
        arguments: object('Abort', [['job', 'str']]),
        allowOob: true,
      },
      { kind: 'command', name: 'ping', allowOob: true },
      { kind: 'command', name: 'silent', successResponse: false },
      { kind: 'command', name: 'quit' },
    ],
    events: [
      { kind: 'event', name: 'TICK', data: object('Tick', [['n', 'int']]) },
      { kind: 'event', name: 'BIG', data: object('Big', [['unsigned', 'uint64']]) },
      { kind: 'event', name: 'STOP' },
    ],
  };
}

export const schema = makeSchema('number');
