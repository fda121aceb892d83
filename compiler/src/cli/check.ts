import { compileSchema } from '../compile/compile-schema.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { DocsMode } from '../diagnostic/session.js';
import type { Host } from '../host/host.js';
import { countDiagnostics, EXIT, printDiagnostics, type Format } from './terminal.js';

export interface CheckOptions {
  readonly format: Format;
  readonly docs: DocsMode;
}

/** `qapi check`: each schema is a root of its own. */
export function runCheck(schemas: readonly string[], options: CheckOptions, host: Host): number {
  const all: Diagnostic[] = [];
  for (const path of schemas) {
    const { diagnostics } = compileSchema(path, { host, docs: options.docs });
    printDiagnostics(diagnostics, path, options.format, process.stdout);
    all.push(...diagnostics);
  }
  if (options.format === 'frame') process.stdout.write(`${countDiagnostics(all)}\n`);
  return all.some(({ severity }) => severity === 'error') ? EXIT.failed : EXIT.ok;
}
