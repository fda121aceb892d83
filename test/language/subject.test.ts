import { describe, expect, it } from 'vitest';
import { openMarked } from './open-marked.js';

const CASES: readonly (readonly [role: string, definition: string | undefined, text: string])[] = [
  ['key', 'Foo', `{ 'struct': 'Foo', '⟦data⟧': {} }`],
  ['key', 'Foo', `{ '⟦struct⟧': 'Foo', 'data': {} }`],
  ['key', 'Foo', `{ 'struct': 'Foo', 'data': { 'a': { '⟦type⟧': 'str' } } }`],
  ['definition', 'Foo', `{ 'struct': '⟦Foo⟧', 'data': {} }`],
  ['type', 'Foo', `{ 'struct': 'Foo', 'base': '⟦Bar⟧', 'data': {} }`],
  ['type', 'Foo', `{ 'struct': 'Foo', 'data': { 'a': '⟦str⟧' } }`],
  ['type', 'Foo', `{ 'struct': 'Foo', 'data': { 'a': [ '⟦Bar⟧' ] } }`],
  ['type', 'Foo', `{ 'struct': 'Foo', 'data': { 'a': { 'type': [ '⟦Bar⟧' ] } } }`],
  ['type', 'foo', `{ 'command': 'foo', 'returns': '⟦Bar⟧' }`],
  ['type', 'Foo', `{ 'union': 'Foo', 'base': '⟦Bar⟧', 'discriminator': 'a', 'data': {} }`],
  ['member', 'Foo', `{ 'struct': 'Foo', 'data': { '⟦a⟧': 'str' } }`],
  ['member', 'Foo', `{ 'struct': 'Foo', 'data': { '*⟦a⟧': 'str' } }`],
  ['member', 'foo', `{ 'command': 'foo', 'data': { '⟦a⟧': 'str' } }`],
  ['member', 'Foo', `{ 'union': 'Foo', 'base': { '⟦a⟧': 'Bar' }, 'data': {} }`],
  ['value', 'Foo', `{ 'enum': 'Foo', 'data': [ '⟦a⟧' ] }`],
  ['value', 'Foo', `{ 'enum': 'Foo', 'data': [ { 'name': '⟦a⟧' } ] }`],
  ['branch', 'Foo', `{ 'union': 'Foo', 'base': 'Bar', 'data': { '⟦a⟧': 'Baz' } }`],
  ['discriminator', 'Foo', `{ 'union': 'Foo', 'discriminator': '⟦a⟧', 'data': {} }`],
  ['alternative', 'Foo', `{ 'alternate': 'Foo', 'data': { '⟦a⟧': 'Baz' } }`],
  ['feature', 'foo', `{ 'command': 'foo', 'features': [ '⟦bar⟧' ] }`],
  ['feature', 'foo', `{ 'command': 'foo', 'features': [ { 'name': '⟦bar⟧' } ] }`],
  ['condition', 'foo', `{ 'command': 'foo', 'if': '⟦BAR⟧' }`],
  ['condition', 'foo', `{ 'command': 'foo', 'if': { 'all': [ { 'not': '⟦BAR⟧' } ] } }`],
  ['include', undefined, `{ 'include': '⟦bar/baz.json⟧' }`],
  ['key', undefined, `{ 'pragma': { '⟦doc-required⟧': true } }`],
  ['pragma-value', undefined, `{ 'pragma': { 'command-name-exceptions': [ '⟦a_b⟧' ] } }`],
  ['text', 'Foo', `{ 'enum': 'Foo', 'prefix': '⟦FOO⟧', 'data': [] }`],
  ['doc-symbol', 'foo', `##\n# @⟦foo⟧:\n##\n{ 'command': 'foo' }`],
  ['doc-member', 'foo', `##\n# @foo:\n#\n# @⟦a⟧: text\n##\n{ 'command': 'foo' }`],
  ['doc-feature', 'foo', `##\n# @foo:\n#\n# Features:\n# @⟦a⟧: text\n##\n{ 'command': 'foo' }`],
  ['doc-name', 'foo', `##\n# @foo:\n#\n# See @⟦bar⟧.\n##\n{ 'command': 'foo' }`],
  ['doc-reference', 'foo', `##\n# @foo:\n#\n# See \`⟦bar⟧\`.\n##\n{ 'command': 'foo' }`],
  ['doc-reference', undefined, `##\n# Free: :qapi:cmd:\`⟦bar⟧\`.\n##\n`],
];

describe('what is at an offset', () => {
  it.each(CASES)('%s in %s: %s', (role, name, text) => {
    const { view, path, start, end } = openMarked({ '/a.json': text });
    for (let offset = start; offset <= end; offset += 1) {
      const subject = view.subject(path, offset);
      expect(subject?.role).toBe(role);
      expect(subject?.definition?.name).toBe(name);
      expect([subject?.span.start, subject?.span.end]).toEqual([start, end]);
    }
  });

  it.each([
    ['punctuation', `{ 'command': 'a'⟦,⟧ 'gen': false }`],
    ['a comment', `# com⟦⟧mand\n{ 'command': 'a' }`],
    ['plain documentation', `##\n# some te⟦⟧xt\n##`],
    ['a literal block', `##\n# Text::\n#\n#   @na⟦⟧me\n##`],
  ])('nothing in %s', (_, text) => {
    const { view, path, start } = openMarked({ '/a.json': text });
    expect(view.subject(path, start)).toBeUndefined();
  });

  it('nothing outside of the files', () => {
    const { view } = openMarked({ '/a.json': `{ 'command': 'a' }` });
    expect(view.subject('/b.json', 0)).toBeUndefined();
    expect(view.subject('/a.json', 1_000)).toBeUndefined();
    expect(view.subject('/a.json', -1)).toBeUndefined();
  });

  it.each([
    ['type', `{ 'struct': 'Foo', 'base': '⟦Bar⟧`],
    ['type', `{ 'struct': 'Foo', 'data': { 'a': '⟦Bar⟧'\n{ 'command': 'b' }`],
    ['member', `{ 'struct': 'Foo', 'data': { '⟦a⟧':\n##\n# x\n##`],
    ['member', `{ 'struct': 'Foo 'data': { '⟦a⟧': 'int', }`],
    ['key', `{ 'command': 'foo', '⟦gen⟧' false }`],
    ['value', `{ 'enum': 'Foo', 'data': [ 'a' '⟦b⟧', { } }`],
    ['condition', `{ 'command': 'foo', 'if': { 'all': [ '⟦A⟧' }`],
  ])('%s in broken text: %s', (role, text) => {
    const { view, path, start, end } = openMarked({ '/a.json': text });
    const subject = view.subject(path, start);
    expect(subject?.role).toBe(role);
    expect([subject?.span.start, subject?.span.end]).toEqual([start, end]);
  });
});
