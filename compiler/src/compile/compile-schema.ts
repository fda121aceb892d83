import { checkDefinitions } from '../check/check-definitions.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { DiagnosticSession, type DocsMode } from '../diagnostic/session.js';
import { checkExamples } from '../examples/check-examples.js';
import type { Host } from '../host/host.js';
import type { Schema } from '../schema/model.js';
import { resolveSchema } from '../schema/resolve.js';
import type { SourceFile } from '../source/source-file.js';
import { loadSchema, type ParsedFile } from '../syntax/load.js';
import type { ParseCache } from '../syntax/parse-cache.js';

export interface CompileOptions {
  readonly host: Host;
  /** Remembers how files were parsed, for compiling again after a change. */
  readonly cache?: ParseCache;
  /** How problems of documentation count. Default `warn`. */
  readonly docs?: DocsMode;
  /** Whether to check the examples in the documentation of a schema without errors. Default false. */
  readonly examples?: boolean;
}

export interface Compilation {
  /** Undefined where there are errors. */
  readonly schema: Schema | undefined;
  /** In the order in which the reference comes across them. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was read. */
  readonly files: readonly SourceFile[];
  /** The same files with their syntax trees. */
  readonly parsedFiles: readonly ParsedFile[];
}

/**
 * Compiles a schema: loads its files, checks each definition, resolves the names. Bad input becomes
 * diagnostics; this throws only where the compiler itself is wrong.
 */
export function compileSchema(path: string, options: CompileOptions): Compilation {
  const session = new DiagnosticSession(options.docs ?? 'warn');
  const loaded = loadSchema(path, options.host, session, options.cache);
  const parsedFiles = loaded.files;
  const files = parsedFiles.map(({ file }) => file);
  const end = (schema: Schema | undefined): Compilation => {
    return { schema, diagnostics: session.diagnostics, files, parsedFiles };
  };
  // A file that could not be read takes names with it, so that nothing can be said of the rest.
  if (!loaded.isComplete) return end(undefined);
  const checked = checkDefinitions(loaded, session);
  const schema = resolveSchema(loaded, checked, session);
  if (session.hasErrors) return end(undefined);
  if (options.examples === true) checkExamples(schema, session);
  return end(schema);
}
