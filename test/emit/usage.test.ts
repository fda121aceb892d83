import { describe, expect, it } from 'vitest';
import { compileText, emit, textOf, typesOf } from './support/emitted.js';
import { loadModules } from './support/load-modules.js';
import { STRICTEST, typeCheck } from './support/type-check.js';
import { createDirectory, writeFiles } from './support/write-files.js';

const SCHEMA = `
{ 'pragma': { 'doc-required': false, 'command-returns-exceptions': [ 'count' ] } }
{ 'enum': 'ShapeKind', 'data': [ 'circle', 'square', 'point', 'void' ] }
{ 'struct': 'ShapeBase', 'data': { 'kind': 'ShapeKind', '*label': 'str' } }
{ 'struct': 'Circle', 'data': { 'radius': 'number' } }
{ 'struct': 'Square', 'base': 'Circle', 'data': { 'edge': 'uint8', '*big': 'int' } }
{ 'struct': 'Nothing', 'data': {} }
{ 'union': 'Shape', 'base': 'ShapeBase', 'discriminator': 'kind',
  'data': { 'circle': 'Circle', 'square': 'Square', 'point': 'Nothing' } }
{ 'alternate': 'ShapeRef', 'data': { 'definition': 'Shape', 'id': 'ShapeKind', 'none': 'null',
                                     'index': 'int', 'flag': 'bool', 'list': ['str'] } }
{ 'command': 'draw', 'data': { 'shapes': ['Shape'], '*extra': 'any' }, 'returns': 'Nothing' }
{ 'command': 'count', 'returns': 'size' }
{ 'command': 'erase', 'boxed': true, 'data': 'Nothing', 'allow-oob': true }
{ 'command': 'raw', 'data': { 'driver': 'str' }, 'gen': false }
{ 'event': 'DRAWN', 'data': { 'shape': 'ShapeRef' } }
{ 'event': 'ERASED' }
`;

const UNIONS = `
import type { Shape } from './index.js';
export function measure(shape: Shape): number {
  switch (shape.kind) {
    case 'circle':
      // @ts-expect-error only squares have an edge
      void shape.edge;
      return shape.radius;
    case 'square':
      return shape.edge * shape.radius;
    case 'point':
    case 'void':
      // @ts-expect-error branches without members have those of the base alone
      void shape.radius;
      return (shape.label ?? '').length;
    default: {
      const never: never = shape;
      return never;
    }
  }
}
export const shapes: readonly Shape[] = [
  { kind: 'circle', radius: 1 },
  { kind: 'square', radius: 1, edge: 2, label: undefined },
  { kind: 'point' },
  // @ts-expect-error a circle has a radius
  { kind: 'circle' },
  // @ts-expect-error a point has none
  { kind: 'point', radius: 1 },
  // @ts-expect-error not one of the values
  { kind: 'line' },
];
`;

const ALTERNATES = `
import { isShapeRefDefinition, isShapeRefId, isShapeRefIndex, isShapeRefList, isShapeRefNone } from './index.js';
import type { ShapeKind, ShapeRef } from './index.js';
export function describe(ref: ShapeRef): string {
  if (isShapeRefDefinition(ref)) return ref.kind;
  if (isShapeRefId(ref)) return ref satisfies ShapeKind;
  if (isShapeRefNone(ref)) return 'none';
  if (isShapeRefIndex(ref)) return ref.toFixed();
  if (isShapeRefList(ref)) return ref.join();
  const flag: boolean = ref;
  return String(flag);
}
`;

const CLIENT = `
import { connect, type Client } from './client.js';
import type { CommandName, Commands, EventName, OobCommandName } from './index.js';
import { ShapeKindValues } from './index.js';
const all = ['draw', 'count', 'erase', 'raw'] as const satisfies readonly CommandName[];
const events = ['DRAWN', 'ERASED'] as const satisfies readonly EventName[];
const oob: OobCommandName = 'erase';
// @ts-expect-error may not be executed out-of-band
const inBand: OobCommandName = 'draw';
export const kinds: readonly ['circle', 'square', 'point', 'void'] = ShapeKindValues;
export async function use(): Promise<void> {
  const client: Client = await connect({ path: '/run/shapes.sock' });
  const result: Commands['draw']['returns'] = await client.execute('draw', { shapes: [] });
  // @ts-expect-error it is empty
  void result.something.more;
  const count: number = await client.execute('count');
  await client.execute('erase');
  // @ts-expect-error it takes nothing
  await client.execute('erase', { a: 1 });
  await client.executeOob('erase');
  await client.execute('raw', { driver: 'x', anything: [1] });
  // @ts-expect-error what the schema names is checked
  await client.execute('raw', { driver: 1 });
  // @ts-expect-error arguments are missing
  await client.execute('draw');
  for await (const event of client.events('DRAWN')) void event.data.shape;
  void [all, events, oob, inBand, count];
}
`;

