import type { ObjectTable } from '../abi/tables.js';
import { DEFAULT_LIMITS } from '../wire/limits.js';
import { setMember } from '../wire/member.js';
import type { Path } from '../wire/path.js';
import { jsonTypeOf } from './json-type.js';
import type { Linker } from './linker.js';
import { refuse, refuseType, type Reader } from './reader.js';

type Members = Record<string, unknown>;

interface LinkedMember {
  readonly name: string;
  readonly isOptional: boolean;
  readonly read: Reader;
}

/** Reads a struct or a union by the rules of wire.md 10.2, 10.3 and 10.6. */
export class StrictObject {
  readonly #table: ObjectTable;
  readonly #linker: Linker;
  readonly #copies: boolean;
  #members: readonly LinkedMember[] | undefined;
  #branches: ReadonlyMap<unknown, StrictObject> | undefined;

  /** `copies`: the result is a fresh object; else it is the value itself, and no member may change. */
  constructor(table: ObjectTable, linker: Linker, copies: boolean) {
    this.#table = table;
    this.#linker = linker;
    this.#copies = copies;
  }

  readonly read = (value: unknown, path: Path, depth: number): Members => {
    if (jsonTypeOf(value) !== 'object') return refuseType(path, depth, 'an object', value);
    if (depth >= DEFAULT_LIMITS.nesting) refuse(path, depth, 'is nested too deep or in a cycle');
    const source = value as Members;
    // Copied as a whole: few members change, and members one by one would take twice as long.
    const target = this.#copies ? { ...source } : source;
    const count = this.#readMembers(source, target, path, depth);
    if (Object.keys(source).length !== count) this.#refuseUnexpected(source, path, depth);
    return target;
  };

  /** Returns how many members there were. */
  #readMembers(source: Members, target: Members, path: Path, depth: number): number {
    let count = 0;
    for (const { name, isOptional, read } of (this.#members ??= this.#linkMembers())) {
      const value = Object.hasOwn(source, name) ? source[name] : undefined;
      path[depth] = name;
      if (value !== undefined) {
        const result = read(value, path, depth + 1);
        if (result !== value) setMember(target, name, result);
        count++;
      } else if (!isOptional) {
        refuse(path, depth + 1, 'is missing');
      }
    }
    const branch = this.#findBranch(source);
    return branch === undefined ? count : count + branch.#readMembers(source, target, path, depth);
  }

  #refuseUnexpected(source: Members, path: Path, depth: number): void {
    for (const name of Object.keys(source)) {
      if (source[name] === undefined || this.#isKnown(name, source)) continue;
      path[depth] = name;
      refuse(path, depth + 1, 'is unexpected');
    }
  }

  #isKnown(name: string, source: Members): boolean {
    if (this.#table.members.some((member) => member.name === name)) return true;
    const branch = this.#findBranch(source);
    return branch !== undefined && branch.#isKnown(name, source);
  }

  #findBranch(source: Members): StrictObject | undefined {
    const { tag } = this.#table;
    if (tag === undefined) return undefined;
    this.#branches ??= this.#linkBranches();
    return this.#branches.get(source[tag]);
  }

  #linkMembers(): LinkedMember[] {
    return this.#table.members.map(({ name, optional, type }) => ({
      name,
      isOptional: optional === true,
      read: this.#linker.link(type),
    }));
  }

  #linkBranches(): Map<unknown, StrictObject> {
    const branches = this.#table.branches ?? [];
    return new Map(
      branches.map(([value, type]) => [
        value,
        new StrictObject(type(), this.#linker, this.#copies),
      ]),
    );
  }
}
