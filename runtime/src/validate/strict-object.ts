import type { ObjectTable } from '../abi/tables.js';
import { DEFAULT_LIMITS } from '../wire/limits.js';
import { setMember } from '../wire/member.js';
import { jsonTypeOf } from './json-type.js';
import type { Linker } from './linker.js';
import { refuse, refuseType, type Reader } from './reader.js';

type Members = Record<string, unknown>;

interface LinkedMember {
  readonly name: string;
  readonly isOptional: boolean;
  readonly read: Reader;
}

/** The members that an object may have, in schema order, once the tags of its unions are known. */
interface Layout {
  readonly members: readonly LinkedMember[];
  readonly positions: ReadonlyMap<string, number>;
  readonly tag: string | undefined;
  readonly branches: ReadonlyMap<unknown, () => Layout>;
}

/**
 * Reads a struct or a union by the rules of wire.md 10.2, 10.3 and 10.6. `copies`: the result is a
 * fresh object; else it is the value itself, and no member may change.
 */
export function readObject(table: ObjectTable, linker: Linker, copies: boolean): Reader {
  // Linked at first use: types may contain themselves.
  let root: Layout | undefined;
  return (value, path, depth) => {
    if (jsonTypeOf(value) !== 'object') return refuseType(path, depth, 'an object', value);
    if (depth >= DEFAULT_LIMITS.nesting) refuse(path, depth, 'is nested too deep or in a cycle');
    const source = value as Members;
    const { members, positions } = chooseLayout((root ??= makeLayout([], table, linker)), source);

    // Looking up the members that are there is faster than looking for all that might be.
    const values = new Array<unknown>(members.length);
    let unexpected: string | undefined;
    for (const name of Object.keys(source)) {
      const position = positions.get(name);
      if (position !== undefined) values[position] = source[name];
      else if (source[name] !== undefined) unexpected ??= name;
    }

    const target = copies ? { ...source } : source;
    for (let i = 0; i < members.length; i++) {
      const member = members[i];
      const sent = values[i];
      if (member === undefined || (sent === undefined && member.isOptional)) continue;
      path[depth] = member.name;
      if (sent === undefined) refuse(path, depth + 1, 'is missing');
      const result = member.read(sent, path, depth + 1);
      if (result !== sent) setMember(target, member.name, result);
    }
    if (unexpected !== undefined) {
      path[depth] = unexpected;
      refuse(path, depth + 1, 'is unexpected');
    }
    return target;
  };
}

function chooseLayout(root: Layout, source: Members): Layout {
  let layout = root;
  while (layout.tag !== undefined) {
    const branch = layout.branches.get(source[layout.tag]);
    if (branch === undefined) break;
    layout = branch();
  }
  return layout;
}

/** `outer`: the members of the union of which the table is a branch. */
function makeLayout(outer: readonly LinkedMember[], table: ObjectTable, linker: Linker): Layout {
  const own = table.members.map(({ name, optional, type }) => ({
    name,
    isOptional: optional === true,
    read: linker.link(type),
  }));
  const members = [...outer, ...own];
  const branches = (table.branches ?? []).map(([value, type]) => {
    let layout: Layout | undefined;
    return [value, (): Layout => (layout ??= makeLayout(members, type(), linker))] as const;
  });
  return {
    members,
    positions: new Map(members.map(({ name }, position) => [name, position])),
    tag: table.tag,
    branches: new Map(branches),
  };
}
