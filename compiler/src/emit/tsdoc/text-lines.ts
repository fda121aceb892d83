/** How many spaces a line starts with. */
export function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === 0x20) indent++;
  return indent;
}

/** Lines without the indentation that they share, and without blank lines at the ends. */
export function dedent(lines: readonly string[]): string[] {
  const out: string[] = [];
  let shared = Infinity;
  let blanks = 0;
  for (const line of lines) {
    const text = line.trimEnd();
    if (text === '') {
      blanks++;
      continue;
    }
    for (; blanks > 0; blanks--) if (out.length > 0) out.push('');
    shared = Math.min(shared, indentOf(text));
    out.push(text);
  }
  return shared === 0 ? out : out.map((line) => line.slice(shared));
}

/** The lines of a description whose first line stands behind a name, and the others on their own. */
export function dedentDescription(first: string, rest: readonly string[]): string[] {
  const line = first.trim();
  const lines = dedent(rest);
  if (line === '') return lines;
  return rest[0]?.trim() === '' ? [line, '', ...lines] : [line, ...lines];
}

/** Adds lines at the end, however many. */
export function append(out: string[], lines: readonly string[]): void {
  for (const line of lines) out.push(line);
}
