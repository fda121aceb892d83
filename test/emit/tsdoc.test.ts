import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { compileText, emit, textOf, typesOf } from './support/emitted.js';
import { expectPrettierForm } from './support/prettier-form.js';

/** The comment of a struct with this documentation. */
function commentOf(body: string): string {
  return typesOf(`${docs(`@Box:\n\n${body}`)}{ 'struct': 'Box', 'data': {} }`);
}

function docs(text: string): string {
  const lines = text.split('\n').map((line) => `# ${line}`.trimEnd());
  return `##\n${lines.join('\n')}\n##\n`;
}

const END = 'export type Box = Record<string, never>;';

describe('documentation', () => {
  it('becomes the comment of the definition and of its members', () => {
    const text = `${docs(
      `@Box:

A box of \`Thing\` or @Box, of any @size.

@size: in \`\`mm\`\`,
    without the lid

@kind: what it is

Features:

@deprecated: Use bags instead of @size.

@fragile: Handle with care.

Since: 1.5`,
    )}{ 'struct': 'Box', 'data': { 'size': { 'type': 'int', 'features': [ 'deprecated' ] },
                      '*kind': { 'type': 'str', 'if': { 'all': [ 'A', { 'not': 'B' } ] } } },
  'features': [ 'fragile' ] }
{ 'struct': 'Thing', 'data': { 'box': 'Box' } }`;
    expect(typesOf(text)).toBe(`/**
 * A box of {@link Thing} or \`Box\`, of any \`size\`.
 *
 * Features:
 *
 * - \`fragile\`: Handle with care.
 *
 * @since 1.5
 * @see \`schema.json\`, struct \`Box\`
 */
export interface Box {
  /**
   * in \`mm\`,
   * without the lid
   *
   * @deprecated Use bags instead of \`size\`.
   */
  size: number;
  /**
   * what it is
   *
   * Only if \`A && !B\`.
   */
  kind?: string | undefined;
}

/** @see \`schema.json\`, struct \`Thing\` */
export interface Thing {
  box: Box;
}`);
  });

  it('tells of commands what they return, how they fail and how they are used', () => {
    const text = `${docs(
      `@open:

Opens it.

@how: in which way

Returns: the \`Box\`

Errors:
    - when it is locked
    - when it is gone

.. note:: Nothing is

   undone.

.. qmp-example::
   :title: Open it

    -> { "execute": "open" }

    <- { "return": {} }

Since: 2.0`,
    )}{ 'command': 'open', 'data': { 'how': 'str' }, 'returns': 'Box' }
{ 'struct': 'Box', 'data': { 'a': 'str' } }`;
    const files = emit(compileText(text));
    expect(textOf(files, 'index.ts')).toContain(`  /**
   * Opens it.
   *
   * **Note:** Nothing is
   *
   * undone.
   *
   * @returns the {@link Box}
   * @throws
   * - when it is locked
   * - when it is gone
   * @since 2.0
   * @example Open it
   *
   * \`\`\`
   * -> { "execute": "open" }
   *
   * <- { "return": {} }
   * \`\`\`
   * @see \`schema.json\`, command \`open\`
   */
  open: { arguments: OpenArguments; returns: Box; oob: false };
`);
    expect(textOf(files, 'schema.ts')).toContain(`/** Arguments of the command \`open\`. */
export interface OpenArguments {
  /** in which way */
  how: string;
}`);
  });

  it('lists the values of an enum of which there is something to say', () => {
    const text = `${docs('@Level:\n\n@low: hardly any\n\n@high: a lot\n    of it\n\nFeatures:\n\n@unstable: Not `high` yet.')}{ 'enum': 'Level',
  'data': [ 'low', { 'name': 'mid', 'if': 'MID', 'features': [ 'unstable' ] }, 'high', 'off' ] }`;
    expect(typesOf(text)).toBe(`/**
 * Values:
 *
 * - \`low\`: hardly any
 * - \`mid\` (unstable, if \`MID\`): Not \`high\` yet.
 * - \`high\`: a lot
 *   of it
 *
 * @see \`schema.json\`, enum \`Level\`
 */
export type Level = 'low' | 'mid' | 'high' | 'off';

/** The values of {@link Level}, in schema order. */
export const LevelValues = ['low', 'mid', 'high', 'off'] as const;`);
  });

  it('keeps lists, code and tables', () => {
    expect(
      commentOf(`* one
* two

Like this::

    if (x)
      y();

+---+---+
| a | b |
+---+---+

-> { "execute": "x" }
<- { "return": {} }`),
    ).toBe(`/**
 * - one
 * - two
 *
 * Like this:
 *
 * \`\`\`
 * if (x)
 *   y();
 * \`\`\`
 *
 * \`\`\`
 * +---+---+
 * | a | b |
 * +---+---+
 * \`\`\`
 *
 * \`\`\`
 * -> { "execute": "x" }
 * <- { "return": {} }
 * \`\`\`
 *
 * @see \`schema.json\`, struct \`Box\`
 */
${END}`);
  });
});

describe('no text of a schema', () => {
  const hostile = [
    '*/ evil() /*',
    '``*/ evil() /*``',
    '*/',
    '/',
    '*',
    '{@link Box} @deprecated {@inheritDoc}',
    'mail@example.org and @ alone @@ @-',
    '`unbalanced and ``unbalanced',
    '````` `` ```',
    '```',
    '<script> & <!-- {x} }{ \\ \\* \\',
    '# heading\n> quote\n~~~',
    '.. evil:: .. evil:: .. evil:: .. evil:: .. evil:: .. evil:: .. evil:: .. evil:: .. evil:: .. evil:: x',
    '.. note::',
    '.. qmp-example::\n   :title: */ @x\n\n   */ @deprecated\n   {@link x}',
    '::\n\n   */\n   @since 1',
    'separator\u2028here, mark\u202ehere',
    '\u0000\u0007\u001b[31m',
    '// not a comment `${evil}`',
  ];

  for (const text of hostile) {
    it(`breaks out of a comment: ${JSON.stringify(text)}`, async () => {
      const files = emit(
        compileText(
          `##\n# @Box:\n#\n# ${text.replaceAll('\n', '\n# ')}\n#\n# @a: ${text.split('\n')[0] ?? ''}\n##\n{ 'struct': 'Box', 'data': { 'a': 'str' } }`,
        ),
      );
      await expectPrettierForm(files);
      const source = textOf(files, 'schema.ts');
      const file = ts.createSourceFile('a.ts', source, ts.ScriptTarget.ES2023, true);
      const [declaration, ...others] = file.statements;
      expect(others).toEqual([]);
      expect(declaration && ts.isInterfaceDeclaration(declaration)).toBe(true);
      const tags = declaration === undefined ? [] : ts.getJSDocTags(declaration);
      expect(tags.map(({ tagName }) => tagName.text).filter((tag) => tag !== 'example')).toEqual([
        'see',
      ]);
      expect(source).not.toMatch(/[^\P{Cc}\n]|[\u2028\u2029\u202e]/u);
    });
  }

  it('makes the compiler slow', () => {
    const long = [
      '`'.repeat(20_000),
      '@-'.repeat(20_000),
      ':'.repeat(20_000),
      '.. a:: '.repeat(5_000),
      ' '.repeat(20_000) + 'x',
    ];
    for (const text of long) {
      const start = performance.now();
      commentOf(text);
      expect(performance.now() - start, text.slice(0, 10)).toBeLessThan(2_000);
    }
  });
});
