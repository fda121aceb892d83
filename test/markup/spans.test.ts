import type { Span } from '../../compiler/src/index.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseMarkup } from '../../compiler/src/markup/parse-markup.js';
import type { Block, Inline } from '../../compiler/src/markup/tree.js';
import { comment, readDocs } from './outline.js';

interface Node {
  readonly span: Span;
}

function childrenOf(block: Block): readonly Node[] {
  switch (block.kind) {
    case 'heading':
      return block.title;
    case 'paragraph':
      return block.content;
    case 'bullet-list':
    case 'numbered-list':
      return block.items;
    case 'definition':
      return [...block.term, ...block.blocks];
    case 'quote':
      return block.blocks;
    case 'directive':
      return [...block.argument, ...block.options, ...block.blocks];
    default:
      return [];
  }
}

/** The blocks and list items inside a block. */
function innerBlocks(block: Block): readonly Block[] {
  if ('items' in block) return block.items.flatMap(({ blocks }) => blocks);
  return 'blocks' in block ? block.blocks : [];
}

/** Nodes stand in order, and inside of what they belong to. */
function expectOrder(nodes: readonly Node[], outer: Span): void {
  let at = outer.start;
  for (const { span } of nodes) {
    expect(span.file).toBe(outer.file);
    expect(span.start).toBeGreaterThanOrEqual(at);
    expect(span.end).toBeGreaterThan(span.start);
    at = span.end;
  }
  expect(at).toBeLessThanOrEqual(outer.end);
}

function expectTree(blocks: readonly Block[], outer: Span): void {
  expectOrder(blocks, outer);
  for (const block of blocks) {
    expectOrder(childrenOf(block), block.span);
    if ('items' in block) for (const item of block.items) expectOrder(item.blocks, item.span);
    expectTree(innerBlocks(block), block.span);
    for (const node of childrenOf(block)) if ('kind' in node) expectText(node as Block | Inline);
  }
}

/** Text is a verbatim piece of the file, unless it has escapes or goes over several lines. */
function expectText({ kind, span: { file, start, end }, ...node }: Block | Inline): void {
  const source = file.text.slice(start, end);
  if (kind !== 'text' || source.includes('\\') || source.includes('\n')) return;
  expect((node as { text: string }).text).toBe(source);
}

const PIECES = [
  '- ',
  '* ',
  '1. ',
  '#) ',
  '.. note:: ',
  '.. code-block:: c',
  '.. qmp-example::',
  '..',
  ':title: ',
  ':annotated:',
  '::',
  '-> {',
  '<- }',
  '...',
  '=====',
  '== ==',
  '+---+',
  '*',
  '**',
  '`',
  '``',
  ':role:',
  '@name',
  '\\',
  'http://x.y',
  'word',
  'two words',
  'é\u{1F600}',
  '.',
  ':',
  "'",
  '(',
  ')',
  '<',
  '>',
  '_',
  '\t',
];

const line = fc
  .tuple(
    fc.nat(9),
    fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })), { maxLength: 5 }),
  )
  .map(([indent, pieces]) => (' '.repeat(indent) + pieces.join('')).replaceAll(/[\r\n]/g, ' '));
const text = fc.array(line, { minLength: 1, maxLength: 14 }).map((lines) => lines.join('\n'));

it('any free-form text is parsed into a tree whose spans lie where they should', () => {
  fc.assert(
    fc.property(text, (source) => {
      for (const doc of readDocs(comment(`text\n\n${source}`))) {
        expectTree(parseMarkup(doc.body), doc.span);
      }
    }),
    { numRuns: 800 },
  );
});

it('and so is any text of a definition', () => {
  fc.assert(
    fc.property(text, text, (body, member) => {
      const source = comment(`@a:\n${body}\n\n@b: ${member}\n\nFeatures:\n\n@f: text`);
      const docs = readDocs(
        `${source}{ 'command': 'a', 'data': { 'b': 'str' }, 'features': [ 'f' ] }\n`,
      );
      for (const doc of docs) {
        for (const part of [doc.body, ...doc.members, ...doc.features, ...doc.sections]) {
          expect(part.lineStarts).toHaveLength(part.text === '' ? 0 : part.text.split('\n').length);
          expectTree(parseMarkup(part), doc.span);
        }
      }
    }),
    { numRuns: 500 },
  );
});
