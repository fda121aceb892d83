import type { ConditionValue } from './condition-value.js';
import type {
  AlternateType,
  Command,
  Entity,
  EnumType,
  Event,
  ModuleEntry,
  ObjectType,
  Schema,
  Type,
} from './model.js';
import { makeObjectType, type ObjectParts } from './object-type.js';

/**
 * The schema that remains where conditions are decided: entities, members, values, branches and features
 * whose condition does not hold are gone. A type that something left over still uses stays.
 */
export function applyConditions(schema: Schema, holds: ConditionValue): Schema {
  const pruner = new Pruner(holds);
  for (const { entries } of schema.modules) {
    for (const entry of entries) {
      if (entry.kind !== 'include' && holds(entry.condition)) pruner.entity(entry);
    }
  }
  const emptyObject = pruner.object(schema.emptyObject);
  pruner.fill();
  const keep = (entry: ModuleEntry): readonly ModuleEntry[] => {
    const kept = entry.kind === 'include' ? entry : pruner.copyOf(entry);
    return kept === undefined ? [] : [kept];
  };
  const modules = schema.modules.map((module) => ({
    ...module,
    entries: module.entries.flatMap(keep),
  }));
  const entities = modules
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.kind !== 'include');
  return {
    modules,
    entities: new Map(entities.map((entity) => [entity.name, entity])),
    docs: schema.docs,
    emptyObject,
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Copies entities without what does not hold. Copies are entered first and filled later: types are cyclic, and
 * one may lead to the next through the whole schema.
 */
class Pruner {
  readonly #holds: ConditionValue;
  readonly #copies = new Map<Entity, Entity>();
  readonly #unfilled: (() => void)[] = [];

  constructor(holds: ConditionValue) {
    this.#holds = holds;
  }

  /** Undefined for what does not hold and is not used. */
  copyOf(entity: Entity): Entity | undefined {
    return this.#copies.get(entity);
  }

  /** Fills all copies, and those of what they use. */
  fill(): void {
    for (let fill = this.#unfilled.pop(); fill !== undefined; fill = this.#unfilled.pop()) fill();
  }

  entity(entity: Entity): Entity {
    switch (entity.kind) {
      case 'command':
        return this.#command(entity);
      case 'event':
        return this.#event(entity);
      default:
        return this.#type(entity);
    }
  }

  object(type: ObjectType): ObjectType {
    const known = this.#copies.get(type);
    if (known?.kind === 'object') return known;
    const copy = makeObjectType({ ...type, features: this.#keep(type.features) });
    this.#copies.set(type, copy);
    this.#unfilled.push(() => this.#fillObject(type, copy));
    return copy;
  }

  #fillObject(type: ObjectType, copy: ObjectParts): void {
    copy.base = type.base && this.object(type.base);
    copy.localMembers = this.#keep(type.localMembers).map((member) => ({
      ...member,
      type: this.#type(member.type),
      features: this.#keep(member.features),
    }));
    if (type.variants === undefined) return;
    const tagType = this.#enum(type.variants.tag.type);
    const values = new Set(tagType.values.map(({ name }) => name));
    copy.variants = {
      tag: { ...type.variants.tag, type: tagType },
      branches: this.#keep(type.variants.branches)
        .filter(({ name }) => values.has(name))
        .map((branch) => ({ ...branch, type: this.object(branch.type) })),
    };
  }

  #command(command: Command): Command {
    const copy: Command = {
      ...command,
      features: this.#keep(command.features),
      argType: command.argType && this.object(command.argType),
      returnType: command.returnType && this.#type(command.returnType),
    };
    this.#copies.set(command, copy);
    return copy;
  }

  #event(event: Event): Event {
    const copy: Event = {
      ...event,
      features: this.#keep(event.features),
      argType: event.argType && this.object(event.argType),
    };
    this.#copies.set(event, copy);
    return copy;
  }

  #type(type: Type): Type {
    switch (type.kind) {
      case 'builtin':
        this.#copies.set(type, type);
        return type;
      case 'enum':
        return this.#enum(type);
      case 'object':
        return this.object(type);
      case 'alternate':
        return this.#alternate(type);
      case 'array': {
        const known = this.#copies.get(type);
        if (known?.kind === 'array') return known;
        const element = this.#type(type.element);
        if (element.kind === 'array') throw new Error(`array of arrays: ${type.name}`);
        const copy = { ...type, element };
        this.#copies.set(type, copy);
        return copy;
      }
    }
  }

  #enum(type: EnumType): EnumType {
    const known = this.#copies.get(type);
    if (known?.kind === 'enum') return known;
    const values = this.#keep(type.values).map((value) => ({
      ...value,
      features: this.#keep(value.features),
    }));
    const copy = { ...type, values, features: this.#keep(type.features) };
    this.#copies.set(type, copy);
    return copy;
  }

  #alternate(type: AlternateType): AlternateType {
    const known = this.#copies.get(type);
    if (known?.kind === 'alternate') return known;
    const copy: Mutable<AlternateType> = { ...type, features: this.#keep(type.features) };
    this.#copies.set(type, copy);
    this.#unfilled.push(() => {
      copy.alternatives = this.#keep(type.alternatives).map((alternative) => ({
        ...alternative,
        type: this.#type(alternative.type),
      }));
    });
    return copy;
  }

  #keep<T extends { readonly condition: Entity['condition'] }>(items: readonly T[]): readonly T[] {
    return items.filter(({ condition }) => this.#holds(condition));
  }
}
