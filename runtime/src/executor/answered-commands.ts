import type { AnsweredCommandName } from '../abi/server-types.js';
import type { ServerSchemaTable } from '../abi/tables.js';
import type { AnyHandler } from './commands.js';
import { refuseNegotiation } from './negotiation.js';
import { FixedResult } from './reply.js';

/** The handlers of the commands that the runtime answers from the tables. */
export function answerFromTables(
  schema: ServerSchemaTable,
  version: unknown,
): Readonly<Record<AnsweredCommandName, AnyHandler>> {
  const introspection = new FixedResult(schema.introspection);
  const commands = new FixedResult(schema.commands.map(({ name }) => ({ name })));
  const versionResult = new FixedResult(version);
  return {
    qmp_capabilities: refuseNegotiation,
    'query-version': () => versionResult,
    'query-commands': () => commands,
    'query-qmp-schema': () => introspection,
  };
}
