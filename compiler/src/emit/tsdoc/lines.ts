/** Adds lines at the end, however many. */
export function append(out: string[], lines: readonly string[]): void {
  for (const line of lines) out.push(line);
}

/** Puts something before each line, and nothing before blank ones. */
export function indent(lines: readonly string[], prefix: string): readonly string[] {
  return lines.map((line) => (line === '' ? '' : prefix + line));
}

/** Whether something may stand before the line, on the same one. */
export function isProse(line: string): boolean {
  return !/^ *(?:[-*+] |\d+[.)] |```|\||>|#)/.test(line);
}
