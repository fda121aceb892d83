import { describe, expect, it } from 'vitest';
import { formatFrame, PLAIN_STYLE } from '../../compiler/src/diagnostic/format-frame.js';
import { frameOf } from './diagnostics/frame-of.js';
import { diagnosticAt, markedFile } from './diagnostics/marked-file.js';

describe('a frame', () => {
  it('marks the text, names the definition and gives help', () => {
    const [span] = markedFile('a.json', "\n{ 'struct': 'Foo', 'base': «'Bar'» }\n");
    const definition = { kind: 'struct', name: 'Foo', span, nameSpan: span } as const;
    const diagnostic = diagnosticAt([span], { help: 'mend it' });
    expect(formatFrame({ ...diagnostic, definition })).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
       --> a.json:2:28 in struct Foo
        |
      2 | { 'struct': 'Foo', 'base': 'Bar' }
        |                            ^^^^^
        |
        = help: mend it
      "
    `);
  });

  it('marks an empty stretch at the end of the file', () => {
    expect(frameOf("{ 'a': 'b'«»\n")).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
       --> a.json:1:11
        |
      1 | { 'a': 'b'
        |           ^
      "
    `);
  });

  it('aligns the numbers of lines', () => {
    expect(frameOf(`${'\n'.repeat(8)}«nine»\n«ten»\n`)).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
        --> a.json:9:1
         |
       9 | nine
         | ^^^^
      10 | ten
         | --- note 1
      "
    `);
  });

  it('shows a single line between two marks, and dots for more', () => {
    expect(frameOf('«one»\ntwo\n«three»\nfour\nfive\n«six»\n')).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
       --> a.json:1:1
        |
      1 | one
        | ^^^
      2 | two
      3 | three
        | ----- note 1
      ...
      6 | six
        | --- note 2
      "
    `);
  });

  it('puts marks of one line side by side where their notes have room', () => {
    expect(frameOf('a «bb» cc «dd» ee ff gg hh «ii»\n')).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
       --> a.json:1:3
        |
      1 | a bb cc dd ee ff gg hh ii
        |   ^^    -- note 1      -- note 2
      "
    `);
  });

  it('draws a stretch of several lines to the left of them', () => {
    expect(frameOf('«{ one\n  two }»\n')).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
       --> a.json:1:1
        |
      1 | / { one
      2 | |   two }
        | |_______^
      "
    `);
    expect(frameOf("{ 'data': «{\n  'a': 'b'\n}» }\n")).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
       --> a.json:1:11
        |
      1 |   { 'data': {
        |  ___________^
      2 | |   'a': 'b'
      3 | | } }
        | |_^
      "
    `);
  });

  it('leaves out the middle of many lines', () => {
    expect(frameOf('«1\n2\n3\n4\n5\n6\n7\n8\n9\n»10\n')).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
        --> a.json:1:1
         |
       1 | / 1
       2 | | 2
       3 | | 3
      ...  |
       8 | | 8
       9 | | 9
         | |__^
      "
    `);
  });

  it('marks the first line only of a note with several', () => {
    expect(frameOf('«one»\n«two\nthree»\n')).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
       --> a.json:1:1
        |
      1 | one
        | ^^^
      2 | two
        | --- note 1
      "
    `);
  });

  it('marks notes inside of a stretch of several lines', () => {
    const [outer] = markedFile('a.json', "«{ 'a': 'b',\n  'c': 'd' }»\n");
    const inner = { file: outer.file, start: 15, end: 18 };
    expect(formatFrame(diagnosticAt([outer, inner]))).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
       --> a.json:1:1
        |
      1 | / { 'a': 'b',
      2 | |   'c': 'd' }
        | |____________^
        |      --- note 1
      "
    `);
  });
});

describe('other files', () => {
  it('have frames of their own, one for each file', () => {
    const [base] = markedFile('a.json', "{ 'base': «'B'» }\n");
    const notes = [
      ...markedFile('sub/b.json', 'one «two»\n«three»\n'),
      ...markedFile('c.json', '«c»\n'),
    ];
    expect(formatFrame(diagnosticAt([base, ...notes], { help: 'mend it' }))).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
       --> a.json:1:11
        |
      1 | { 'base': 'B' }
        |           ^^^
        |
       ::: sub/b.json:1:5
        |
      1 | one two
        |     --- note 1
      2 | three
        | ----- note 2
        |
       ::: c.json:1:1
        |
      1 | c
        | - note 3
        |
        = help: mend it
      "
    `);
  });

  it('say by which directives they were included', () => {
    const [root] = markedFile('main.json', "\n«{ 'include': 'a.json' }»\n");
    const [middle] = markedFile('a.json', "«{ 'include': 'b.json' }»\n", root);
    const spans = markedFile('b.json', '«x»\n', middle);
    expect(formatFrame(diagnosticAt(spans))).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
       --> b.json:1:1
        |
      1 | x
        | ^
        |
        = note: in file included from a.json:1:1
        = note: in file included from main.json:2:1
      "
    `);
  });

  it('leave out the middle of a long chain of includes', () => {
    let [span] = markedFile('0.json', '«x»\n');
    for (let i = 1; i <= 100; i += 1) [span] = markedFile(`${i}.json`, '«x»\n', span);
    expect(formatFrame(diagnosticAt([span]))).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
       --> 100.json:1:1
        |
      1 | x
        | ^
        |
        = note: in file included from 99.json:1:1
        = note: in file included from 98.json:1:1
        = note: in file included from 97.json:1:1
        = note: in file included from 96.json:1:1
        = note: ... through 95 more files ...
        = note: in file included from 0.json:1:1
      "
    `);
  });
});

it('colours heading, marks and notes by their weight', () => {
  const wrap =
    (name: string) =>
    (text: string): string =>
      `<${name}>${text}</${name}>`;
  const palette = {
    error: wrap('error'),
    warning: wrap('warning'),
    note: wrap('note'),
    strong: wrap('strong'),
    dim: wrap('dim'),
  };
  const diagnostic = diagnosticAt(markedFile('a.json', '«one»\n\n\n«two»\n'), {
    severity: 'warning',
    help: 'mend it',
  });
  expect(formatFrame(diagnostic, { ...PLAIN_STYLE, palette })).toMatchInlineSnapshot(`
    "<warning>warning[schema/clash]</warning><strong>: something is wrong</strong>
     <dim>--></dim> a.json:1:1
    <dim>  |</dim>
    <dim>1 |</dim> one
    <dim>  |</dim> <warning>^^^</warning>
    <dim>...</dim>
    <dim>4 |</dim> two
    <dim>  |</dim> <note>--- note 1</note>
      <dim>|</dim>
      <dim>=</dim> <note>help</note>: mend it
    "
  `);
});
