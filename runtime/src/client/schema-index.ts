import type { CommandTable, EventTable, SchemaTable } from '../abi/tables.js';

/** The tables of a schema by wire name. */
export interface SchemaIndex {
  readonly commands: ReadonlyMap<string, CommandTable>;
  readonly events: ReadonlyMap<string, EventTable>;
}

/** Many clients may be connected by one schema. */
const indexes = new WeakMap<SchemaTable, SchemaIndex>();

export function indexSchema(schema: SchemaTable): SchemaIndex {
  const known = indexes.get(schema);
  if (known !== undefined) return known;
  const index = {
    commands: new Map(schema.commands.map((command) => [command.name, command])),
    events: new Map(schema.events.map((event) => [event.name, event])),
  };
  indexes.set(schema, index);
  return index;
}
