import type { Span } from '../source/span.js';
import type { SourceFile } from '../source/source-file.js';
import type { Diagnostic } from './diagnostic.js';

/** How parts of a frame are coloured. */
export interface Palette {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly note: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
}

const same = (text: string): string => text;

export const PLAIN_PALETTE: Palette = {
  error: same,
  warning: same,
  note: same,
  strong: same,
  dim: same,
};

const TAB_WIDTH = 8;
const MAX_WIDTH = 100;
/** Characters kept to the left of the marked text where a line is cut. */
const CONTEXT = 40;

/** The problem with the text that it is about, for people. */
export function formatFrame(diagnostic: Diagnostic, palette: Palette = PLAIN_PALETTE): string {
  const { severity, code, message, span, notes, help, definition } = diagnostic;
  const color = palette[severity];
  const spans = [span, ...notes.map((note) => note.span)];
  const width = Math.max(...spans.map(({ file, end }) => String(file.position(end).line).length));
  const margin = ' '.repeat(width);
  const lines = [`${color(`${severity}[${code}]`)}${palette.strong(`: ${message}`)}`];
  const owner =
    definition === undefined ? '' : palette.dim(` in ${definition.kind} ${definition.name}`);
  lines.push(`${margin}${palette.dim('-->')} ${locate(span)}${owner}`);
  lines.push(...frame(span, width, color, palette));
  for (const note of notes) {
    lines.push(`${margin} ${palette.note('note')}: ${note.message}`);
    lines.push(`${margin}${palette.dim('-->')} ${locate(note.span)}`);
    lines.push(...frame(note.span, width, palette.note, palette));
  }
  for (const included of includeChain(span.file)) {
    lines.push(`${margin} ${palette.note('note')}: in file included from ${locate(included)}`);
  }
  if (help !== undefined) lines.push(`${margin} ${palette.note('help')}: ${help}`);
  return `${lines.join('\n')}\n`;
}

function locate({ file, start }: Span): string {
  const { line, column } = file.position(start);
  return `${file.path}:${line}:${column}`;
}

/** The first line of the span, with a mark under the text. */
function frame(
  span: Span,
  width: number,
  color: (text: string) => string,
  palette: Palette,
): readonly string[] {
  const { file, start, end } = span;
  if (file.text === '') return [];
  const { line, column } = file.position(start);
  const last = file.position(end);
  const text = Array.from(file.lineText(line));
  const before = expand(text.slice(0, column - 1), 0);
  const markEnd = last.line === line ? last.column - 1 : text.length;
  const marked = expand(text.slice(column - 1, markEnd), before.length);
  const after = expand(text.slice(markEnd), before.length + marked.length);
  const isCut = before.length + marked.length + after.length > MAX_WIDTH;
  const skip = isCut ? Math.max(0, before.length - CONTEXT) : 0;
  const head = skip > 0 ? `...${before.slice(skip + 3)}` : before;
  const shown = `${head}${marked}${after}`;
  const code = shown.length > MAX_WIDTH ? `${shown.slice(0, MAX_WIDTH - 3)}...` : shown;
  const room = Math.max(1, Math.min(marked.length, MAX_WIDTH - head.length));
  const number = String(line).padStart(width);
  const bar = palette.dim('|');
  return [
    `${' '.repeat(width)} ${bar}`,
    `${palette.dim(number)} ${bar} ${code}`.trimEnd(),
    `${' '.repeat(width)} ${bar} ${' '.repeat(head.length)}${color('^'.repeat(room))}`,
  ];
}

/** Tabs become spaces, what cannot be seen a replacement. */
function expand(characters: readonly string[], from: number): string {
  let text = '';
  for (const character of characters) {
    if (character === '\t') text += ' '.repeat(TAB_WIDTH - ((from + text.length) % TAB_WIDTH));
    else text += /[\p{Cc}\p{Cf}]/u.test(character) ? '\uFFFD' : character;
  }
  return text;
}

function* includeChain(file: SourceFile): Generator<Span> {
  for (let at = file.includedFrom; at !== undefined; at = at.file.includedFrom) yield at;
}