const HANDLERS = `
import { defineHandlers, defineOobHandlers, type Context, type Handler } from './server.js';
const count: Handler<'count'> = (_, context: Context) => {
  context.emit('ERASED');
  // @ts-expect-error there is no such event
  context.emit('GONE');
  return 1;
};
export const handlers = defineHandlers({
  draw: ({ shapes, extra }) => {
    void extra;
    for (const shape of shapes) if (shape.kind === 'circle') void shape.radius;
    return {};
  },
  count,
  raw: ({ driver, other }) => void [driver.trim(), other],
});
export const wrong = defineHandlers({
  draw: () => ({}),
  // @ts-expect-error a number is due
  count: async () => 'many',
  raw: () => undefined,
});
export const oob = defineOobHandlers({ erase: () => undefined });
// @ts-expect-error out-of-band handlers are synchronous
export const asynchronous = defineOobHandlers({ erase: async () => undefined });
`;

/** Code that uses what is generated of the schema. What must not compile says so. */
const USES = [
  { path: 'use-unions.ts', text: UNIONS },
  { path: 'use-alternates.ts', text: ALTERNATES },
  { path: 'use-client.ts', text: CLIENT },
  { path: 'use-handlers.ts', text: HANDLERS },
];

describe('generated types', () => {
  it('let right uses compile, and no others', { timeout: 60_000 }, () => {
    const files = writeFiles(createDirectory(), [...emit(compileText(SCHEMA)), ...USES]);
    const options = { ...STRICTEST, declaration: false, isolatedDeclarations: false };
    expect(typeCheck(files, options)).toEqual([]);
  });

  it.each([
    ['number', 'number', 'readonly number[]'],
    ['mixed', 'number | bigint', 'readonly (number | bigint)[]'],
    ['bigint', 'bigint', 'readonly bigint[]'],
  ] as const)('show 64-bit integers as %s', (integers, single, array) => {
    const text = `{ 'struct': 'Widths', 'data': { 'a': 'int', 'b': 'int64', 'c': 'uint64', 'd': 'size',
      'e': 'int32', 'f': 'uint32', 'g': 'number', 'h': ['size'], '*i': 'int' } }`;
    const types = textOf(emit(compileText(text), integers), 'schema.ts');
    expect(types.slice(types.indexOf('{\n'))).toBe(`{
  a: ${single};
  b: ${single};
  c: ${single};
  d: ${single};
  e: number;
  f: number;
  g: number;
  h: ${array};
  i?: ${single} | undefined;
}
`);
    expect(textOf(emit(compileText(text), integers), 'tables.ts')).toContain(
      `integers: '${integers}'`,
    );
  });

  it('spell out the one predefined enum', () => {
    const types = typesOf("{ 'struct': 'Raw', 'data': { 'type': 'QType', '*all': ['QType'] } }");
    const values = "'none' | 'qnull' | 'qnum' | 'qstring' | 'qdict' | 'qlist' | 'qbool'";
    expect(types).toContain(`  type: ${values};\n`);
    expect(types).toContain(`  all?:\n    readonly (${values})[] | undefined;\n`);
  });

  it('recognise alternatives at run time', async () => {
    const load = loadModules(emit(compileText(SCHEMA), 'mixed'));
    const guards = Object.entries(await load('schema.ts')).filter(([name]) =>
      name.startsWith('is'),
    );
    const recognise = (value: unknown): readonly string[] =>
      guards
        .filter(([, guard]) => (guard as (value: unknown) => boolean)(value))
        .map(([name]) => name.replace('isShapeRef', ''));
    expect(recognise({ kind: 'point' })).toEqual(['Definition']);
    expect(recognise('point')).toEqual(['Id']);
    expect(recognise(null)).toEqual(['None']);
    expect(recognise(1)).toEqual(['Index']);
    expect(recognise(1n)).toEqual(['Index']);
    expect(recognise(false)).toEqual(['Flag']);
    expect(recognise([])).toEqual(['List']);
  });
});
