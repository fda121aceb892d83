import { compileSchema, conditionValue, MemoryHost, type Schema } from '@qapi-ts/compiler';
import { describe, expect, it } from 'vitest';
import { applyConditions } from '../../compiler/src/schema/apply-conditions.js';

const SOURCE = `
{ 'enum': 'Color',
  'data': [ 'red', { 'name': 'green', 'if': 'GREEN' } ] }
{ 'struct': 'Paint', 'if': 'PAINT',
  'data': { 'color': 'Color', 'extra': { 'type': 'Varnish', 'if': 'VARNISH' } },
  'features': [ { 'name': 'wet', 'if': 'WET' } ] }
{ 'struct': 'Varnish', 'if': 'VARNISH', 'data': { 'again': [ 'Paint' ] } }
{ 'union': 'Tool', 'base': { 'color': 'Color' }, 'discriminator': 'color',
  'data': { 'green': 'Varnish' } }
{ 'alternate': 'Choice', 'data': { 'a': 'int', 'b': { 'type': 'bool', 'if': { 'not': 'WET' } } } }
{ 'command': 'paint', 'data': { 'with': [ 'Paint' ], 'tool': 'Tool', 'choice': 'Choice' } }
{ 'command': 'wash', 'if': { 'all': [ 'WET', { 'any': [ 'PAINT', 'VARNISH' ] } ] } }
`;

function schemaWith(defines: readonly string[] | undefined): Schema {
  const host = new MemoryHost({ '/a.json': SOURCE });
  const { schema, diagnostics } = compileSchema('/a.json', { host });
  expect(diagnostics).toEqual([]);
  if (schema === undefined) throw new Error('does not compile');
  return applyConditions(schema, conditionValue(defines));
}

/** What is left of a schema, in one line for each user-defined entity. */
function outline({ entities }: Schema): readonly string[] {
  const lines: string[] = [];
  for (const entity of entities.values()) {
    const features = entity.features.map(({ name }) => ` +${name}`).join('');
    if (entity.span === undefined || entity.kind === 'array') continue;
    if (entity.kind === 'enum') {
      lines.push(`${entity.name}: ${entity.values.map(({ name }) => name).join(' ')}`);
    } else if (entity.kind === 'object') {
      const branches = entity.variants?.branches.map(({ name }) => ` [${name}]`).join('') ?? '';
      const members = entity.members.map(({ name }) => name).join(' ');
      lines.push(`${entity.name}: ${members}${branches}${features}`);
    } else if (entity.kind === 'alternate') {
      lines.push(`${entity.name}: ${entity.alternatives.map(({ name }) => name).join(' ')}`);
    } else lines.push(entity.name);
  }
  return lines;
}

describe('applyConditions', () => {
  it('takes every condition as true without defines, negated ones too', () => {
    expect(outline(schemaWith(undefined))).toEqual([
      'Color: red green',
      'Paint: color extra +wet',
      'Varnish: again',
      'q_obj_Tool-base: color',
      'Tool: color [green] [red]',
      'Choice: a b',
      'q_obj_paint-arg: with tool choice',
      'paint',
      'wash',
    ]);
  });

  it('leaves out what does not hold, and keeps types that something left over uses', () => {
    expect(outline(schemaWith([]))).toEqual([
      'Color: red',
      'Paint: color',
      'q_obj_Tool-base: color',
      'Tool: color [red]',
      'Choice: a b',
      'q_obj_paint-arg: with tool choice',
      'paint',
    ]);
  });

  it('decides combinations', () => {
    expect(outline(schemaWith(['WET', 'VARNISH', 'GREEN']))).toEqual([
      'Color: red green',
      'Paint: color extra +wet',
      'Varnish: again',
      'q_obj_Tool-base: color',
      'Tool: color [green] [red]',
      'Choice: a',
      'q_obj_paint-arg: with tool choice',
      'paint',
      'wash',
    ]);
  });

  it('keeps types that refer to each other the same records', () => {
    const { entities } = schemaWith(['VARNISH']);
    const paint = entities.get('Paint');
    const varnish = entities.get('Varnish');
    if (paint?.kind !== 'object' || varnish?.kind !== 'object') throw new Error('types are gone');
    expect(paint.members[1]?.type).toBe(varnish);
    const again = varnish.members[0]?.type;
    expect(again?.kind === 'array' && again.element).toBe(paint);
  });
});
