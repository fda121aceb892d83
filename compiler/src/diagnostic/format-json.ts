import type { Span } from '../source/span.js';
import type { Diagnostic } from './diagnostic.js';
import { referencePosition } from './reference-position.js';

/**
 * One JSON object on one line. `line` and `column` are where the reference implementation reports the
 * problem, with a null column where it has none; `span` is the offending text.
 *
 * @param schema the root schema, as the user gave it.
 */
export function formatJson(diagnostic: Diagnostic, schema: string): string {
  const { anchor, severity, code, message, definition, help, notes } = diagnostic;
  const { line, column } = referencePosition(diagnostic);
  return JSON.stringify({
    schema,
    file: anchor.file.path,
    line,
    column,
    severity,
    code,
    message,
    definition: definition === undefined ? null : { kind: definition.kind, name: definition.name },
    help: help ?? null,
    span: rangeOf(diagnostic.span),
    notes: notes.map((note) => ({ message: note.message, span: rangeOf(note.span) })),
  });
}

function rangeOf({ file, start, end }: Span): object {
  const from = file.position(start);
  const to = file.position(end);
  return {
    file: file.path,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
  };
}
