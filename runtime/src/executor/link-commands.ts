import type { ServerSchemaTable } from '../abi/tables.js';
import { answerFromTables } from './answered-commands.js';
import type { AnyHandler, CommandSet, HandlerTable, LinkedCommand } from './commands.js';
import { QMP_CAPABILITIES } from './negotiation.js';

export interface GivenHandlers {
  readonly handlers: HandlerTable;
  /** Undefined where out-of-band execution is off. */
  readonly oob: HandlerTable | undefined;
}

/**
 * Finds a handler for every command of the schema.
 *
 * @throws `TypeError` that names all commands without a handler and all handlers without a command.
 */
export function linkCommands(
  schema: ServerSchemaTable,
  given: GivenHandlers,
  version: unknown,
  quit: () => void,
): CommandSet {
  const answered = new Map<string, AnyHandler>(Object.entries(answerFromTables(schema, version)));
  const handlers = new Map(Object.entries(given.handlers));
  const oob = new Map(Object.entries(given.oob ?? {}));
  const commands = new Map<string, LinkedCommand>();
  const problems: string[] = [];

  // The schema's own qmp_capabilities, where it has one, takes the place of this.
  for (const table of [QMP_CAPABILITIES, ...schema.commands]) {
    const { name, allowOob } = table;
    const fromTables = answered.get(name);
    const run = fromTables ?? handlers.get(name) ?? (name === 'quit' ? quit : undefined);
    const takesOob = allowOob === true && given.oob !== undefined;
    const runOob = takesOob ? (fromTables ?? oob.get(name)) : undefined;
    if (takesOob && runOob === undefined) problems.push(`'${name}' has no out-of-band handler`);
    else if (run === undefined && runOob === undefined) problems.push(`'${name}' has no handler`);
    commands.set(name, { table, run, runOob });
  }
  for (const name of handlers.keys()) {
    if (answered.has(name)) problems.push(`'${name}' is answered by the server itself`);
    else if (!commands.has(name)) problems.push(`'${name}' is not a command of the schema`);
  }
  for (const name of oob.keys()) {
    if (commands.get(name)?.runOob === undefined)
      problems.push(`'${name}' does not have allow-oob`);
  }
  if (problems.length > 0)
    throw new TypeError(`the handlers do not fit the schema: ${problems.join('; ')}`);
  return commands;
}
