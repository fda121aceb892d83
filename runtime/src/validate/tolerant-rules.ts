import type { BuiltinName, IntegerMode, ObjectTable } from '../abi/tables.js';
import { setMember } from '../wire/member.js';
import { jsonTypeOf } from './json-type.js';
import type { Linker, Rules } from './linker.js';
import type { Reader } from './reader.js';
import { readAny } from './received-any.js';
import { readIntegerTolerantly, readNumberTolerantly } from './received-number.js';

/**
 * For what a server sent, which may be newer or older than the schema: members, values and branches
 * that the schema does not have pass, and so do absent members. Only integers are converted, and
 * refused where the mode cannot hold them.
 */
export function tolerantRules(mode: IntegerMode): Rules {
  return {
    builtin: (name) => readBuiltin(name, mode),
    enum: () => readAny,
    array: readArray,
    object: (table, linker) => new TolerantObject(table, linker).read,
    misfit: () => readAny,
  };
}

function readBuiltin(name: BuiltinName, mode: IntegerMode): Reader {
  switch (name) {
    case 'str':
    case 'bool':
    case 'null':
    case 'any':
    case 'QType':
      return readAny;
    case 'number':
      return readNumberTolerantly;
    default:
      return readIntegerTolerantly(name, mode);
  }
}

function readArray(readElement: Reader): Reader {
  return (value, path, depth) => {
    if (!Array.isArray(value)) return readAny(value);
    const elements: unknown[] = [];
    for (let i = 0; i < value.length; i++) {
      path[depth] = i;
      elements.push(readElement(value[i], path, depth + 1));
    }
    return elements;
  };
}

type Members = Readonly<Record<string, unknown>>;

/** Reads a struct or a union by the members that it has, not by those that it should have. */
class TolerantObject {
  readonly #table: ObjectTable;
  readonly #linker: Linker;
  #readers: ReadonlyMap<string, Reader> | undefined;
  #branches: ReadonlyMap<unknown, TolerantObject> | undefined;

  constructor(table: ObjectTable, linker: Linker) {
    this.#table = table;
    this.#linker = linker;
  }

  readonly read: Reader = (value, path, depth) => {
    if (jsonTypeOf(value) !== 'object') return readAny(value);
    const source = value as Members;
    const target: Record<string, unknown> = {};
    for (const name of Object.keys(source)) {
      const read = this.#findReader(name, source) ?? readAny;
      path[depth] = name;
      setMember(target, name, read(source[name], path, depth + 1));
    }
    return target;
  };

  #findReader(name: string, source: Members): Reader | undefined {
    this.#readers ??= new Map(
      this.#table.members.map((member) => [member.name, this.#linker.link(member.type)]),
    );
    const reader = this.#readers.get(name);
    if (reader !== undefined) return reader;
    const branch = this.#findBranch(source);
    return branch === undefined ? undefined : branch.#findReader(name, source);
  }

  #findBranch(source: Members): TolerantObject | undefined {
    const { tag, branches = [] } = this.#table;
    if (tag === undefined || !Object.hasOwn(source, tag)) return undefined;
    this.#branches ??= new Map(
      branches.map(([value, type]) => [value, new TolerantObject(type(), this.#linker)]),
    );
    return this.#branches.get(source[tag]);
  }
}
