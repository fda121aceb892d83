import { describe, expect, it } from 'vitest';
import { parseMarkup } from '../../compiler/src/markup/parse-markup.js';
import { outline, outlineBlock, parseText, readDocs, sourceOf } from './outline.js';

describe('paragraphs', () => {
  it('end at blank lines', () => {
    expect(outline('one\ntwo\n\n\nthree')).toEqual([
      ['paragraph', 'one\ntwo'],
      ['paragraph', 'three'],
    ]);
  });

  it('that are indented are quotes', () => {
    expect(outline('one\n\n   two\n\nthree')).toEqual([
      ['paragraph', 'one'],
      ['quote', ['paragraph', 'two']],
      ['paragraph', 'three'],
    ]);
  });

  it('with indented lines right below are definitions', () => {
    expect(outline('term\n    what it\n    means\nmore')).toEqual([
      ['definition', ['term'], ['paragraph', 'what it\nmeans']],
      ['paragraph', 'more'],
    ]);
  });
});

describe('lists', () => {
  it('of bullets, with blank lines between the items or without', () => {
    expect(outline('- one\n  goes on\n- two\n\n- three\n\nend')).toEqual([
      [
        'bullets',
        [['paragraph', 'one\ngoes on']],
        [['paragraph', 'two']],
        [['paragraph', 'three']],
      ],
      ['paragraph', 'end'],
    ]);
  });

  it('inside lists', () => {
    expect(outline('* a\n\n  - b\n  - c\n\n* d')).toEqual([
      [
        'bullets',
        [
          ['paragraph', 'a'],
          ['bullets', [['paragraph', 'b']], [['paragraph', 'c']]],
        ],
        [['paragraph', 'd']],
      ],
    ]);
  });

  it.each(['3. one\n4. two', '3) one\n4) two', '(3) one\n(4) two'])('with numbers: %j', (text) => {
    expect(outline(text)).toEqual([['numbers 3', [['paragraph', 'one']], [['paragraph', 'two']]]]);
  });

  it('are not begun by a line of text with a number in front', () => {
    expect(outline('2013. That year\nit began.')).toEqual([
      ['paragraph', '2013. That year\nit began.'],
    ]);
  });

  it('take lines that are indented less than the text of their items', () => {
    expect(outline('1. one\n goes on')).toEqual([['numbers 1', [['paragraph', 'one\ngoes on']]]]);
  });
});

describe('literal blocks', () => {
  it('follow a double colon, of which one stays', () => {
    expect(outline('like this::\n\n    a\n\n      b\n\nend')).toEqual([
      ['paragraph', 'like this:'],
      ['literal-block', 'a\n\n  b'],
      ['paragraph', 'end'],
    ]);
  });

  it.each(['text ::\n\n  x', 'text\n::\n\n  x'])(
    'no colon stays behind white space: %j',
    (text) => {
      expect(outline(text)).toEqual([
        ['paragraph', 'text'],
        ['literal-block', 'x'],
      ]);
    },
  );

  it('may stand alone', () => {
    expect(outline('::\n\n  *x*')).toEqual([['literal-block', '*x*']]);
  });

  it('may be empty', () => {
    expect(outline('text::\n\nmore')).toEqual([
      ['paragraph', 'text:'],
      ['paragraph', 'more'],
    ]);
  });

  it('need no announcement where they are messages', () => {
    expect(outline('Example:\n-> { "a":\n     1 }\n<- {}\n\n-> {}\n\nor\n\n<- {}')).toEqual([
      ['paragraph', 'Example:'],
      ['literal-block', '-> { "a":\n     1 }\n<- {}\n\n-> {}'],
      ['paragraph', 'or'],
      ['literal-block', '<- {}'],
    ]);
  });

  it('know where their text stands', () => {
    const [block] = parseText('::\n\n    ab\n      cd');
    if (block?.kind !== 'literal-block') throw new Error('no literal block');
    const { text } = block.text;
    expect(sourceOf(block.text.spanOf(text.indexOf('cd'), text.indexOf('cd') + 2))).toBe('cd');
    expect(sourceOf(block.text.spanOf(1, 1))).toBe('');
    expect(sourceOf(block.span)).toBe('ab\n#       cd');
  });
});

describe('headings', () => {
  it('have a line below, or also above', () => {
    expect(outline('Title\n=====\n\n*****\nTitle\n*****\ntext')).toEqual([
      ['heading =', 'Title'],
      ['heading over *', 'Title'],
      ['paragraph', 'text'],
    ]);
  });

  it('begin with equals signs in older schemas', () => {
    expect(outline('= Title\n\n== `Sub`')).toEqual([
      ['heading =', 'Title'],
      ['heading =', ['reference', 'Sub']],
    ]);
  });

  it('need a line that is long enough', () => {
    expect(outline('Title\n==')).toEqual([['paragraph', 'Title\n==']]);
  });
});

