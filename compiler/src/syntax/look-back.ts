import type { Span } from '../source/span.js';
import type { SourceFile } from '../source/source-file.js';

/** Strings, comments and brackets may hold each other's signs, so all are read as a whole. */
const TOKEN = /'[^'\r\n]*'?|#[^\r\n]*|[[\]{}:,]|[^[\]{}:,\s'#]+/g;

/** What stands before a place in an item. */
export interface Before {
  /** The last token; undefined at the beginning of the item. */
  readonly token: Span | undefined;
  /** The innermost bracket that is open. */
  readonly openBracket: Span | undefined;
}

/** Looks back from `offset` to the beginning of the item, which is at `start`. */
export function lookBack(file: SourceFile, start: number, offset: number): Before {
  const open: Span[] = [];
  let last: Span | undefined;
  for (const { 0: token, index } of file.text.slice(start, offset).matchAll(TOKEN)) {
    if (token.startsWith('#')) continue;
    last = { file, start: start + index, end: start + index + token.length };
    if (token === '{' || token === '[') open.push(last);
    else if (token === '}' || token === ']') open.pop();
  }
  return { token: last, openBracket: open.at(-1) };
}
