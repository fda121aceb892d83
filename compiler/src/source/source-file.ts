import type { Span } from './span.js';

/** A position for people: both 1-based, columns count characters. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The text of one schema file. Nodes keep offsets into it; lines are computed only when asked for. */
export class SourceFile {
  /** As the user named it: relative to the working directory where the root schema was. */
  readonly path: string;
  readonly text: string;
  /** The directive that included this file first. */
  readonly includedFrom: Span | undefined;
  #lineStarts: readonly number[] | undefined;

  constructor(path: string, text: string, includedFrom?: Span) {
    this.path = path;
    this.text = text;
    this.includedFrom = includedFrom;
  }

  /** Where the end of the file is told of: at its last line end, if it has one, as the reference does. */
  get end(): number {
    return this.text.endsWith('\n') ? this.text.length - 1 : this.text.length;
  }

  position(offset: number): Position {
    const starts = this.#lines();
    const line = findLine(starts, offset);
    const before = this.text.slice(starts[line], offset);
    return { line: line + 1, column: Array.from(before).length + 1 };
  }

  /** The text of a line (1-based) without its line end. */
  lineText(line: number): string {
    const starts = this.#lines();
    const end = line < starts.length ? starts[line] : this.text.length;
    return this.text.slice(starts[line - 1], end).replace(/[\r\n]+$/, '');
  }

  #lines(): readonly number[] {
    this.#lineStarts ??= computeLineStarts(this.text);
    return this.#lineStarts;
  }
}

/** LF, CR LF and lone CR each end a line. */
function computeLineStarts(text: string): readonly number[] {
  const starts = [0];
  const lineEnd = /\r\n|\n|\r/g;
  while (lineEnd.exec(text) !== null) starts.push(lineEnd.lastIndex);
  return starts;
}

/** The index of the last line that starts at or before `offset`. */
function findLine(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
