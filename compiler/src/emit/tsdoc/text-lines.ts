export function indentOf(line: string): number {
  let i = 0;
  while (line.charCodeAt(i) === 0x20) i++;
  return i;
}

/** Lines without the indentation that they share, and without blank lines at the ends. */
export function dedent(lines: readonly string[]): string[] {
  const trimmed = lines.map((line) => line.trimEnd());
  let shared = Infinity;
  for (const line of trimmed) if (line !== '') shared = Math.min(shared, indentOf(line));
  const start = trimmed.findIndex((line) => line !== '');
  if (start < 0) return [];
  const end = trimmed.findLastIndex((line) => line !== '');
  return trimmed.slice(start, end + 1).map((line) => line.slice(shared));
}

/** Lines of a description whose first line stands behind its name, and the others on their own. */
export function dedentDescription(text: string): string[] {
  const [first = '', ...rest] = text.split('\n');
  return dedent([first.trim(), ...dedentRest(rest)]);
}

function dedentRest(lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => line.trim() !== '');
  return start < 0 ? [] : [...lines.slice(0, start).map(() => ''), ...dedent(lines)];
}
