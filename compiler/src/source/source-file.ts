import type { Span } from './span.js';

/** A position for people: both 1-based, columns count characters. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A position for editors, as their protocol has it: both 0-based, `character` counts UTF-16 units. */
export interface EditorPosition {
  readonly line: number;
  readonly character: number;
}

/** The text of one schema file. Nodes keep offsets into it; lines are computed only when asked for. */
export class SourceFile {
  /** As the user named it: relative to the working directory where the root schema was. */
  readonly path: string;
  readonly text: string;
  /** The directive that included this file first. */
  readonly includedFrom: Span | undefined;
  #lineStarts: readonly number[] | undefined;
  #pairStarts: readonly number[] | undefined;

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
    const { line, character } = this.editorPosition(offset);
    // Characters beyond U+FFFF take two units. Looked up, not counted: a line may be very long.
    const pairs =
      countBelow(this.#pairs(), offset - 1) - countBelow(this.#pairs(), offset - character);
    return { line: line + 1, column: character - pairs + 1 };
  }

  editorPosition(offset: number): EditorPosition {
    const starts = this.#lines();
    const line = countBelow(starts, offset + 1) - 1;
    return { line, character: offset - (starts[line] ?? 0) };
  }

  /** The text of the line of an offset, up to there. */
  textBefore(offset: number): string {
    const { character } = this.editorPosition(offset);
    return this.text.slice(offset - character, offset);
  }

  /** The offset of an editor's position. Beyond the end of a line or of the file is its end. */
  offsetAt({ line, character }: EditorPosition): number {
    const start = line < 0 ? 0 : this.#lines()[line];
    if (start === undefined) return this.text.length;
    return start + Math.min(Math.max(0, character), this.lineText(line + 1).length);
  }

  /** The text of a line (1-based) without its line end. */
  lineText(line: number): string {
    const starts = this.#lines();
    const end = line < starts.length ? starts[line] : this.text.length;
    return this.text.slice(starts[line - 1], end).replace(/[\r\n]+$/, '');
  }

  /** LF, CR LF and lone CR each end a line. */
  #lines(): readonly number[] {
    this.#lineStarts ??= [0, ...matches(this.text, /\r\n|\n|\r/g, 'end')];
    return this.#lineStarts;
  }

  /** Where surrogate pairs begin. */
  #pairs(): readonly number[] {
    this.#pairStarts ??= matches(this.text, /[\ud800-\udbff][\udc00-\udfff]/g, 'start');
    return this.#pairStarts;
  }
}

/** The offsets at which the matches of a global expression start or end, in order. */
function matches(text: string, expression: RegExp, edge: 'start' | 'end'): readonly number[] {
  const offsets: number[] = [];
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    offsets.push(edge === 'start' ? match.index : expression.lastIndex);
  }
  return offsets;
}

/** How many of the sorted numbers are below a limit. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
