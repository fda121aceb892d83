import { describe, expect, it } from 'vitest';
import { openMarked, places } from './open-marked.js';

describe('definition', () => {
  it.each([
    ['a type', `{ 'struct': '«Foo»', 'data': {} }\n{ 'command': 'a', 'data': '⟦Foo⟧' }`],
    [
      'a type that comes later',
      `{ 'command': 'a', 'data': '⟦Foo⟧' }\n{ 'struct': '«Foo»', 'data': {} }`,
    ],
    [
      'both of two definitions',
      `{ 'enum': '«Foo»', 'data': [] }\n{ 'enum': '«⟦Foo⟧»', 'data': [] }`,
    ],
    [
      'an element type',
      `{ 'enum': '«Foo»', 'data': [] }\n{ 'struct': 'S', 'data': { 'a': [ '⟦Foo⟧' ] } }`,
    ],
    [
      'the value of a branch',
      `{ 'enum': 'E', 'data': [ 'a', { 'name': '«b»' } ] }
       { 'union': 'U', 'base': { 't': 'E' }, 'discriminator': 't', 'data': { '⟦b⟧': 'S' } }`,
    ],
    [
      'the value of a branch, with an inherited discriminator',
      `{ 'enum': 'E', 'data': [ '«b»' ] }
       { 'struct': 'A', 'data': { 't': 'E' } } { 'struct': 'B', 'base': 'A', 'data': {} }
       { 'union': 'U', 'base': 'B', 'discriminator': 't', 'data': { '⟦b⟧': 'S' } }`,
    ],
    [
      'the discriminator',
      `{ 'struct': 'A', 'data': { '*«t»': 'E' } } { 'struct': 'B', 'base': 'A', 'data': {} }
       { 'union': 'U', 'base': 'B', 'discriminator': '⟦t⟧', 'data': {} }`,
    ],
    ['a documented definition', `##\n# @⟦foo⟧:\n##\n{ 'command': '«foo»' }`],
    [
      'a described member',
      `##\n# @foo:\n#\n# @⟦a⟧: x\n##\n{ 'command': 'foo', 'data': { '*«a»': 'str' } }`,
    ],
    ['a described value', `##\n# @F:\n#\n# @⟦a⟧: x\n##\n{ 'enum': 'F', 'data': [ '«a»' ] }`],
    [
      'a described feature, not that of another definition',
      `##\n# @foo:\n#\n# Features:\n# @⟦f⟧: x\n##\n{ 'command': 'foo', 'features': [ '«f»' ] }
       { 'command': 'bar', 'features': [ 'f' ] }`,
    ],
    [
      'a member in running text',
      `##\n# @foo:\n#\n# See @⟦a⟧.\n##\n{ 'command': 'foo', 'data': { '«a»': 'str' } }`,
    ],
    [
      'a member of named data in running text',
      `{ 'struct': 'A', 'data': { '«a»': 'str' } }
##\n# @foo:\n#\n# See @⟦a⟧.\n##\n{ 'command': 'foo', 'data': 'A' }`,
    ],
    [
      'another definition in running text',
      `##\n# See @⟦Foo⟧.\n##\n\n{ 'struct': '«Foo»', 'data': {} }`,
    ],
    ['a reference', `##\n# See \`⟦foo⟧\`.\n##\n\n{ 'command': '«foo»' }`],
    [
      'a reference to a member',
      `##\n# See \`⟦Foo.a⟧\`.\n##\n\n{ 'struct': 'Foo', 'data': { '«a»': 'int' } }`,
    ],
    [
      'an exception',
      `{ 'pragma': { 'command-name-exceptions': [ '⟦a_b⟧' ] } }\n{ 'command': '«a_b»' }`,
    ],
    ['a type in broken text', `{ 'command': 'a', 'data': '⟦Foo⟧\n{ 'struct': '«Foo»', 'data': { `],
  ])('of %s', (_, text) => {
    const { view, path, start, answers } = openMarked({ '/a.json': text });
    expect(places(view.definition(path, start))).toEqual(answers);
  });

  it.each([
    ['a built-in type', `{ 'struct': 'S', 'data': { 'a': '⟦str⟧' } }`],
    ['an unknown type', `{ 'struct': 'S', 'data': { 'a': '⟦Foo⟧' } }`],
    ['a condition', `{ 'command': 'a', 'if': '⟦FOO⟧' }`],
    ['a key', `{ '⟦command⟧': 'a' }`],
    ['a file that is not there', `{ 'include': '⟦b.json⟧' }`],
    ['an unknown name', `##\n# @⟦foo⟧ \n##`],
  ])('none of %s', (_, text) => {
    const { view, path, start } = openMarked({ '/a.json': text });
    expect(view.definition(path, start)).toEqual([]);
  });

  it('is in another file', () => {
    const { view, path, start, answers } = openMarked({
      '/a.json': `{ 'include': 'sub/b.json' }\n{ 'command': 'a', 'data': '⟦Foo⟧' }`,
      '/sub/b.json': `{ 'struct': '«Foo»', 'data': {} }`,
    });
    expect(places(view.definition(path, start))).toEqual(answers);
  });

  it('of an include is the file', () => {
    const { view, path, start, answers } = openMarked({
      '/sub/a.json': `{ 'include': '⟦../b.json⟧' }`,
      '/b.json': `«»{ 'command': 'b' }`,
    });
    expect(places(view.definition(path, start))).toEqual(answers);
  });

  it('has an end where bases go round in circles', () => {
    const text = `{ 'struct': 'A', 'base': 'B', 'data': {} } { 'struct': 'B', 'base': 'A', 'data': {} }
      { 'union': 'U', 'base': 'A', 'discriminator': '⟦t⟧', 'data': {} }`;
    const { view, path, start } = openMarked({ '/a.json': text });
    expect(view.definition(path, start)).toEqual([]);
  });
});

