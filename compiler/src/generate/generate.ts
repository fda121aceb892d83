import { compileSchema } from '../compile/compile-schema.js';
import type { ConfigEntry } from '../config/config.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { emitTypeScript } from '../emit/index.js';
import { schemaInfo } from '../emit/schema-info.js';
import type { Host } from '../host/host.js';
import { applyConditions } from '../schema/apply-conditions.js';
import { conditionValue } from '../schema/condition-value.js';
import { formatWithPrettier } from './format.js';
import { planChanges, type FileChange } from './plan.js';

export interface Generation {
  readonly diagnostics: readonly Diagnostic[];
  /** What is to be done to the files of the output directory; undefined where the schema has errors. */
  readonly changes: readonly FileChange[] | undefined;
  /** How many files are generated. */
  readonly fileCount: number;
}

/** Generates the code of one schema, and compares it with what is there. Writes nothing. */
export async function generate(entry: ConfigEntry, host: Host): Promise<Generation> {
  const { schema, diagnostics } = compileSchema(entry.schema, { host, docs: entry.docs ?? 'warn' });
  if (schema === undefined) return { diagnostics, changes: undefined, fileCount: 0 };
  const holds = conditionValue(entry.define);
  const emitted = emitTypeScript(applyConditions(schema, holds), {
    integers: entry.integers ?? 'number',
    introspection: schemaInfo(schema, { holds, unmask: false }),
  });
  const files =
    entry.format === 'prettier' ? await formatWithPrettier(emitted, entry.out, host) : emitted;
  return { diagnostics, changes: planChanges(files, entry.out, host), fileCount: files.length };
}
