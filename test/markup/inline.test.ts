import { describe, expect, it } from 'vitest';
import type { Inline } from '../../compiler/src/markup/tree.js';
import { outlineInline, parseText, sourceOf } from './outline.js';

function parseParagraph(text: string): readonly Inline[] {
  const [block] = parseText(text);
  if (block?.kind !== 'paragraph') throw new Error('this is no paragraph');
  return block.content;
}

describe('inline markup', () => {
  it.each<[string, readonly unknown[]]>([
    ['plain text', ['plain text']],
    ['an *important* word', ['an ', ['emphasis', 'important'], ' word']],
    ['a **very important** word', ['a ', ['strong', 'very important'], ' word']],
    ['call ``f(*x)``.', ['call ', ['literal', 'f(*x)'], '.']],
    ['see `query-jobs`, and', ['see ', ['reference', 'query-jobs'], ', and']],
    ['see `the jobs <query-jobs>`', ['see ', ['reference', 'the jobs', 'query-jobs']]],
    [
      'see `QMP <https://example.org>`_ there',
      ['see ', ['reference', 'QMP', 'https://example.org'], ' there'],
    ],
    [
      ':event:`STOP` (:doc:`/a`)',
      [['reference', ':event:', 'STOP'], ' (', ['reference', ':doc:', '/a'], ')'],
    ],
    ['the @name of @other-name.', ['the ', ['name', 'name'], ' of ', ['name', 'other-name'], '.']],
    ['(@__org.example_x-y)', ['(', ['name', '__org.example_x-y'], ')']],
    ['(https://example.org/a_b).', ['(', ['link', 'https://example.org/a_b'], ').']],
    ['ftp://example.org, then', [['link', 'ftp://example.org'], ', then']],
    ['*two\nlines*', [['emphasis', 'two\nlines']]],
    ['`two\nlines`', [['reference', 'two lines']]],
    ['("*quoted*")', ['("', ['emphasis', 'quoted'], '")']],
    ['\\*plain\\* \\\\ a\\ b', ['*plain* \\ ab']],
  ])('%j', (text, expected) => {
    expect(parseParagraph(text).map(outlineInline)).toEqual(expected);
  });

  it.each([
    'a * b * c',
    'the ? and * wildcards',
    "the '*' wildcard",
    'KVM_SNP_* and *',
    'not *closed',
    'not **closed*',
    'not ``closed`',
    'a`b`c',
    'me@example.org',
    'an @ and @-',
    'x-http://',
    'time 12:30:15',
    ':role: alone',
  ])('nothing in %j', (text) => {
    expect(parseParagraph(text).map(outlineInline)).toEqual([text]);
  });

  it('knows the places of all nodes, across lines too', () => {
    const text = 'A *b\nc* ``d`` :e:`f` @g http://h.org/ `i`__ \\*j';
    expect(parseParagraph(text).map(({ kind, span }) => [kind, sourceOf(span)])).toEqual([
      ['text', 'A '],
      ['emphasis', '*b\n# c*'],
      ['text', ' '],
      ['literal', '``d``'],
      ['text', ' '],
      ['reference', ':e:`f`'],
      ['text', ' '],
      ['name', '@g'],
      ['text', ' '],
      ['link', 'http://h.org/'],
      ['text', ' '],
      ['reference', '`i`__'],
      ['text', ' \\*j'],
    ]);
  });
});
