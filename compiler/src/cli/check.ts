import { compileSchema } from '../compile/compile-schema.js';
import type { Format } from '../diagnostic/format.js';
import type { DocsMode } from '../diagnostic/session.js';
import { describeTally } from '../diagnostic/tally.js';
import type { Host } from '../host/host.js';
import { EXIT } from './exit.js';
import { Reporter } from './reporter.js';

export interface CheckOptions {
  readonly format: Format;
  readonly docs: DocsMode;
  readonly maxErrors: number;
}

/** `qapi check`: each schema is a root of its own. */
export function runCheck(schemas: readonly string[], options: CheckOptions, host: Host): number {
  const { format, docs, maxErrors } = options;
  const reporter = new Reporter({ format, maxErrors, stream: process.stdout });
  for (const path of schemas) {
    const { diagnostics } = compileSchema(path, { host, docs, examples: true });
    reporter.report(diagnostics, path);
  }
  reporter.finish();
  const { tally } = reporter;
  if (format === 'frame') process.stdout.write(`${describeTally(tally)}\n`);
  return tally.errors > 0 ? EXIT.failed : EXIT.ok;
}
