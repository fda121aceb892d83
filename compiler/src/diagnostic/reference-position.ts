import type { Diagnostic } from './diagnostic.js';

/** A place as the reference implementation names it. */
export interface ReferencePosition {
  readonly line: number;
  /** Null where it names the line only. */
  readonly column: number | null;
}

/**
 * Where the reference reports a problem. Its columns are its own: a tab sets the column back into the range
 * of 1 to 8 instead of advancing it to the next tab stop.
 */
export function referencePosition({ anchor, hasColumn }: Diagnostic): ReferencePosition {
  const { file, start } = anchor;
  const { line } = file.position(start);
  if (!hasColumn) return { line, column: null };
  let column = 1;
  for (const character of file.textBefore(start)) {
    column = character === '\t' ? ((column + 7) % 8) + 1 : column + 1;
  }
  return { line, column };
}