describe('references', () => {
  it('of a type: definition, uses and documentation, in all files', () => {
    const { view, path, start, answers } = openMarked({
      '/a.json': `{ 'include': 'b.json' }
##
# @a:
#
# Takes a @«Foo», see \`«Foo»\`, but not Foo or \`\`Foo\`\`.
##
{ 'command': 'a', 'data': '«⟦Foo⟧»' }
{ 'pragma': { 'member-name-exceptions': [ '«Foo»' ] } }
{ 'struct': 'Foo2', 'data': { 'Foo': [ '«Foo»' ] } }`,
      '/b.json': `##
# @«Foo»:
##
{ 'struct': '«Foo»', 'data': {} }`,
    });
    expect(places(view.references(path, start)).toSorted()).toEqual(answers.toSorted());
  });

  it('of a member: not those of the same name elsewhere', () => {
    const { view, path, start, answers } = openMarked({
      '/a.json': `##
# @Foo:
#
# @«a»: text about @«a»
##
{ 'struct': 'Foo', 'data': { '*«⟦a⟧»': 'E' } }
##
# @Bar:
#
# @a: another one
##
{ 'struct': 'Bar', 'data': { 'a': 'E' } }
{ 'union': 'U', 'base': 'Foo', 'discriminator': '«a»', 'data': { 'a': 'Bar' } }
{ 'enum': 'E', 'data': [ 'a' ] }`,
    });
    expect(places(view.references(path, start))).toEqual(answers);
  });

  it('of a value: branches, too', () => {
    const { view, path, start, answers } = openMarked({
      '/a.json': `##
# @E:
#
# @«x»: a value
##
{ 'enum': 'E', 'data': [ '«⟦x⟧»' ] }
{ 'union': 'U', 'base': { 'x': 'E' }, 'discriminator': 'x', 'data': { '«x»': 'Bar' } }`,
    });
    expect(places(view.references(path, start))).toEqual(answers);
  });

  it.each([
    [
      'features',
      `{ 'command': 'a', 'features': [ '«⟦f⟧»' ] } { 'event': 'B', 'features': [ { 'name': '«f»' } ] }`,
    ],
    ['conditions', `{ 'command': 'a', 'if': '«⟦F⟧»' } { 'event': 'B', 'if': { 'not': '«F»' } }`],
    [
      'built-in types',
      `{ 'command': 'a', 'returns': [ '«⟦str⟧»' ] } { 'struct': 'S', 'data': { 'str': '«str»' } }`,
    ],
    [
      'type of broken text',
      `{ 'command': 'a', 'data': '«⟦Foo⟧»\n{ 'command': 'b', 'data': '«Foo»' }\n{ 'struct': '«Foo»', `,
    ],
  ])('of %s', (_, text) => {
    const { view, path, start, answers } = openMarked({ '/a.json': text });
    expect(places(view.references(path, start))).toEqual(answers);
  });

  it('of a file: all includes of it', () => {
    const { view, path, start, answers } = openMarked({
      '/a.json': `{ 'include': '«⟦b.json⟧»' } { 'include': 'sub/c.json' }`,
      '/b.json': '',
      '/sub/c.json': `{ 'include': '«../b.json»' }`,
    });
    expect(places(view.references(path, start))).toEqual(answers);
  });

  it('none of a key', () => {
    const { view, path, start } = openMarked({ '/a.json': `{ '⟦command⟧': 'a' }` });
    expect(view.references(path, start)).toEqual([]);
  });

  it('find names that JavaScript gives a meaning to', () => {
    const { view, path, start, answers } = openMarked({
      '/a.json': `{ 'command': '«⟦constructor⟧»', '__proto__': 'x' }
{ 'pragma': { 'documentation-exceptions': [ '«constructor»', 'toString' ] } }`,
    });
    expect(places(view.references(path, start))).toEqual(answers);
    expect(view.definition('/a.json', 0)).toEqual([]);
  });
});
