import type { DocMember, DocSection, DocText } from '../syntax/documentation.js';
import { parseBlocks } from './parse-blocks.js';
import { commonIndent, type Line } from './passage.js';
import type { Block } from './tree.js';

/**
 * Parses the markup of a part of documentation. Any text is markup: what looks broken is plain text.
 */
export function parseMarkup(doc: DocText | DocMember | DocSection): readonly Block[] {
  const lines = doc.text.split('\n').map((raw, i) => toLine(raw, doc.lineStarts[i] ?? 0));
  const [first, ...rest] = lines;
  if (first === undefined) return [];
  // The first line of a description stands behind its name, the others below it.
  const indent = isDescription(doc) && rest.length > 0 ? commonIndent(rest) : first.indent;
  return parseBlocks(doc.span.file, [{ ...first, indent }, ...rest]);
}

function isDescription(doc: DocText | DocMember | DocSection): boolean {
  return 'name' in doc || ('kind' in doc && doc.kind !== 'Plain');
}

function toLine(raw: string, start: number): Line {
  const text = raw.trimStart();
  const indent = raw.length - text.length;
  return { indent, text: text.trimEnd(), start: start + indent };
}
