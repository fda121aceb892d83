import type { Command, Event, Schema, Type } from '@qapi-ts/compiler';
import type {
  CommandTable,
  DefinedTypeTable,
  EventTable,
  ObjectTable,
  SchemaTable,
  TypeRef,
} from '@qapi-ts/runtime/abi/v1';

type DefinedType = Exclude<Type, { kind: 'builtin' | 'array' }>;
type ObjectType = Extract<Type, { kind: 'object' }>;

/** The tables of a schema, made directly: what generated code has, for schemas that come at run time. */
export function tablesOf(schema: Schema): SchemaTable {
  const tables = new Tables();
  const entries = schema.modules.flatMap((module) => module.entries);
  return {
    abi: 1,
    integers: 'mixed',
    commands: entries
      .filter((entry) => entry.kind === 'command')
      .map((entry) => tables.command(entry)),
    events: entries.filter((entry) => entry.kind === 'event').map((entry) => tables.event(entry)),
  };
}

class Tables {
  readonly #types = new Map<DefinedType, DefinedTypeTable>();

  command(command: Command): CommandTable {
    const { name, argType, returnType } = command;
    return {
      kind: 'command',
      name,
      ...(argType && { arguments: () => this.#object(argType) }),
      ...(returnType && { returns: this.#reference(returnType) }),
      ...(!command.gen && { gen: false }),
      ...(!command.successResponse && { successResponse: false }),
      ...(command.allowOob && { allowOob: true }),
    };
  }

  event({ name, argType }: Event): EventTable {
    return { kind: 'event', name, ...(argType && { data: () => this.#object(argType) }) };
  }

  #reference(type: Type): TypeRef {
    if (type.kind === 'builtin') return type.name;
    if (type.kind === 'array') return [this.#reference(type.element)];
    return () => this.#table(type);
  }

  #object(type: ObjectType): ObjectTable {
    const table = this.#table(type);
    if (table.kind !== 'object') throw new Error(`${type.name} is no object type`);
    return table;
  }

  #table(type: DefinedType): DefinedTypeTable {
    let table = this.#types.get(type);
    if (table === undefined) {
      table = this.#make(type);
      this.#types.set(type, table);
    }
    return table;
  }

  #make(type: DefinedType): DefinedTypeTable {
    const { name } = type;
    switch (type.kind) {
      case 'enum':
        return { kind: 'enum', name, values: type.values.map((value) => value.name) };
      case 'alternate':
        return {
          kind: 'alternate',
          name,
          alternatives: type.alternatives.map((one) => [one.name, this.#reference(one.type)]),
        };
      case 'object': {
        const members = type.members.map((member) => ({
          name: member.name,
          type: this.#reference(member.type),
          ...(member.optional && { optional: true as const }),
        }));
        if (type.variants === undefined) return { kind: 'object', name, members };
        const listed = type.variants.branches.filter(({ isListed }) => isListed);
        return {
          kind: 'object',
          name,
          members,
          tag: type.variants.tag.name,
          branches: listed.map((branch) => [branch.name, () => this.#object(branch.type)]),
        };
      }
    }
  }
}
