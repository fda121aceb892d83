import { code } from './escape.js';
import { indent, isProse } from './lines.js';

/** A list of named things, as Markdown. */
export function renderList(
  items: readonly { readonly label: string; readonly lines: readonly string[] }[],
): string[] {
  return items.flatMap(({ label, lines }) => {
    const [first, ...rest] = lines;
    if (first === undefined) return [`- ${label}`];
    return isProse(first)
      ? [`- ${label}: ${first}`, ...indent(rest, '  ')]
      : [`- ${label}:`, ...indent(lines, '  ')];
  });
}

/** A name of the schema, and in brackets what else is to be said of it. */
export function labelOf(name: string, remarks: readonly string[]): string {
  return remarks.length === 0 ? code(name) : `${code(name)} (${remarks.join(', ')})`;
}
