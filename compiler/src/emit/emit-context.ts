import type { Command, Event, ObjectType, Schema } from '../schema/model.js';
import type { DefinedType } from './definitions.js';
import { isDefinedType } from './definitions.js';
import type { IntegerMode } from './integer-mode.js';
import { assignPaths, type ModulePaths } from './module-paths.js';
import { assignNames, type Names } from './naming/assign-names.js';
import { ownersOf, type Owner } from './owners.js';
import type { SymbolRef } from './print/source-module.js';

/** What every emitter needs to know: the schema, and how its definitions are called in the output. */
export interface EmitContext {
  readonly schema: Schema;
  readonly integers: IntegerMode;
  readonly names: Names;
  /** Of the implicit object types. */
  readonly owners: ReadonlyMap<ObjectType, Owner>;
  /** By name of the module. Built-in modules have none. */
  readonly paths: ReadonlyMap<string, ModulePaths>;
}

export function createContext(schema: Schema, integers: IntegerMode): EmitContext {
  const owners = ownersOf(schema);
  const names = assignNames(schema, owners);
  return { schema, integers, names, owners, paths: assignPaths(schema) };
}

/** The declared type. */
export function typeSymbol(type: DefinedType, context: EmitContext): SymbolRef {
  return {
    name: nameIn(context.names.types, type),
    from: pathsOf(type.module, context).types,
    isTypeOnly: true,
  };
}

/** The table that tells the runtime of a definition. */
export function tableSymbol(
  entity: DefinedType | Command | Event,
  context: EmitContext,
): SymbolRef {
  return {
    name: nameIn(context.names.tables, entity),
    from: pathsOf(entity.module, context).tables,
    isTypeOnly: false,
  };
}

/** The type of a schema's definition, by its name in the schema. */
export function findType(name: string, context: EmitContext): SymbolRef | undefined {
  const entity = context.schema.entities.get(name);
  if (entity === undefined || !isDefinedType(entity) || entity.isImplicit) return undefined;
  return typeSymbol(entity, context);
}

export function pathsOf(module: string, { paths }: EmitContext): ModulePaths {
  const found = paths.get(module);
  if (found === undefined) throw new Error(`no files for the module '${module}'`);
  return found;
}

export function nameIn<K extends { readonly name: string }>(
  names: ReadonlyMap<K, string>,
  key: K,
): string {
  const name = names.get(key);
  if (name === undefined) throw new Error(`no identifier for '${key.name}'`);
  return name;
}
