import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnyMarkup, parseMarkup } from '../../compiler/src/markup/parse-markup.js';
import { comment, readDocs } from './outline.js';

const line = fc
  .tuple(
    fc.constantFrom('', ' ', '    '),
    fc.array(
      fc.constantFrom(
        'a',
        'Box',
        ' ',
        ': ',
        ':',
        '*',
        '- ',
        '1. ',
        '2.5',
        '.',
        '(',
        '_',
        '==',
        '@x',
      ),
      { maxLength: 6 },
    ),
  )
  .map(([indent, words]) => indent + words.join(''));
const text = fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n'));

describe('the short way for plain paragraphs', () => {
  it('leads where the parser of blocks leads', () => {
    fc.assert(
      fc.property(text, text, text, (body, member, section) => {
        const source = comment(`@a:\n${body}\n\n@b: ${member}\n\nReturns: ${section}`);
        for (const doc of readDocs(`${source}{ 'command': 'a', 'data': { 'b': 'int' } }`)) {
          for (const part of [doc.body, ...doc.members, ...doc.features, ...doc.sections]) {
            expect(parseMarkup(part)).toEqual(parseAnyMarkup(part));
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the first line of a description', () => {
  it('is one of the lines below the name where nothing stands behind it', () => {
    const source = comment('@a:\n\nErrors:\n    - one item\n      that goes on');
    const [doc] = readDocs(`${source}{ 'command': 'a' }`);
    const blocks = (doc?.sections ?? []).flatMap((section) => parseMarkup(section));
    expect(blocks.map(({ kind }) => kind)).toEqual(['bullet-list']);
  });
});
