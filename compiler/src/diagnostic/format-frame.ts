import type { Span } from '../source/span.js';
import type { Diagnostic } from './diagnostic.js';
import { groupMarks } from './frame/group-marks.js';
import { PLAIN_PALETTE, type Palette } from './frame/palette.js';
import { toVisible } from './frame/shown-text.js';
import { showSnippet, type Mark } from './frame/snippet.js';
import { includeChain } from './include-chain.js';

/** How frames look. */
export interface FrameStyle {
  readonly palette: Palette;
  /** Columns of the terminal. */
  readonly columns: number;
}

export const PLAIN_STYLE: FrameStyle = { palette: PLAIN_PALETTE, columns: 100 };

/** Lines of code get at least this many columns, even if a narrow terminal breaks them. */
const MIN_WIDTH = 40;

/** A problem with the text that it is about, for people. Ends with a line end. */
export function formatFrame(diagnostic: Diagnostic, style: FrameStyle = PLAIN_STYLE): string {
  const { palette } = style;
  const { severity, code, message, definition } = diagnostic;
  const groups = groupMarks(diagnostic, palette);
  const margin = ' '.repeat(Math.max(...groups.flat().map(({ span }) => digitsOf(span))));
  const bar = `${margin} ${palette.dim('|')}`;
  const owner = definition ? palette.dim(` in ${definition.kind} ${definition.name}`) : '';
  const sections = [
    ...groups.map((marks, index) => [
      index === 0
        ? `${margin}${palette.dim('-->')} ${locate(marks[0].span)}${owner}`
        : `${margin}${palette.dim(':::')} ${locate(marks[0].span)}`,
      ...formatSnippet(marks, margin, style),
    ]),
    remarksOf(diagnostic).map(
      ([kind, text]) => `${margin} ${palette.dim('=')} ${palette.note(kind)}: ${toVisible(text)}`,
    ),
  ];
  const heading = palette[severity](`${severity}[${code}]`);
  const body = sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join(`\n${bar}\n`);
  return `${heading}${palette.strong(`: ${toVisible(message)}`)}\n${body}\n`;
}

/** The text of one file, with its marks. A file that could not be read has none. */
function formatSnippet(
  marks: readonly [Mark, ...Mark[]],
  margin: string,
  { palette, columns }: FrameStyle,
): readonly string[] {
  if (marks[0].span.file.text === '') return [];
  const width = Math.max(MIN_WIDTH, columns - `${margin} | `.length);
  const bar = { number: '', text: '' };
  return [bar, ...showSnippet(marks, width)].map(({ number, text }) => {
    const isGap = number === '...';
    const head = isGap ? number.padEnd(margin.length + 2) : `${number.padStart(margin.length)} |`;
    return text === '' ? palette.dim(head.trimEnd()) : `${palette.dim(head)} ${text}`;
  });
}

/** Digits of the number of the last line of a span. */
function digitsOf({ file, end }: Span): number {
  return String(file.position(end).line).length;
}

function locate({ file, start }: Span): string {
  if (file.text === '') return toVisible(file.path);
  const { line, column } = file.position(start);
  return `${toVisible(file.path)}:${line}:${column}`;
}

/** What is said below the text. */
function remarksOf({ span, help }: Diagnostic): readonly (readonly [string, string])[] {
  const { directives, omitted } = includeChain(span.file);
  const remarks: (readonly [string, string])[] = [];
  for (const [index, directive] of directives.entries()) {
    if (omitted > 0 && index === directives.length - 1) {
      remarks.push(['note', `... through ${omitted} more files ...`]);
    }
    remarks.push(['note', `in file included from ${locate(directive)}`]);
  }
  if (help !== undefined) remarks.push(['help', help]);
  return remarks;
}
