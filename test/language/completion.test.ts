import { LanguageService, MemoryHost, type Completions } from '@qapi-ts/compiler';
import { describe, expect, it } from 'vitest';
import { openMarked } from './open-marked.js';

const TYPES = `
{ 'enum': 'Kind', 'data': [ 'one', 'two', { 'name': 'three' } ] }
{ 'struct': 'Base', 'data': { 'kind': 'Kind', '*size': 'int' } }
{ 'struct': 'Derived', 'base': 'Base', 'data': { 'more': 'str' } }
{ 'union': 'Either', 'base': 'Base', 'discriminator': 'kind', 'data': { 'one': 'Derived' } }
{ 'alternate': 'Choice', 'data': { 'a': 'int', 'b': 'Base' } }
{ 'command': 'do-it', 'if': 'CONFIG_IT', 'features': [ 'fast' ] }
{ 'event': 'DONE', 'if': { 'not': 'CONFIG_DONE' } }
`;

/** What is offered at the mark, whose text is what will be replaced. The cursor is at its end. */
function complete(text: string, files: Readonly<Record<string, string>> = {}): Completions {
  const marked = openMarked({
    '/a.json': `{ 'include': 'types.json' }\n${text}`,
    ...files,
    '/types.json': TYPES,
  });
  const { view, path, start, end } = marked;
  const completions = view.complete(path, end);
  if (completions === undefined) return { at: { start, end }, needsQuotes: false, items: [] };
  expect(completions.at).toEqual({ start, end });
  return completions;
}

function names(text: string): readonly string[] {
  return complete(text).items.map(({ name }) => name);
}

describe('completion of keys', () => {
  const metaTypes = ['enum', 'struct', 'union', 'alternate', 'command', 'event'];

  it.each([
    ['an item', `{ ⟦⟧ }`, [...metaTypes, 'include', 'pragma']],
    ['an item that is not closed', `{ '⟦⟧\n`, [...metaTypes, 'include', 'pragma']],
    ['a struct', `{ 'struct': 'Foo', ⟦⟧ }`, ['base', 'data', 'if', 'features']],
    [
      'a struct, with a word begun',
      `{ 'struct': 'Foo', '⟦da⟧' }`,
      ['base', 'data', 'if', 'features'],
    ],
    [
      'a struct before its name',
      `{ '⟦⟧': 'x', 'struct': 'Foo', 'data': {} }`,
      ['base', 'if', 'features'],
    ],
    [
      'an event',
      `{ 'event': 'FOO', 'data': {},\n  # a comment, {\n  '⟦⟧`,
      ['boxed', 'if', 'features'],
    ],
    [
      'a member',
      `{ 'struct': 'Foo', 'data': { 'a': { 'type': 'int', '⟦⟧' } } }`,
      ['if', 'features'],
    ],
    ['a branch', `{ 'union': 'Foo', 'data': { 'a': { '⟦⟧' } } }`, ['type', 'if']],
    ['a value', `{ 'enum': 'Foo', 'data': [ { '⟦⟧ } ] }`, ['name', 'if', 'features']],
    ['a feature', `{ 'enum': 'Foo', 'features': [ { '⟦⟧ } ] }`, ['name', 'if']],
    ['a condition', `{ 'enum': 'Foo', 'if': { '⟦⟧' } }`, ['all', 'any', 'not']],
    ['an inner condition', `{ 'enum': 'Foo', 'if': { 'all': [ { ⟦⟧ } ] } }`, ['all', 'any', 'not']],
    [
      'a pragma',
      `{ 'pragma': { 'doc-required': true, '⟦⟧' } }`,
      [
        'command-name-exceptions',
        'command-returns-exceptions',
        'documentation-exceptions',
        'member-name-exceptions',
      ],
    ],
    ['no names of members', `{ 'struct': 'Foo', 'data': { '⟦⟧' } }`, []],
    ['no keys where a value must come', `{ 'struct': ⟦⟧ }`, []],
    ['no keys without a comma', `{ 'struct': 'Foo' ⟦⟧ }`, []],
  ])('of %s', (_, text, expected) => {
    expect(names(text).toSorted()).toEqual(expected.toSorted());
  });

  it('knows the values for which a union has no branch yet', () => {
    const union = `{ 'union': 'U', 'base': 'Base', 'discriminator': 'kind'`;
    expect(names(`${union}, 'data': { 'two': 'Base', '⟦t⟧' } }`)).toEqual(['one', 'three']);
    expect(names(`${union}, 'data': { ⟦⟧ `)).toEqual(['one', 'two', 'three']);
  });
});

