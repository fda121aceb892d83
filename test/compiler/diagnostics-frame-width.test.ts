import { describe, expect, it } from 'vitest';
import { formatFrame } from '../../compiler/src/diagnostic/format-frame.js';
import { frameOf } from './diagnostics/frame-of.js';
import { diagnosticAt, markedFile } from './diagnostics/marked-file.js';

describe('what takes more or less than a column', () => {
  it('tabs reach to the next multiple of 8', () => {
    expect(frameOf("\t'a':\t«'b'»\n")).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
       --> a.json:1:7
        |
      1 |         'a':    'b'
        |                 ^^^
      "
    `);
    expect(frameOf('x«\ty»\n')).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
       --> a.json:1:2
        |
      1 | x       y
        |  ^^^^^^^^
      "
    `);
  });

  it('East Asian characters and emoji take two columns', () => {
    expect(frameOf('# 磁盘映像: «镜像» 한국 ｶﾅ 😀«!»\n')).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
       --> a.json:1:9
        |
      1 | # 磁盘映像: 镜像 한국 ｶﾅ 😀!
        |             ^^^^           - note 1
      "
    `);
  });

  it('accents of their own take none', () => {
    expect(frameOf('cafe\u0301 «e\u0301te\u0301» x\n')).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
       --> a.json:1:7
        |
      1 | café été x
        |      ^^^
      "
    `);
  });

  it('what cannot be seen, or would change the terminal, is replaced', () => {
    const frame = frameOf('a\u001B[31m «b\u202Ec» \u0000\u200B\uD800\n');
    expect(frame).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
       --> a.json:1:8
        |
      1 | a�[31m b�c ���
        |        ^^^
      "
    `);
  });

  it('nor can messages, notes, help and paths change the terminal', () => {
    const [span] = markedFile('a\u001B.json', '«x»\n');
    const diagnostic = diagnosticAt([span], { message: 'a\u001Bb', help: 'c\rd' });
    const notes = [{ message: 'e\u0007f', span: span }];
    // eslint-disable-next-line no-control-regex -- looks for exactly these
    expect(formatFrame({ ...diagnostic, notes })).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/);
  });
});

describe('wide lines', () => {
  const wide = (head: number, tail: number): string =>
    `${'a'.repeat(head)}«mark»${'b'.repeat(tail)}\n`;

  it.each([
    ['at the beginning', 0, 200],
    ['in the middle', 100, 100],
    ['at the end', 200, 0],
  ])('are cut around the mark: %s', (_, head, tail) => {
    const frame = frameOf(wide(head, tail), 60);
    const [text = '', marks = ''] = frame.split('\n').slice(3);
    expect(text.length).toBeLessThanOrEqual(60);
    expect(text.slice(marks.indexOf('^'), marks.indexOf('^') + 4)).toBe('mark');
    expect(marks).toMatch(/^ {2}\| +\^\^\^\^$/);
  });

  it('say so with dots', () => {
    expect(frameOf(wide(100, 100), 60)).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
       --> a.json:1:101
        |
      1 | ...aaaaaaaaaaaaaaaaaaamarkbbbbbbbbbbbbbbbbbbbbbbbbbbb...
        |                       ^^^^
      "
    `);
  });

  it('are shown once for each mark that would not fit', () => {
    expect(frameOf(`«one»${' '.repeat(100)}«two»\n`, 60)).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
       --> a.json:1:1
        |
      1 | one                                                  ...
        | ^^^
      1 | ...                                                  two
        |                                                      --- note 1
      "
    `);
  });

  it('are shown once where the marks are close to each other', () => {
    expect(frameOf(`${'a'.repeat(100)}«one» «two»${'b'.repeat(100)}\n`, 60)).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
       --> a.json:1:101
        |
      1 | ...aaaaaaaaaaaaaaaaaaaone twobbbbbbbbbbbbbbbbbbbbbbbb...
        |                       ^^^ --- note 1
      "
    `);
  });

  it('are cut in wide lines of their own in a stretch of several lines', () => {
    expect(frameOf(`«{ ${'a'.repeat(100)}\n} ${'b'.repeat(30)}»\n`, 60)).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
       --> a.json:1:1
        |
      1 | / { aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...
      2 | | } bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
        | |________________________________^
      "
    `);
  });

  it('of wide characters are cut between them', () => {
    const frame = frameOf(`${'磁'.repeat(40)}«盘»${'映'.repeat(40)}\n`, 60);
    expect(frame).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
       --> a.json:1:41
        |
      1 | ... 磁磁磁磁磁磁磁磁磁盘映映映映映映映映映映映映映映...
        |                       ^^
      "
    `);
  });

  it('cut a mark that is wider itself', () => {
    expect(frameOf(`x «${'y'.repeat(300)}» z\n`, 60)).toMatchInlineSnapshot(`
      "error[schema/clash]: something is wrong
       --> a.json:1:3
        |
      1 | x yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy...
        |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      "
    `);
  });

  it('of a megabyte take no time', () => {
    const start = performance.now();
    for (let i = 0; i < 20; i += 1) frameOf(wide(500_000, 500_000));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
