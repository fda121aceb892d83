import type { SourceFile } from '../../source/source-file.js';
import { showCharacter, type Cell } from './shown-text.js';

/** Columns of a line as shown, from 0; `end` is exclusive. */
export interface Columns {
  readonly start: number;
  readonly end: number;
}

/** More of a line than this, in UTF-16 units to either side of what matters, is not even looked at. */
const MAX_SIDE = 2_000;
const ELLIPSIS = '...';
/** Part of the width that is left for what stands before the mark, where a line is cut. */
const LEAD = 0.4;

/** A line of a source file as a terminal shows it. */
export class ShownLine {
  readonly #cells: (Cell & { readonly column: number })[] = [];
  /** The column of each UTF-16 unit from `#offset` on, and of the end. */
  readonly #columns: number[] = [];
  readonly #offset: number;
  readonly #isCutBefore: boolean;
  readonly #isCutAfter: boolean;
  /** Columns, of the part that was looked at. */
  readonly width: number;

  /**
   * @param line 0-based.
   * @param around the UTF-16 unit of the line that must be seen.
   */
  constructor(file: SourceFile, line: number, around: number) {
    const text = file.lineText(line + 1);
    this.#offset = Math.max(0, around - MAX_SIDE);
    const end = Math.min(text.length, around + MAX_SIDE);
    this.#isCutBefore = this.#offset > 0;
    this.#isCutAfter = end < text.length;
    let column = 0;
    for (const character of text.slice(this.#offset, end)) {
      this.#columns.push(column);
      // Beyond U+FFFF a character has two units.
      if (character.length === 2) this.#columns.push(column);
      for (const cell of showCharacter(character, column)) {
        this.#cells.push({ ...cell, column });
        column += cell.width;
      }
    }
    this.#columns.push(column);
    this.width = column;
  }

  /** Where the stretch from one UTF-16 unit of the line to another is shown: at least one column. */
  columns(start: number, end: number): Columns {
    const from = this.#columnAt(start);
    return { start: from, end: Math.max(from + 1, this.#columnAt(end)) };
  }

  /** Whether all of the line, or else some of its columns, can be seen at once. */
  fits({ start, end }: Columns, max: number): boolean {
    const isWhole = this.width <= max && !this.#isCutBefore && !this.#isCutAfter;
    return isWhole || end - start <= max * (1 - 2 * LEAD);
  }

  /**
   * The part of at most `max` columns in which some columns can be seen, from their beginning on at least.
   *
   * @returns its text, and where a mark is in it.
   */
  cut(visible: Columns, max: number): { text: string; place: (mark: Columns) => Columns } {
    const lead = Math.floor(max * LEAD);
    const from = Math.max(0, Math.min(visible.start - lead, this.width - max));
    const to = Math.min(this.width, from + max);
    const head = from > 0 || this.#isCutBefore ? ELLIPSIS : '';
    const tail = to < this.width || this.#isCutAfter ? ELLIPSIS : '';
    const body = this.#slice(from + head.length, to - tail.length);
    const place = (mark: Columns): Columns => {
      const start = mark.start - from;
      return { start, end: Math.max(start + 1, Math.min(mark.end, to) - from) };
    };
    return { text: `${head}${body}${tail}`.trimEnd(), place };
  }

  #columnAt(unit: number): number {
    const index = Math.min(Math.max(0, unit - this.#offset), this.#columns.length - 1);
    return this.#columns[index] ?? 0;
  }

  /** What stands in some columns. Half of a wide character is a space. */
  #slice(from: number, to: number): string {
    let text = '';
    let column = from;
    for (const cell of this.#cells) {
      if (cell.column < from || cell.column + cell.width > to) continue;
      text += `${' '.repeat(cell.column - column)}${cell.text}`;
      column = cell.column + cell.width;
    }
    return text;
  }
}
