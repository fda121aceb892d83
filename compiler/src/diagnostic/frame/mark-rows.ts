import type { Columns } from './shown-line.js';

/** A stretch of a line that is underlined, with words behind the underline. */
export interface ColumnMark extends Columns {
  readonly symbol: string;
  readonly label: string;
  readonly color: (text: string) => string;
}

/** The rows below a line that hold its marks: those that fit side by side share one. */
export function layOutMarks(marks: readonly ColumnMark[]): readonly string[] {
  const rows: ColumnMark[][] = [];
  for (const mark of marks) {
    const row = rows.find((others) => others.every((other) => areApart(mark, other)));
    if (row === undefined) rows.push([mark]);
    else row.push(mark);
  }
  return rows.map((row) => printRow(row.toSorted((a, b) => a.start - b.start)));
}

function areApart(a: ColumnMark, b: ColumnMark): boolean {
  return endOf(a) < b.start || endOf(b) < a.start;
}

function endOf({ end, label }: ColumnMark): number {
  return label === '' ? end : end + 1 + label.length;
}

function printRow(marks: readonly ColumnMark[]): string {
  let text = '';
  let column = 0;
  for (const mark of marks) {
    const { start, end, symbol, label, color } = mark;
    const underline = symbol.repeat(end - start);
    text += ' '.repeat(start - column) + color(label === '' ? underline : `${underline} ${label}`);
    column = endOf(mark);
  }
  return text;
}
