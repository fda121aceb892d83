import type { CommandTable, ObjectTable, TypeRef } from '../../../runtime/src/abi/tables.js';
import type {
  ExactOob,
  Handlers,
  OobHandlers,
  ServerSchema,
} from '../../../runtime/src/abi/server-types.js';

/** `void`, which eslint wants to see as a result only. */
type Nothing = ReturnType<() => void>;

/** The schema of executor.md section 9, as generated code would write it. */
export interface Commands {
  qmp_capabilities: { arguments: { enable?: string[] }; returns: Nothing; oob: false };
  'query-version': { arguments: undefined; returns: Version; oob: false };
  'query-commands': { arguments: undefined; returns: { name: string }[]; oob: false };
  'query-qmp-schema': { arguments: undefined; returns: unknown[]; oob: false };
  quit: { arguments: undefined; returns: Nothing; oob: false };
  echo: { arguments: { value: unknown }; returns: unknown; oob: false };
  hold: { arguments: undefined; returns: Nothing; oob: false };
  spin: { arguments: { ms: number }; returns: Nothing; oob: false };
  fail: { arguments: { class: string; desc: string }; returns: Nothing; oob: false };
  emit: { arguments: { n: number }; returns: Nothing; oob: false };
  silent: { arguments: { fail?: boolean }; returns: Nothing; oob: false };
  ping: { arguments: undefined; returns: Pong; oob: true };
  release: { arguments: undefined; returns: Nothing; oob: true };
  'oob-stats': { arguments: undefined; returns: OobStats; oob: true };
  'oob-throw': { arguments: undefined; returns: Nothing; oob: true };
  'oob-spin': { arguments: { ms: number }; returns: Nothing; oob: true };
  'oob-emit': { arguments: undefined; returns: Nothing; oob: true };
}

export interface Version {
  qemu: { major: number; minor: number; micro: number };
  package: string;
}
export interface Pong {
  count: number;
}
export interface OobStats {
  pings: number;
}

export interface Events {
  TICK: { n: number };
  BARE: undefined;
  GAUGE: { name: string; n: number };
}

const object = (name: string, ...members: ObjectTable['members']): ObjectTable => ({
  kind: 'object',
  name,
  members,
});

const version = object(
  'VersionInfo',
  {
    name: 'qemu',
    type: () =>
      object(
        'VersionTriple',
        { name: 'major', type: 'int' },
        { name: 'minor', type: 'int' },
        { name: 'micro', type: 'int' },
      ),
  },
  { name: 'package', type: 'str' },
);
const pong = object('Pong', { name: 'count', type: 'int' });
const stats = object('OobStats', { name: 'pings', type: 'int' });
const commandInfo = object('CommandInfo', { name: 'name', type: 'str' });
const capability = { kind: 'enum', name: 'QMPCapability', values: ['oob'] } as const;

function command(
  name: string,
  members: ObjectTable['members'],
  rest: Omit<CommandTable, 'kind' | 'name' | 'arguments'> = {},
): CommandTable {
  const table = object(`q_obj_${name}-arg`, ...members);
  const args = members.length === 0 ? {} : { arguments: () => table };
  return { kind: 'command', name, ...args, ...rest };
}

const ms = [{ name: 'ms', type: 'int' }] as const;
const returns = (type: TypeRef): { readonly returns: TypeRef } => ({ returns: type });

const commands: readonly CommandTable[] = [
  command('qmp_capabilities', [{ name: 'enable', type: [() => capability], optional: true }], {
    allowPreconfig: true,
  }),
  command(
    'query-version',
    [],
    returns(() => version),
  ),
  command('query-commands', [], returns([() => commandInfo])),
  command('query-qmp-schema', [], { ...returns(['any']), gen: false }),
  command('quit', []),
  command('echo', [{ name: 'value', type: 'any' }], returns('any')),
  command('hold', []),
  command('spin', ms),
  command('fail', [
    { name: 'class', type: 'str' },
    { name: 'desc', type: 'str' },
  ]),
  command('emit', [{ name: 'n', type: 'int' }]),
  command('silent', [{ name: 'fail', type: 'bool', optional: true }], { successResponse: false }),
  command('ping', [], { ...returns(() => pong), allowOob: true }),
  command('release', [], { allowOob: true }),
  command('oob-stats', [], { ...returns(() => stats), allowOob: true }),
  command('oob-throw', [], { allowOob: true }),
  command('oob-spin', ms, { allowOob: true }),
  command('oob-emit', [], { allowOob: true }),
];

const tick = object('q_obj_TICK-arg', { name: 'n', type: 'int' });
const gauge = object('q_obj_GAUGE-arg', { name: 'name', type: 'str' }, { name: 'n', type: 'int' });

export const schema: ServerSchema<Commands, Events> = {
  abi: 1,
  integers: 'number',
  commands,
  events: [
    { kind: 'event', name: 'TICK', data: () => tick },
    { kind: 'event', name: 'BARE' },
    { kind: 'event', name: 'GAUGE', data: () => gauge },
  ],
  introspection: commands.map(({ name, allowOob }) => ({
    name,
    'meta-type': 'command',
    'arg-type': '0',
    'ret-type': '0',
    ...(allowOob === true ? { 'allow-oob': true } : {}),
  })),
};

export function defineHandlers<const H extends Handlers<Commands, Events>>(handlers: H): H {
  return handlers;
}

export function defineOobHandlers<const H extends OobHandlers<Commands, Events>>(
  handlers: H & ExactOob<Commands, H>,
): H {
  return handlers;
}
