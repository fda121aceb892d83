import { expect, it } from 'vitest';
import type { Command, Event, Feature, Member, Schema, Type } from '../../compiler/src/index.js';
import type { ClientSchema } from '@qapi-ts/runtime/abi/v1';
import { describeReference, readReferenceJson } from '../support/reference.js';
import { createContext } from '../../compiler/src/emit/emit-context.js';
import { definitionsOf, type DefinedType } from '../../compiler/src/emit/definitions.js';
import { compileReference, emit, referenceSchemas } from './support/emitted.js';
import { loadModules } from './support/load-modules.js';

/** What the tables must say of the model, with the thunks called and types by name. */
function tableOf(entity: DefinedType | Command | Event): object {
  const features = featuresOf(entity.features);
  const { name } = entity;
  switch (entity.kind) {
    case 'enum': {
      const valueFeatures = entity.values
        .filter((value) => value.features.length > 0)
        .map((value) => [value.name, value.features.map((feature) => feature.name)]);
      return {
        kind: 'enum',
        name,
        values: entity.values.map((value) => value.name),
        ...(valueFeatures.length > 0 && { valueFeatures }),
        ...features,
      };
    }
    case 'alternate':
      return {
        kind: 'alternate',
        name,
        alternatives: entity.alternatives.map((one) => [one.name, refOf(one.type)]),
        ...features,
      };
    case 'object':
      return {
        kind: 'object',
        name,
        members: entity.members.map(memberOf),
        ...(entity.variants && {
          tag: entity.variants.tag.name,
          branches: entity.variants.branches
            .filter((branch) => branch.isListed)
            .map((branch) => [branch.name, refOf(branch.type)]),
        }),
        ...features,
      };
    case 'command':
      return {
        kind: 'command',
        name,
        ...(entity.argType && { arguments: refOf(entity.argType) }),
        ...(entity.returnType && { returns: refOf(entity.returnType) }),
        ...(!entity.gen && { gen: false }),
        ...(!entity.successResponse && { successResponse: false }),
        ...(entity.allowOob && { allowOob: true }),
        ...(entity.allowPreconfig && { allowPreconfig: true }),
        ...(entity.coroutine && { coroutine: true }),
        ...features,
      };
    case 'event':
      return {
        kind: 'event',
        name,
        ...(entity.argType && { data: refOf(entity.argType) }),
        ...features,
      };
  }
}

function memberOf({ name, type, optional, features }: Member): object {
  return { name, type: refOf(type), ...(optional && { optional: true }), ...featuresOf(features) };
}

function featuresOf(features: readonly Feature[]): object {
  return features.length > 0 ? { features: features.map(({ name }) => name) } : {};
}

function refOf(type: Type): unknown {
  if (type.kind === 'array') return [refOf(type.element)];
  return type.kind === 'builtin' || type.name === 'QType' ? type.name : { type: type.name };
}

/** A table as it is, with each function replaced by the name of the type that it returns. */
function resolve(value: unknown): unknown {
  if (typeof value === 'function') return { type: (value as () => { name: string })().name };
  if (Array.isArray(value)) return value.map(resolve);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, resolve(part)]));
}

/** The tables of all definitions, by module and constant, but for those of inline bases. */
function expectedTables(schema: Schema): Map<string, Record<string, object>> {
  const { names, owners, paths } = createContext(schema, 'number');
  const { types, commands, events } = definitionsOf(schema);
  const expected = new Map<string, Record<string, object>>();
  for (const entity of [...types, ...commands, ...events]) {
    if (entity.kind === 'object' && owners.get(entity)?.kind === 'object') continue;
    const path = paths.get(entity.module)?.tables ?? '';
    const module = expected.get(path) ?? {};
    module[names.tables.get(entity) ?? ''] = tableOf(entity);
    expected.set(path, module);
  }
  return expected;
}

describeReference('the tables say what the model says', () => {
  for (const reference of referenceSchemas()) {
    it(`for ${reference.name}`, { timeout: 60_000 }, async () => {
      const schema = compileReference(reference);
      const load = loadModules(emit(schema));
      for (const [path, tables] of expectedTables(schema)) {
        expect(resolve({ ...(await load(path)) }), path).toEqual(tables);
      }
      const { tables } = (await load('tables.ts')) as { tables: ClientSchema<object, object> };
      const { commands, events } = definitionsOf(schema);
      expect(tables.abi).toBe(1);
      expect(tables.integers).toBe('number');
      expect(tables.commands.map(resolve)).toEqual(commands.map(tableOf));
      expect(tables.events.map(resolve)).toEqual(events.map(tableOf));
    });
  }

  it('and the introspection is the one that the reference computes', async () => {
    const [reference] = referenceSchemas();
    if (reference === undefined) throw new Error('no reference schema');
    const load = loadModules(emit(compileReference(reference)));
    const { introspection } = await load('introspection.ts');
    expect(introspection).toEqual(readReferenceJson('introspection/qemu-10.2.masked.json'));
  });
});
