import { compileSchema, MemoryHost, type Schema } from '../../compiler/src/index.js';
import { describe, expect, it } from 'vitest';
import { describeParts, type DescribedPart } from '../../compiler/src/schema/describe-parts.js';

const SOURCE = `
##
# @Kind:
#
# @disk: a disk
#
# @share: a share
#
# Features:
#
# @old: an old value
##
{ 'enum': 'Kind', 'data': [ { 'name': 'disk', 'features': [ 'old' ] }, 'share' ] }

##
# @Top:
#
# @top: on top
##
{ 'struct': 'Top', 'data': { 'top': 'str' } }

##
# @Disk:
#
# @path: where
##
{ 'struct': 'Disk', 'base': 'Top', 'data': { 'path': 'str', '*size': 'int' } }

##
# @Volume:
#
# @kind: which
##
{ 'union': 'Volume', 'base': { 'kind': 'Kind' }, 'discriminator': 'kind', 'data': { 'disk': 'Disk' } }

##
# @Either:
#
# @one: one
#
# @other: the other
##
{ 'alternate': 'Either', 'data': { 'one': 'int', 'other': 'Disk' } }

##
# @inline:
#
# @a: an argument
#
# Features:
#
# @new: a new argument
#
# @quick: a quick command
##
{ 'command': 'inline', 'data': { 'a': { 'type': 'str', 'features': [ 'new' ] } }, 'features': [ 'quick' ] }

##
# @boxed:
##
{ 'command': 'boxed', 'data': 'Volume', 'boxed': true }

##
# @GONE:
#
# @a: what is gone
##
{ 'event': 'GONE', 'data': { 'a': 'str' } }

{ 'struct': 'Bare', 'data': { 'a': 'str' } }
`;

function compile(): Schema {
  const host = new MemoryHost({ '/schema.json': SOURCE });
  const { schema } = compileSchema('/schema.json', { host, docs: 'off' });
  if (schema === undefined) throw new Error('the schema does not compile');
  return schema;
}

type Outline = readonly [
  role: string,
  name: string,
  text: string | undefined,
  ...features: Outline[],
];

function outline({ role, name, description, features }: DescribedPart): Outline {
  return [role, name, description?.text, ...features.map(outline)];
}

describe('the parts of an entity come with their descriptions', () => {
  const schema = compile();

  it.each<[string, readonly Outline[]]>([
    [
      'Kind',
      [
        ['value', 'disk', 'a disk', ['feature', 'old', 'an old value']],
        ['value', 'share', 'a share'],
      ],
    ],
    [
      'Disk',
      [
        ['member', 'top', 'on top'],
        ['member', 'path', 'where'],
        ['member', 'size', undefined],
      ],
    ],
    [
      'Volume',
      [
        ['member', 'kind', 'which'],
        ['branch', 'disk', 'a disk'],
      ],
    ],
    [
      'Either',
      [
        ['alternative', 'one', 'one'],
        ['alternative', 'other', 'the other'],
      ],
    ],
    [
      'inline',
      [
        ['member', 'a', 'an argument', ['feature', 'new', 'a new argument']],
        ['feature', 'quick', 'a quick command'],
      ],
    ],
    [
      'boxed',
      [
        ['member', 'kind', 'which'],
        ['branch', 'disk', 'a disk'],
      ],
    ],
    ['GONE', [['member', 'a', 'what is gone']]],
    ['Bare', [['member', 'a', undefined]]],
    ['int', []],
  ])('%s', (name, expected) => {
    const entity = schema.entities.get(name);
    if (entity === undefined) throw new Error(`there is no ${name}`);
    expect(describeParts(entity).map(outline)).toEqual(expected);
  });

  it('whose places are those of the source', () => {
    const entity = schema.entities.get('Disk');
    const [, path] = entity === undefined ? [] : describeParts(entity);
    const { span } = path?.description ?? {};
    expect(span?.file.text.slice(span.start, span.end)).toBe('# @path: where');
  });
});
