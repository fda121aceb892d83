import type { Span } from '../../source/span.js';
import type { ShownLine } from './shown-line.js';

/** Lines shown at the beginning and at the end of a block that has more. */
const HEAD_LINES = 3;
const TAIL_LINES = 2;

/** A marked stretch of several lines, which is drawn to the left of them. */
export interface Block {
  /** 0-based. */
  readonly first: number;
  readonly last: number;
  /** UTF-16 units in the first line, and in the last one. */
  readonly start: number;
  readonly end: number;
  /** The stretch begins where its first line does, so that the drawing needs no row of its own there. */
  readonly isFlush: boolean;
  readonly color: (text: string) => string;
}

/** The block of a span; undefined where it stays on one line. */
export function findBlock(span: Span, color: Block['color']): Block | undefined {
  const { file, start, end } = span;
  const from = file.editorPosition(start);
  // A line end at the end of the span belongs to the line before.
  const to = file.editorPosition(Math.max(start, end - 1));
  if (from.line === to.line) return undefined;
  const before = file.text.slice(start - from.character, start);
  return {
    first: from.line,
    last: to.line,
    start: from.character,
    end: to.character + 1,
    isFlush: before.trim() === '',
    color,
  };
}

/** The lines of a block that are shown. */
export function linesOf({ first, last }: Block): readonly number[] {
  const range = (from: number, to: number): readonly number[] =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index);
  if (last - first <= HEAD_LINES + TAIL_LINES) return range(first, last);
  return [...range(first, first + HEAD_LINES - 1), ...range(last - TAIL_LINES + 1, last)];
}

/** What stands to the left of a line. */
export function edgeOfLine(block: Block | undefined, line: number): string {
  if (block === undefined) return '';
  if (line === block.first) return block.isFlush ? `${block.color('/')} ` : '  ';
  return line > block.first && line <= block.last ? `${block.color('|')} ` : '  ';
}

/** What stands to the left of a row below a line. */
export function edgeBelow(block: Block | undefined, line: number): string {
  if (block === undefined) return '';
  return line >= block.first && line < block.last ? `${block.color('|')} ` : '  ';
}

/** The rows below a line that draw the beginning or the end of the block, no wider than `width`. */
export function edgeRows(
  block: Block | undefined,
  line: number,
  shown: ShownLine,
  width: number,
): readonly string[] {
  if (block === undefined) return [];
  const { first, last, start, end, isFlush, color } = block;
  const underline = (unit: number): string => {
    const column = Math.min(shown.columns(unit, unit).start, width - 1);
    return `${'_'.repeat(column + 1)}^`;
  };
  if (line === first && !isFlush) return [color(` ${underline(start)}`)];
  return line === last ? [color(`|${underline(end - 1)}`)] : [];
}
