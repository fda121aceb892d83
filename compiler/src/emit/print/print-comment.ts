import type { ImportSet } from './import-set.js';
import { fits } from './layout.js';
import type { DocComment } from './source-module.js';

/**
 * A TSDoc comment with the line break after it; nothing where there is no text. Whatever the lines say,
 * they neither end the comment nor hide or reorder what follows it.
 */
export function printComment(doc: DocComment, indent: string, imports: ImportSet): string {
  const [first, second] = doc.lines;
  if (first === undefined) return '';
  for (const link of doc.links) imports.use(link);
  if (second === undefined) {
    const line = `${indent}/** ${clean(first)} */`;
    if (fits(line)) return `${line}\n`;
  }
  let text = `${indent}/**\n`;
  for (const line of doc.lines) {
    text += line === '' ? `${indent} *\n` : `${indent} * ${clean(line)}\n`;
  }
  return `${text}${indent} */\n`;
}

/** A `//` comment. */
export function printLineComment(text: string): string {
  return `// ${clean(text)}\n`;
}

// Control characters, line separators, and marks that change the direction of text.
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

function clean(line: string): string {
  const text = UNSAFE.test(line) ? line.replace(UNSAFE, ' ') : line;
  return (text.includes('*/') ? text.replaceAll('*/', '*\\/') : text).trimEnd();
}
