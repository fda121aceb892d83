import type { SourceFile } from '../../source/source-file.js';
import type { Span } from '../../source/span.js';
import { edgeBelow, edgeOfLine, edgeRows, findBlock, linesOf, type Block } from './block.js';
import { layOutMarks, type ColumnMark } from './mark-rows.js';
import { ShownLine } from './shown-line.js';

/** Something to be marked in the text. */
export interface Mark extends Pick<ColumnMark, 'symbol' | 'label' | 'color'> {
  readonly span: Span;
}

/** A row of a snippet. */
export interface Row {
  /** The number of the line, 1-based; `...` in the place of lines that are left out; or nothing. */
  readonly number: string;
  readonly text: string;
}

/** A mark on one line: 0-based line, UTF-16 units in it. */
interface LineMark {
  readonly mark: Mark;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The lines of one file that have marks, in order, with the marks below them.
 *
 * @param marks the most important one first. It may cover several lines; of others only the first is marked.
 * @param width columns for the text of a line.
 */
export function showSnippet(marks: readonly Mark[], width: number): readonly Row[] {
  const [first] = marks;
  if (first === undefined) return [];
  const { file } = first.span;
  const block = findBlock(first.span, first.color);
  const lineMarks = (block === undefined ? marks : marks.slice(1)).map(toLineMark);
  const lines = new Set([...(block ? linesOf(block) : []), ...lineMarks.map(({ line }) => line)]);
  const rows: Row[] = [];
  let previous: number | undefined;
  for (const line of [...lines].toSorted((a, b) => a - b)) {
    // One line that would be left out takes no more room than the dots.
    if (previous !== undefined && line - previous === 2) {
      rows.push(...showLine(file, line - 1, [], block, width));
    } else if (previous !== undefined && line - previous > 2) {
      rows.push({ number: '...', text: edgeBelow(block, line - 1).trimEnd() });
    }
    const own = lineMarks.filter((mark) => mark.line === line);
    rows.push(...showLine(file, line, own, block, width));
    previous = line;
  }
  return rows;
}

/** A line with its marks; if it is too wide to show all of them at once, once for each. */
function showLine(
  file: SourceFile,
  line: number,
  marks: readonly LineMark[],
  block: Block | undefined,
  width: number,
): readonly Row[] {
  const shown = new ShownLine(file, line, marks[0]?.start ?? 0);
  const placed = marks.map(({ mark, start, end }) => ({ mark, at: shown.columns(start, end) }));
  const all = {
    start: Math.min(shown.width, ...placed.map(({ at }) => at.start)),
    end: Math.max(0, ...placed.map(({ at }) => at.end)),
  };
  if (marks.length > 1 && !shown.fits(all, width)) {
    return marks.flatMap((mark) => showLine(file, line, [mark], block, width));
  }
  const { text, place } = shown.cut(marks.length > 0 ? all : { start: 0, end: 0 }, width);
  const columnMarks = placed.map(({ mark, at }) => ({ ...mark, ...place(at) }));
  const below = [
    ...edgeRows(block, line, shown, width),
    ...layOutMarks(columnMarks).map((row) => `${edgeBelow(block, line)}${row}`),
  ];
  return [
    { number: String(line + 1), text: `${edgeOfLine(block, line)}${text}`.trimEnd() },
    ...below.map((row) => ({ number: '', text: row })),
  ];
}

function toLineMark(mark: Mark): LineMark {
  const { file, start, end } = mark.span;
  const from = file.editorPosition(start);
  const to = file.editorPosition(end);
  const last = to.line === from.line ? to.character : file.lineText(from.line + 1).length;
  return { mark, line: from.line, start: from.character, end: last };
}
