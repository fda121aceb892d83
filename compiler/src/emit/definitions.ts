import type {
  AlternateType,
  Command,
  Entity,
  EnumType,
  Event,
  Module,
  ObjectType,
  Schema,
} from '../schema/model.js';

/** A type that has a declaration of its own in generated code. */
export type DefinedType = EnumType | ObjectType | AlternateType;

export interface Definitions {
  readonly types: readonly DefinedType[];
  readonly commands: readonly Command[];
  readonly events: readonly Event[];
}

/** What modules hold that generated code declares, in source order. Built-in modules hold none of it. */
export function definitionsOf({ modules }: { readonly modules: readonly Module[] }): Definitions {
  const types: DefinedType[] = [];
  const commands: Command[] = [];
  const events: Event[] = [];
  for (const { entries, isBuiltin } of modules) {
    if (isBuiltin) continue;
    for (const entry of entries) {
      if (entry.kind === 'command') commands.push(entry);
      else if (entry.kind === 'event') events.push(entry);
      else if (entry.kind !== 'include' && isDefinedType(entry)) types.push(entry);
    }
  }
  return { types, commands, events };
}

export function isDefinedType(entity: Entity): entity is DefinedType {
  return entity.kind === 'enum' || entity.kind === 'object' || entity.kind === 'alternate';
}

/** Whether the only value is `{}`. */
export function isEmptyObject(type: ObjectType): boolean {
  return type.members.length === 0 && type.variants === undefined;
}

/** The module that the others are included from. */
export function rootModule({ modules }: Schema): Module {
  const root = modules.find(({ isBuiltin }) => !isBuiltin);
  if (root === undefined) throw new Error('a schema without a module of its own');
  return root;
}
