import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';

/** A line of documentation taken apart. */
export interface Line {
  /** Columns before the text. */
  readonly indent: number;
  /** Without white space at the ends; empty for a blank line. */
  readonly text: string;
  /** Where in the file `text` begins. */
  readonly start: number;
}

export function isBlank({ text }: Line): boolean {
  return text === '';
}

/** The least indentation of lines that are not blank; 0 where all are. */
export function commonIndent(lines: readonly Line[]): number {
  let common = Infinity;
  for (const line of lines) if (!isBlank(line)) common = Math.min(common, line.indent);
  return common === Infinity ? 0 : common;
}

/** Where the lines from `start` on are no longer blank or indented by more than `indent`. */
export function endOfIndented(lines: readonly Line[], start: number, indent: number): number {
  let end = start;
  for (let i = start; i < lines.length; i += 1) {
    const line = lines[i];
    if (line === undefined || (!isBlank(line) && line.indent <= indent)) break;
    if (!isBlank(line)) end = i + 1;
  }
  return end;
}

/** The lines without blank ones at the ends. */
export function trimBlank(lines: readonly Line[]): readonly Line[] {
  let start = 0;
  let end = lines.length;
  while (start < end && lines[start]?.text === '') start += 1;
  while (end > start && lines[end - 1]?.text === '') end -= 1;
  return end - start === lines.length ? lines : lines.slice(start, end);
}

/** Text from comment lines, joined by `\n` without their common indentation, which knows its places. */
export class Passage {
  readonly file: SourceFile;
  readonly text: string;
  /** Indexes into `text` at which the lines begin, and the offsets into the file. */
  readonly #indexes: number[] = [];
  readonly #offsets: number[] = [];

  constructor(file: SourceFile, lines: readonly Line[]) {
    this.file = file;
    const margin = commonIndent(lines);
    const texts: string[] = [];
    let index = 0;
    for (const line of lines) {
      const padding = isBlank(line) ? 0 : line.indent - margin;
      this.#indexes.push(index);
      this.#offsets.push(line.start - padding);
      texts.push(' '.repeat(padding) + line.text);
      index += padding + line.text.length + 1;
    }
    this.text = texts.join('\n');
  }

  /** The whole passage, in the file. */
  get span(): Span {
    return this.spanOf(0, this.text.length);
  }

  /** A stretch of `text`, in the file. */
  spanOf(start: number, end: number): Span {
    const from = this.#offsetOf(start);
    const to = end > start ? this.#offsetOf(end - 1) + 1 : from;
    return { file: this.file, start: from, end: Math.max(from, to) };
  }

  #offsetOf(index: number): number {
    let low = 0;
    let high = this.#indexes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#indexes[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return (this.#offsets[low] ?? 0) + index - (this.#indexes[low] ?? 0);
  }
}
