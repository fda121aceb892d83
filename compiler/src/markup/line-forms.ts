import { isBlank, type Line } from './passage.js';

/** What a line can begin, told from the line and the one or two below it. */

const BULLET = /^[-*+\u2022\u2023\u2043](?: +|$)/;
const NUMBER = /^(?:\((\d{1,9}|#)\)|(\d{1,9}|#)[.)])(?: +|$)/;
const DIRECTIVE = /^\.\. +([A-Za-z][A-Za-z0-9_.+:-]*?) ?::(?: +(.*))?$/;
const OPTION = /^:([A-Za-z][\w-]*):(?: +(.*))?$/;
/** But not `::`, which announces literal text. */
const ADORNMENT = /^(?!::$)([!-/:-@[-`{-~])\1+$/;
/** Headings of schemas for QEMU before 10.0: `= Title`, `== Title`. */
const OLD_HEADING = /^(=+) +(?=[^\s=])/;
const MESSAGE = /^(?:->|<-)(?=[\s{.]|$)/;
const GRID_BORDER = /^\+[-=+]+\+$/;
const SIMPLE_BORDER = /^=+(?: +=+)+$/;
/** An underline that is shorter than its title must be this long. */
const MIN_UNDERLINE = 4;

/** The marker of a bullet list's item with the space behind it. */
export function matchBullet({ text }: Line): string | undefined {
  return BULLET.exec(text)?.[0];
}

/** The marker of a numbered list's item with the space behind it, and the number. */
export function matchNumber({ text }: Line): { marker: string; number: number } | undefined {
  const match = NUMBER.exec(text);
  if (match === null) return undefined;
  const digits = match[1] ?? match[2] ?? '';
  return { marker: match[0], number: digits === '#' ? 1 : Number(digits) };
}

/** Whether the line begins with a letter, as most do: then it can be a heading, but nothing else. */
export function isWording({ text }: Line): boolean {
  const first = text.charCodeAt(0) | 0x20;
  return first >= 0x61 && first <= 0x7a;
}

export function isComment({ text }: Line): boolean {
  return text === '..' || text.startsWith('.. ');
}

/** The name of a directive, and the length of what stands before its argument. */
export function matchDirective({ text }: Line): { name: string; length: number } | undefined {
  return matchNamed(DIRECTIVE, text);
}

/** The name of a directive's option, and the length of what stands before its value. */
export function matchOption({ text }: Line): { name: string; length: number } | undefined {
  return matchNamed(OPTION, text);
}

function matchNamed(pattern: RegExp, text: string): { name: string; length: number } | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  return { name: match[1] ?? '', length: text.length - (match[2]?.length ?? 0) };
}

/** A message of an example: `-> ` to the server, `<- ` to the client. */
export function isMessage({ text }: Line): boolean {
  return MESSAGE.test(text);
}

export interface HeadingForm {
  readonly adornment: string;
  readonly hasOverline: boolean;
  /** Which of the lines has the title, and from where on. */
  readonly titleLine: number;
  readonly titleStart: number;
  /** How many lines the heading takes. */
  readonly length: number;
}

/** The heading that the lines from `i` on are. */
export function matchHeading(lines: readonly Line[], i: number): HeadingForm | undefined {
  const first = lines[i];
  const second = lines[i + 1];
  const third = lines[i + 2];
  if (first === undefined || isBlank(first)) return undefined;
  const old = OLD_HEADING.exec(first.text);
  if (old !== null) {
    const titleStart = old[0].length;
    return { adornment: '=', hasOverline: false, titleLine: 0, titleStart, length: 1 };
  }
  const over = ADORNMENT.exec(first.text)?.[1];
  if (over !== undefined && second !== undefined && !isBlank(second)) {
    const isClosed = third !== undefined && ADORNMENT.exec(third.text)?.[1] === over;
    if (isClosed) {
      return { adornment: over, hasOverline: true, titleLine: 1, titleStart: 0, length: 3 };
    }
  }
  const under = second?.indent === first.indent ? ADORNMENT.exec(second.text) : null;
  const isLong = under !== null && under[0].length >= Math.min(first.text.length, MIN_UNDERLINE);
  if (over !== undefined || !isLong) return undefined;
  const adornment = under[1] ?? '';
  return { adornment, hasOverline: false, titleLine: 0, titleStart: 0, length: 2 };
}

/** Where a table that begins at `start` ends; undefined where none begins. */
export function endOfTable(lines: readonly Line[], start: number): number | undefined {
  const first = lines[start]?.text ?? '';
  if (GRID_BORDER.test(first)) return endOfRun(lines, start);
  if (!SIMPLE_BORDER.test(first)) return undefined;
  // Below the head stands a border too: it ends at the second one, or at one that nothing follows.
  let borders = 0;
  for (let i = start + 1; i < lines.length && borders < 2; i += 1) {
    if (!SIMPLE_BORDER.test(lines[i]?.text ?? '')) continue;
    borders += 1;
    const next = lines[i + 1];
    if (borders === 2 || next === undefined || isBlank(next)) return i + 1;
  }
  return endOfRun(lines, start);
}

/** Where the lines from `start` on are followed by a blank one. */
function endOfRun(lines: readonly Line[], start: number): number {
  let end = start;
  for (let line = lines[end]; line !== undefined && !isBlank(line); line = lines[end]) end += 1;
  return end;
}
