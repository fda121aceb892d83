import type { DocText } from '../syntax/documentation.js';
import { parseBlocks } from './parse-blocks.js';
import { commonIndent, type Line } from './passage.js';
import { parsePlainParagraph } from './plain-paragraph.js';
import type { Block } from './tree.js';

/**
 * Parses the markup of a part of documentation. Any text is markup: what looks broken is plain text.
 */
export function parseMarkup(doc: DocText): readonly Block[] {
  if (doc.text === '') return [];
  const plain = parsePlainParagraph(doc, () => isBehindName(doc));
  return plain === undefined ? parseAnyMarkup(doc) : [plain];
}

/** The same, without the short way for what has no markup. */
export function parseAnyMarkup(doc: DocText): readonly Block[] {
  const lines = doc.text.split('\n').map((raw, i) => toLine(raw, doc.lineStarts[i] ?? 0));
  const [first, ...rest] = lines;
  // Where the first line stands behind a name, it counts as indented like those below it.
  if (first === undefined || rest.length === 0 || !isBehindName(doc)) {
    return parseBlocks(doc.span.file, lines);
  }
  return parseBlocks(doc.span.file, [{ ...first, indent: commonIndent(rest) }, ...rest]);
}

/** Whether the text begins behind something else than the mark of the comment. */
function isBehindName({ span: { file }, lineStarts: [start = 0] }: DocText): boolean {
  const lineStart = file.text.lastIndexOf('\n', start - 1) + 1;
  return file.text.slice(lineStart, start).trim() !== '#';
}

function toLine(raw: string, start: number): Line {
  const text = raw.trimStart();
  const indent = raw.length - text.length;
  return { indent, text: text.trimEnd(), start: start + indent };
}
