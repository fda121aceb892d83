import type { DocBlock, TopLevelItem } from '../syntax/ast.js';
import { printExpression } from './print-expression.js';

/**
 * A parsed file as schema text in one form: definitions as {@link printExpression} lays them out, documentation
 * and comments as they stand, at most one blank line in a row. What cannot be printed without loss stands as
 * it is: broken text, and expressions with a comment inside.
 *
 * @param text what `items` was parsed from.
 */
export function printSchemaFile(text: string, items: readonly TopLevelItem[]): string {
  let output = '';
  let previous: TopLevelItem | undefined;
  for (const item of items) {
    output += printGap(text.slice(previous?.end ?? 0, item.start), previous, item);
    output += printItem(text, item);
    previous = item;
  }
  const tail = printGap(text.slice(previous?.end ?? 0), previous, undefined).trimEnd();
  const all = `${output}${tail}`;
  return all === '' ? '' : `${all}\n`;
}

function printItem(text: string, item: TopLevelItem): string {
  if (item.kind === 'doc') return printDocumentation(item);
  const source = text.slice(item.start, item.end);
  const isPlain = item.kind === 'expression' && item.faults.length === 0 && !hasComment(source);
  return isPlain ? printExpression(item.value) : source.trimEnd().replace(/\r\n?/g, '\n');
}

function printDocumentation({ open, lines, close }: DocBlock): string {
  const all = close === undefined ? [open, ...lines] : [open, ...lines, close];
  return all.map((line) => line.text.trimEnd()).join('\n');
}

/** Whether there is a comment outside of strings. */
function hasComment(source: string): boolean {
  for (const [token] of source.matchAll(/'[^'\r\n]*'|#/g)) if (token === '#') return true;
  return false;
}

/** The comments between two items, and the line ends that separate them. */
function printGap(
  gap: string,
  previous: TopLevelItem | undefined,
  next: TopLevelItem | undefined,
): string {
  const lines = gap.split(/\r\n|\n|\r/).map((line) => line.trim());
  // A comment on the line on which an item ends.
  const first = previous === undefined ? '' : lines.shift();
  const beside = first === undefined || first === '' ? '' : ` ${first}`;
  const blankLines = /\n{3,}/g;
  const comments = lines
    .join('\n')
    .replace(blankLines, '\n\n')
    .replace(/^\n+|\n+$/g, '');
  if (comments !== '') {
    const before = previous === undefined ? '' : '\n\n';
    return `${beside}${before}${comments}\n${lines.at(-2) === '' ? '\n' : ''}`;
  }
  if (previous === undefined) return '';
  const isDocumented = previous.kind === 'doc' && next?.kind === 'expression';
  return `${beside}${isDocumented || lines.length <= 1 ? '\n' : '\n\n'}`;
}
