import { hoverToMarkdown, hoverToText, type Hover } from '@qapi-ts/compiler';
import { describe, expect, it } from 'vitest';
import { openMarked } from './open-marked.js';

function hoverAt(text: string): Hover {
  const { view, path, start, end } = openMarked({ '/a.json': text });
  const hover = view.hover(path, start);
  if (hover === undefined) throw new Error('nothing to say');
  expect([hover.span.start, hover.span.end]).toEqual([start, end]);
  return hover;
}

const VOLUME = `##
# @Volume:
#
# Something to *store*, see \`\`x\`\` and @path.
#
# @path: where it is,
#     or will be
#
# Features:
#
# @unstable: it may change
#
# Since: 1.0
##
{ 'struct': 'Volume',
     'data': { 'path':   'str', '*flags': { 'type': [ 'Flag' ], 'if': 'FLAGS' } },
  'features': [ 'unstable' ] }
`;

describe('hover', () => {
  it('shows a definition as schema text, with its documentation', () => {
    const hover = hoverAt(`${VOLUME}{ 'command': 'add', 'data': '⟦Volume⟧' }`);
    expect(hoverToMarkdown(hover)).toBe(`\`\`\`qapi
{ 'struct': 'Volume',
  'data': { 'path': 'str',
            '*flags': { 'type': [ 'Flag' ], 'if': 'FLAGS' } },
  'features': [ 'unstable' ] }
\`\`\`

struct Volume

Something to *store*, see \`x\` and \`path\`.

- \`unstable\`: it may change

**Since:** 1.0`);
    expect(hoverToText(hover)).toBe(`{ 'struct': 'Volume',
  'data': { 'path': 'str',
            '*flags': { 'type': [ 'Flag' ], 'if': 'FLAGS' } },
  'features': [ 'unstable' ] }

struct Volume

Something to *store*, see \`\`x\`\` and @path.

unstable: it may change

Since: 1.0`);
  });

  it('shows a member from its documentation and from where it is declared', () => {
    const expected = {
      title: 'member of struct Volume',
      signature: "'path': 'str'",
      documentation: { markdown: 'where it is,\nor will be', text: 'where it is,\n    or will be' },
    };
    expect(hoverAt(VOLUME.replace('@path:', '@⟦path⟧:'))).toMatchObject(expected);
    expect(hoverAt(VOLUME.replace("'path'", "'⟦path⟧'"))).toMatchObject(expected);
    expect(hoverAt(VOLUME.replace('*flags', '*⟦flags⟧'))).toMatchObject({
      signature: "'*flags': { 'type': [ 'Flag' ], 'if': 'FLAGS' }",
      documentation: undefined,
    });
  });

  it.each([
    [
      'built-in type',
      "'uint8'",
      'an integer from 0 to 255',
      `{ 'struct': 'S', 'data': { 'a': '⟦uint8⟧' } }`,
    ],
    ['key struct', '', 'Defines a type with members.', `{ '⟦struct⟧': 'S', 'data': {} }`],
    [
      'key data',
      '',
      'The branches: for values of the discriminator the type whose members are added.',
      `{ 'union': 'S', '⟦data⟧': {} }`,
    ],
    ['key constructor', '', undefined, `{ 'union': 'S', '⟦constructor⟧': {} }`],
    ['condition', "'FOO'", undefined, `{ 'command': 'a', 'if': '⟦FOO⟧' }`],
    ['feature', "'unstable'", 'it may change', VOLUME.replace("[ 'unstable'", "[ '⟦unstable⟧'")],
    [
      'value of enum E',
      "{ 'name': 'a', 'if': 'A' }",
      undefined,
      `{ 'enum': 'E', 'data': [ { 'name': '⟦a⟧', 'if': 'A' } ] }`,
    ],
    ['file /b.json', '', undefined, `{ 'include': '⟦b.json⟧' }`],
  ])('%s', (title, signature, text, source) => {
    const hover = hoverAt(source);
    expect([hover.title, hover.signature, hover.documentation?.text]).toEqual([
      title,
      signature,
      text,
    ]);
  });

  it('shortens what is long', () => {
    const values = Array.from({ length: 300 }, (_, i) => `'a-long-name-of-value-${i}'`).join(', ');
    const { signature } = hoverAt(`{ 'enum': '⟦E⟧', 'data': [ ${values} ] }`);
    expect(signature.split('\n').length).toBe(21);
    expect(signature.endsWith('\n  ...')).toBe(true);
  });

  it('renders the markup of documentation as Markdown', () => {
    const { documentation } = hoverAt(`##
# @⟦a⟧:
#
# A <b> & a_c, \`foo\`.
#
# * one
#   more
#
# * two
#
# 1. first
#
# .. note:: Do not
#    panic.
#
# .. qmp-example::
#
#     -> { "execute": "a" }
#     \`\`\`
#
# Returns: nothing
##
{ 'command': 'a' }`);
    expect(documentation?.markdown).toBe(`A \\<b\\> & a\\_c, \`foo\`.

- one
  more
- two

1. first

**Note**

Do not
panic.

**Example**

\`\`\`\`
-> { "execute": "a" }
\`\`\`
\`\`\`\`

**Returns:** nothing`);
  });

  it('nothing where there is no name, or an unknown one', () => {
    for (const text of [`{ 'command': 'a'⟦,⟧ }`, `{ 'command': 'a', 'data': '⟦Foo⟧' }`]) {
      const { view, path, start } = openMarked({ '/a.json': text });
      expect(view.hover(path, start)).toBeUndefined();
    }
  });
});
