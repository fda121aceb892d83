import { checkDefinitions } from '../check/check-definitions.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { DiagnosticSession, type DocsMode } from '../diagnostic/session.js';
import type { Host } from '../host/host.js';
import type { Schema } from '../schema/model.js';
import { resolveSchema } from '../schema/resolve.js';
import type { SourceFile } from '../source/source-file.js';
import { loadSchema } from '../syntax/load.js';

export interface CompileOptions {
  readonly host: Host;
  /** How problems of documentation count. Default `warn`. */
  readonly docs?: DocsMode;
}

export interface Compilation {
  /** Undefined where there are errors. */
  readonly schema: Schema | undefined;
  /** In the order in which the reference comes across them. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was read. */
  readonly files: readonly SourceFile[];
}

/**
 * Compiles a schema: loads its files, checks each definition, resolves the names. Bad input becomes
 * diagnostics; this throws only where the compiler itself is wrong.
 */
export function compileSchema(path: string, options: CompileOptions): Compilation {
  const session = new DiagnosticSession(options.docs ?? 'warn');
  const loaded = loadSchema(path, options.host, session);
  const { files } = loaded;
  const fail = (): Compilation => ({ schema: undefined, diagnostics: session.diagnostics, files });
  // A file that could not be read takes names with it, so that nothing can be said of the rest.
  if (!loaded.isComplete) return fail();
  const checked = checkDefinitions(loaded, session);
  const schema = resolveSchema(loaded, checked, session);
  return session.hasErrors ? fail() : { schema, diagnostics: session.diagnostics, files };
}