describe('tables', () => {
  const simple = '=====  ===\nhead   x\n=====  ===\na      1\n\nb      2\n=====  ===';
  const grid = '+---+---+\n| a | b |\n+---+---+';

  it.each([simple, grid])('stay as they are: %j', (table) => {
    expect(outline(`text\n\n${table}\n\nmore`)).toEqual([
      ['paragraph', 'text'],
      ['table', table],
      ['paragraph', 'more'],
    ]);
  });
});

describe('directives', () => {
  it('with text, which may begin behind the name', () => {
    expect(outline('.. note:: Mind *this*\n   and that.\n\n   - too\n\nend')).toEqual([
      [
        'note',
        ['paragraph', 'Mind ', ['emphasis', 'this'], '\nand that.'],
        ['bullets', [['paragraph', 'too']]],
      ],
      ['paragraph', 'end'],
    ]);
  });

  it('with an argument', () => {
    expect(outline('.. admonition:: The `title`\n\n   text')).toEqual([
      ['admonition', ['argument', 'The ', ['reference', 'title']], ['paragraph', 'text']],
    ]);
  });

  it('with options, whose values may go on', () => {
    expect(outline('.. table:: T\n   :widths: auto\n   :caption: a\n     b\n\n   text')).toEqual([
      [
        'table',
        ['argument', 'T'],
        [':widths:', 'auto'],
        [':caption:', 'a\nb'],
        ['paragraph', 'text'],
      ],
    ]);
  });

  it('with code', () => {
    expect(outline('.. code-block:: json\n\n   { }\n\n     *x*')).toEqual([
      ['code-block', ['argument', 'json'], ['literal-block', '{ }\n\n  *x*']],
    ]);
  });

  it('qmp-example, plain', () => {
    expect(outline('.. qmp-example::\n   :title: Do *it*\n\n   -> {}\n   <- {}')).toEqual([
      ['qmp-example', [':title:', 'Do ', ['emphasis', 'it']], ['literal-block', '-> {}\n<- {}']],
    ]);
  });

  it('qmp-example, annotated', () => {
    expect(
      outline('.. qmp-example::\n   :annotated:\n\n   First::\n\n     -> {}\n\n   Then.'),
    ).toEqual([
      [
        'qmp-example',
        [':annotated:'],
        ['paragraph', 'First:'],
        ['literal-block', '-> {}'],
        ['paragraph', 'Then.'],
      ],
    ]);
  });

  it('without a name are comments', () => {
    expect(outline('.. nobody reads\n   this\n\ntext')).toEqual([
      ['comment'],
      ['paragraph', 'text'],
    ]);
  });
});

describe('descriptions', () => {
  const [doc] = readDocs(
    '##\n# @a:\n#\n# @b: first\n#     second\n#\n#     - item\n#\n# @c:\n#     below\n#\n# Returns: one\n#     two\n##\n' +
      "{ 'command': 'a', 'data': { 'b': 'str', 'c': 'str' }, 'returns': 'Obj' }\n{ 'struct': 'Obj', 'data': {} }\n",
  );

  it('begin behind the name and go on below it', () => {
    expect(doc?.members.map((member) => parseMarkup(member).map(outlineBlock))).toEqual([
      [
        ['paragraph', 'first\nsecond'],
        ['bullets', [['paragraph', 'item']]],
      ],
      [['paragraph', 'below']],
    ]);
  });

  it('as sections do', () => {
    expect(doc?.sections.map((section) => parseMarkup(section).map(outlineBlock))).toEqual([
      [['paragraph', 'one\ntwo']],
    ]);
  });

  it('know their places', () => {
    const spans = doc?.members.flatMap((member) =>
      parseMarkup(member).map(({ span }) => sourceOf(span)),
    );
    expect(spans).toEqual(['first\n#     second', '- item', 'below']);
  });
});

describe('any text is markup', () => {
  it.each([
    ['bullets', '- '.repeat(50_000)],
    ['numbers', '1. '.repeat(50_000)],
    ['quotes', Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}x`).join('\n\n')],
    ['emphasis', '*a '.repeat(50_000)],
    ['strong', '**a '.repeat(50_000)],
    ['references', '`a '.repeat(50_000)],
    ['roles', ':a:'.repeat(50_000)],
    ['borders', '=== ===\nx\n\n'.repeat(10_000)],
    ['addresses', 'http://..'.repeat(20_000)],
    ['spaces', `a${' '.repeat(100_000)}b::`],
    ['blank lines', 'x\n'.padEnd(100_000, '\n')],
  ])('and is parsed in no time: %s', (_, text) => {
    const start = performance.now();
    expect(parseText(text).length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