describe('completion of names', () => {
  const types = ['Kind', 'Base', 'Derived', 'Either', 'Choice'];

  it.each([
    ['types', `{ 'struct': 'Foo', 'data': { 'a': '⟦⟧' } }`, ['str', 'any', 'Foo', ...types]],
    [
      'types in long form',
      `{ 'struct': 'Foo', 'data': { 'a': { 'type': '⟦B⟧' } } }`,
      ['str', ...types],
    ],
    ['element types', `{ 'command': 'foo', 'returns': [ '⟦⟧' ] }`, ['str', ...types]],
    ['types, nothing closed', `{ 'struct': 'Foo', 'data': { 'a': '⟦Ba⟧`, ['str', 'Foo', ...types]],
    ['types, nothing begun', `{ 'struct': 'Foo', 'data': { 'a': ⟦⟧\n`, ['str', 'Foo', ...types]],
    [
      'types, with more to come',
      `{ 'struct': 'Foo', 'data': { 'a': ⟦⟧, 'b': 'int' } }`,
      ['str', 'Foo', ...types],
    ],
  ])('%s', (_, text, expected) => {
    expect(names(text)).toEqual(expect.arrayContaining(expected));
    expect(names(text)).not.toContain('do-it');
  });

  it.each([
    [
      'structs as bases',
      `{ 'struct': 'Foo', 'base': '⟦⟧', 'data': {} }`,
      ['Foo', 'Base', 'Derived'],
    ],
    [
      'object types as branches',
      `{ 'union': 'Foo', 'data': { 'a': '⟦⟧' } }`,
      ['Foo', 'Base', 'Derived', 'Either'],
    ],
    ['object types as data', `{ 'command': 'foo', 'data': '⟦⟧' }`, ['Base', 'Derived', 'Either']],
    [
      'discriminators',
      `{ 'union': 'Foo', 'base': 'Derived', 'discriminator': '⟦⟧' }`,
      ['more', 'kind', 'size'],
    ],
    [
      'features',
      `{ 'event': 'FOO', 'features': [ 'mine', '⟦⟧' ] }`,
      ['deprecated', 'unstable', 'fast'],
    ],
    ['conditions', `{ 'event': 'FOO', 'if': '⟦⟧' }`, ['CONFIG_DONE', 'CONFIG_IT']],
    [
      'conditions of arrays',
      `{ 'event': 'FOO', 'if': { 'any': [ 'CONFIG_IT', ⟦⟧ ] } }`,
      ['CONFIG_DONE'],
    ],
    ['flags', `{ 'command': 'foo', 'allow-oob': ⟦⟧ }`, ['true']],
    ['flags that can be unset', `{ 'command': 'foo', 'gen': ⟦t⟧ }`, ['false']],
    ['no flags in quotes', `{ 'command': 'foo', 'gen': '⟦⟧' }`, []],
    ['values of pragmas', `{ 'pragma': { 'doc-required': ⟦⟧ } }`, ['true']],
    ['commands as exceptions', `{ 'pragma': { 'command-name-exceptions': [ '⟦⟧' ] } }`, ['do-it']],
    ['types as exceptions', `{ 'pragma': { 'member-name-exceptions': [ ⟦⟧ ] } }`, types],
    [
      'definitions as exceptions',
      `{ 'pragma': { 'documentation-exceptions': [ 'Kind', '⟦⟧' ] } }`,
      [...types.slice(1), 'do-it', 'DONE'],
    ],
    ['no names of definitions', `{ 'struct': '⟦⟧' }`, []],
    ['no names of values', `{ 'enum': 'Foo', 'data': [ '⟦⟧' ] }`, []],
    ['nothing behind a value', `{ 'struct': 'Foo', 'data': { 'a': 'int' ⟦⟧ } }`, []],
    ['nothing between items', `⟦⟧\n{ 'command': 'foo' }`, []],
  ])('%s', (_, text, expected) => {
    expect(names(text).toSorted()).toEqual(expected.toSorted());
  });

  it('says whether quotes are there', () => {
    expect(complete(`{ 'command': 'foo', 'data': '⟦⟧' }`).needsQuotes).toBe(false);
    expect(complete(`{ 'command': 'foo', 'data': ⟦⟧ }`).needsQuotes).toBe(true);
    expect(complete(`{ 'command': 'foo', 'gen': ⟦⟧ }`).needsQuotes).toBe(false);
  });
});

