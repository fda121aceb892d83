import { compileSchema } from '../compile/compile-schema.js';
import { dumpSchema } from '../emit/dump.js';
import { schemaInfo } from '../emit/schema-info.js';
import type { Host } from '../host/host.js';
import { conditionValue } from '../schema/condition-value.js';
import type { Schema } from '../schema/model.js';
import { EXIT } from './exit.js';
import { Reporter } from './reporter.js';

export interface DumpOptions {
  readonly maxErrors: number;
}

export interface IntrospectOptions extends DumpOptions {
  readonly define: readonly string[] | undefined;
  readonly unmask: boolean;
}

/** `qapi introspect`: the answer to `query-qmp-schema`, one entry a line. */
export function runIntrospect(path: string, options: IntrospectOptions, host: Host): number {
  return show(path, options, host, (schema) => {
    const holds = conditionValue(options.define);
    const entries = schemaInfo(schema, { holds, unmask: options.unmask });
    return `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`;
  });
}

/** `qapi dump`: the resolved schema as text. */
export function runDump(path: string, options: DumpOptions, host: Host): number {
  return show(path, options, host, dumpSchema);
}

/** Prints what `format` makes of a schema; errors go to standard error. */
function show(
  path: string,
  { maxErrors }: DumpOptions,
  host: Host,
  format: (schema: Schema) => string,
): number {
  const { schema, diagnostics } = compileSchema(path, { host });
  if (schema === undefined) {
    const reporter = new Reporter({ format: 'frame', maxErrors, stream: process.stderr });
    reporter.report(
      diagnostics.filter(({ severity }) => severity === 'error'),
      path,
    );
    reporter.finish();
    return EXIT.failed;
  }
  process.stdout.write(format(schema));
  return EXIT.ok;
}
