// A server for the recorded sessions of a real one: one process, on one socket or two.
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import {
  applyConditions,
  compileSchema,
  conditionValue,
  NodeHost,
  schemaInfo,
  type Schema,
} from '@qapi-ts/compiler';
import { serve, type Server, type ServerSchema } from '@qapi-ts/runtime/server';
import { coreHandlers, coreOobHandlers } from './core-handlers.js';
import type { AnyCommands, AnyEvents, Handler, OobHandler } from './untyped.js';
import { minimalValue } from './minimal-value.js';
import { tablesOf } from './tables-of.js';

// From build/reference-server, where this is compiled to.
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PROFILES: Readonly<Record<string, string>> = {
  core: 'test/replay/core.json',
  'qemu-7.2': '../shared/reference/schemas/qemu-7.2/qapi/qapi-schema.json',
};
const DEFINES_7_2 = '../shared/reference/introspection/qemu-7.2.live-x86_64.defines.json';
const ANSWERED = new Set([
  'qmp_capabilities',
  'query-version',
  'query-commands',
  'query-qmp-schema',
]);

const { values } = parseArgs({
  options: {
    socket: { type: 'string' },
    socket2: { type: 'string' },
    profile: { type: 'string', default: 'core' },
    'wire-profile': { type: 'string', default: 'qmp' },
  },
});

const host = new NodeHost(ROOT);
const holds = conditionValue(values.profile === 'qemu-7.2' ? readDefines() : undefined);
const full = compile(PROFILES[values.profile]);
const schema = applyConditions(full, holds);
const introspection = schemaInfo(full, { holds, unmask: false });

const handlers: Record<string, Handler> = {};
const oob: Record<string, OobHandler> = {};
for (const entity of schema.entities.values()) {
  if (entity.kind !== 'command' || ANSWERED.has(entity.name)) continue;
  const { name, returnType } = entity;
  const fallback = (): object | undefined => returnType && (minimalValue(returnType) as object);
  if (entity.allowOob) oob[name] = coreOobHandlers[name] ?? fallback;
  else handlers[name] = coreHandlers[name] ?? fallback;
}
handlers.quit = (_, { emit }) => {
  emit('SHUTDOWN', { guest: false, reason: 'host-qmp-quit' });
  void server.close();
};

const anySchema: ServerSchema<AnyCommands, AnyEvents> = { ...tablesOf(schema), introspection };

const server: Server<AnyEvents> = await serve(anySchema, {
  handlers,
  oob,
  listen: [values.socket, values.socket2]
    .filter((path) => path !== undefined)
    .map((path) => ({ path })),
  version: { major: 7, minor: 2, micro: 22, package: 'Debian 1:7.2+dfsg-7+deb12u18+b3' },
  pretty: values['wire-profile'] === 'pretty',
  exclusive: true,
  qemuCompat: true,
});
await server.closed;

function compile(path: string | undefined): Schema {
  if (path === undefined) throw new Error(`there is no profile '${values.profile}'`);
  const compiled = compileSchema(path, { host, docs: 'off' });
  if (compiled.schema === undefined) throw new Error(`${path} does not compile`);
  return compiled.schema;
}

function readDefines(): readonly string[] {
  const read = host.read(DEFINES_7_2);
  if (!read.ok) throw new Error(`${DEFINES_7_2}: ${read.reason}`);
  return JSON.parse(new TextDecoder().decode(read.bytes)) as readonly string[];
}
