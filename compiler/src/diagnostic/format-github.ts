import type { Span } from '../source/span.js';
import type { Diagnostic } from './diagnostic.js';
import { toVisible } from './frame/shown-text.js';

/**
 * A workflow command of GitHub Actions, which shows the problem as an annotation of the changed file:
 * `::error file=...,line=...,col=...,endLine=...,endColumn=...,title=CODE::MESSAGE`. Help and notes stand on
 * lines of their own inside of the message.
 */
export function formatGithub({ severity, code, message, help, notes, span }: Diagnostic): string {
  const properties = [...placeOf(span), ['title', code] as const]
    .map(([key, value]) => `${key}=${escapeProperty(value)}`)
    .join(',');
  const lines = [
    message,
    ...notes.map((note) => `note: ${note.message} (${locate(note.span)})`),
    ...(help === undefined ? [] : [`help: ${help}`]),
  ];
  return `::${severity} ${properties}::${escapeData(lines.map(toVisible).join('\n'))}`;
}

/** Annotations have columns only where they stay on one line. */
function placeOf({ file, start, end }: Span): readonly (readonly [string, string])[] {
  const from = file.position(start);
  const to = file.position(end);
  const lines = [
    ['file', file.path],
    ['line', String(from.line)],
  ] as const;
  if (from.line !== to.line) return [...lines, ['endLine', String(to.line)]];
  return [
    ...lines,
    ['col', String(from.column)],
    ['endLine', String(to.line)],
    ['endColumn', String(to.column)],
  ];
}

function locate({ file, start }: Span): string {
  const { line, column } = file.position(start);
  return `${file.path}:${line}:${column}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
