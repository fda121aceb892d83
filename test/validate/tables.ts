import type {
  AlternateTable,
  CommandTable,
  EnumTable,
  EventTable,
  ObjectTable,
  TypeRef,
} from '../../runtime/src/abi/tables.js';

/** Members by name; a `?` at the end makes one optional. */
export function struct(
  name: string,
  members: readonly (readonly [string, TypeRef])[],
): ObjectTable {
  return {
    kind: 'object',
    name,
    members: members.map(([label, type]) =>
      label.endsWith('?')
        ? { name: label.slice(0, -1), type, optional: true }
        : { name: label, type },
    ),
  };
}

export function union(
  base: ObjectTable,
  tag: string,
  branches: readonly (readonly [string, () => ObjectTable])[],
): ObjectTable {
  return { ...base, tag, branches };
}

export function enumeration(name: string, ...values: readonly string[]): EnumTable {
  return { kind: 'enum', name, values };
}

export function alternate(
  name: string,
  ...alternatives: readonly (readonly [string, TypeRef])[]
): AlternateTable {
  return { kind: 'alternate', name, alternatives };
}

/** A command that takes these members. */
export function taking(...members: readonly (readonly [string, TypeRef])[]): CommandTable {
  const table = struct('Arguments', members);
  return { kind: 'command', name: 'x', arguments: () => table };
}

export function returning(type: TypeRef): CommandTable {
  return { kind: 'command', name: 'x', returns: type };
}

export function carrying(...members: readonly (readonly [string, TypeRef])[]): EventTable {
  const table = struct('Data', members);
  return { kind: 'event', name: 'X', data: () => table };
}
