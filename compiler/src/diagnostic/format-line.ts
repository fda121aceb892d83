import type { Diagnostic } from './diagnostic.js';
import { toVisible } from './frame/shown-text.js';

/** `file:line:column: severity: message [code]`: one line per problem, for editors and logs. */
export function formatLine({ span, severity, message, code, help }: Diagnostic): string {
  const { line, column } = span.file.position(span.start);
  const hint = help === undefined ? '' : ` (${help})`;
  return toVisible(`${span.file.path}:${line}:${column}: ${severity}: ${message}${hint} [${code}]`);
}
