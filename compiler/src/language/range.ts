/** A stretch of a file whose text is known: offsets, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether an offset is inside a range or at one of its ends, where a cursor may touch it. */
export function touches({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** What a string holds, without its quotes: while somebody types, the closing one may be missing. */
export function nameRange(text: string, { start, end }: Range): Range {
  const from = text[start] === "'" ? start + 1 : start;
  const to = end > from && text[end - 1] === "'" ? end - 1 : end;
  return { start: from, end: to };
}
