import type { Definitions } from './definitions.js';
import { tableSymbol, type EmitContext } from './emit-context.js';
import { COMMANDS, EVENTS } from './emit-index.js';
import { TABLES_PATH } from './module-paths.js';
import type { Expression, SourceModule } from './print/source-module.js';
import { reference } from './print/type-nodes.js';
import { abiType } from './runtime-imports.js';

/** The table of the whole schema, which a client needs. */
export function emitSchemaTables(
  { commands, events }: Definitions,
  context: EmitContext,
): SourceModule {
  const list = (entries: Definitions['commands'] | Definitions['events']): Expression =>
    entries.map((entry) => ({ kind: 'symbol', symbol: tableSymbol(entry, context) }));
  return {
    path: TABLES_PATH,
    declarations: [
      {
        kind: 'const',
        name: 'tables',
        doc: { lines: ['What the runtime knows of the schema.'], links: [] },
        type: reference(abiType('ClientSchema'), COMMANDS, EVENTS),
        value: {
          kind: 'object',
          properties: [
            ['abi', 1],
            ['integers', context.integers],
            ['commands', list(commands)],
            ['events', list(events)],
          ],
        },
      },
    ],
  };
}