describe('completion of paths', () => {
  const files = { '/sub/b.json': '', '/sub/deep/c.json': '', '/notes.txt': '' };

  it.each([
    [`{ 'include': '⟦⟧' }`, ['sub/', 'types.json']],
    [`{ 'include': 'sub/⟦b⟧' }`, ['b.json', 'deep/']],
    [`{ 'include': 'nowhere/⟦⟧' }`, []],
    [`{ 'include': '⟦ty⟧\n`, ['sub/', 'types.json']],
  ])('%s', (text, expected) => {
    expect(complete(text, files).items.map(({ name }) => name)).toEqual(expected);
  });
});

describe('completion in documentation', () => {
  const end = `##\n{ 'struct': 'Foo', 'base': 'Base', 'data': { 'one': 'int', '*two': 'int' }, 'features': [ 'f' ] }`;

  it.each([
    ['the name of the definition', `##\n# @⟦⟧\n${end}`, ['Foo']],
    ['what is not described yet', `##\n# @Foo:\n#\n# @one: x\n#\n# @⟦⟧\n${end}`, ['two', 'f']],
    ['what is being described', `##\n# @Foo:\n#\n# @⟦one⟧: x\n${end}`, ['one', 'two', 'f']],
    [
      'all members in text, inherited ones too',
      `##\n# @Foo:\n#\n# See @⟦o⟧ there\n${end}`,
      ['one', 'two', 'f', 'kind', 'size'],
    ],
    [
      'definitions in backquotes',
      `##\n# @Foo:\n#\n# See \`⟦do⟧\`\n${end}`,
      ['Foo', 'Kind', 'Base', 'Derived', 'Either', 'Choice', 'do-it', 'DONE'],
    ],
    ['nothing in plain text', `##\n# @Foo:\n#\n# See⟦⟧\n${end}`, []],
    ['nothing in an address', `##\n# @Foo:\n#\n# See me@exa⟦⟧mple.org\n${end}`, []],
    ['nothing in free text', `##\n# @⟦⟧\n##\n\n##\n# x\n##`, []],
    ['values', `##\n# @E:\n#\n# @⟦⟧\n##\n{ 'enum': 'E', 'data': [ 'a', 'b' ] }`, ['a', 'b']],
    [
      'members of a broken definition',
      `##\n# @S:\n#\n# @⟦⟧\n##\n{ 'struct': 'S', 'data': { 'a': 'int', }`,
      ['a'],
    ],
  ])('%s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe('completion in what is being typed', () => {
  it('goes on with the text of the editor', () => {
    const host = new MemoryHost({ '/a.json': '' });
    const service = new LanguageService({ host });
    const text = `{ 'struct': 'Foo', 'data': { 'a': 'Fo`;
    for (let length = 0; length <= text.length; length += 1) {
      host.write('/a.json', text.slice(0, length));
      service.open('/a.json').complete('/a.json', length);
    }
    const found = service.open('/a.json').complete('/a.json', text.length);
    expect(found?.items.map(({ name }) => name)).toContain('Foo');
  });
});
