import type { DocText } from '../syntax/documentation.js';
import type { Paragraph } from './tree.js';

/** Words in which no character begins markup. */
const WORDS = '[^\\n*`:@\\\\]*(?::(?= )[^\\n*`:@\\\\]*)*';
/** Lines that begin with a letter or digit; all but the first are indented alike. */
const PLAIN = new RegExp(
  `^( *)(?:[A-Za-z]|\\d+\\.\\d)${WORDS}(?:\\n( *)[A-Za-z0-9]${WORDS}(?:\\n\\2[A-Za-z0-9]${WORDS})*)?$`,
);
/** What is longer is left to the parser of blocks: the expression's stack grows with the text. */
const MAX_LENGTH = 4_000;

/**
 * Most documentation is a paragraph without any markup. One expression sees that much sooner than a search
 * for blocks, line by line.
 *
 * @param isBehindName whether the first line stands behind a name, so that its indentation does not count
 * @returns what the parser of blocks makes of the text too; undefined where it must be asked
 */
export function parsePlainParagraph(
  { text, span: { file }, lineStarts }: DocText,
  isBehindName: () => boolean,
): Paragraph | undefined {
  const match = text.length > MAX_LENGTH ? null : PLAIN.exec(text);
  if (match === null) return undefined;
  const indent = match[1]?.length ?? 0;
  const below = match[2]?.length ?? indent;
  if (below !== indent && !isBehindName()) return undefined;
  const lastLength = text.length - text.lastIndexOf('\n') - 1;
  const end = (lineStarts.at(-1) ?? 0) + lastLength;
  const span = { file, start: (lineStarts[0] ?? 0) + indent, end };
  const words = text.slice(indent);
  const content = below === 0 ? words : words.replaceAll(`\n${' '.repeat(below)}`, '\n');
  return { kind: 'paragraph', span, content: [{ kind: 'text', span, text: content }] };
}
