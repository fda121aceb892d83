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
  let text = printLines(doc.lines, indent);
  if (UNCLEAN.test(text)) text = printLines(doc.lines.map(clean), indent);
  return `${text}${indent} */\n`;
}

/** A `//` comment. */
export function printLineComment(text: string): string {
  return `// ${clean(text)}\n`;
}

function printLines(lines: readonly string[], indent: string): string {
  let text = `${indent}/**\n`;
  for (const line of lines) text += line === '' ? `${indent} *\n` : `${indent} * ${line}\n`;
  return text;
}

// That there is nothing to clean, which is the rule, is quick to tell.
const UNCLEAN = /[^\n -~]|\*\/| \n/;

// Control characters, line separators, and marks that change the direction of text.
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff]/gu;

function clean(line: string): string {
  return line.replace(UNSAFE, ' ').replaceAll('*/', '*\\/').trimEnd();
}
