import type { Branch, EnumType, Member, ObjectType } from '../schema/model.js';

/** What examples need of an object type, for quick access. */
export interface ObjectIndex {
  readonly members: ReadonlyMap<string, Member>;
  readonly memberNames: readonly string[];
  /** Names of the members that no object may lack. */
  readonly mandatory: readonly string[];
  readonly branches: ReadonlyMap<string, Branch>;
  /** For the members of branches the values of the tag that select those. */
  readonly tagsOfMembers: ReadonlyMap<string, readonly string[]>;
}

export interface EnumIndex {
  readonly names: readonly string[];
  readonly set: ReadonlySet<string>;
}

/** Looks types up that occur again and again. */
export class TypeIndex {
  readonly #objects = new Map<ObjectType, ObjectIndex>();
  readonly #enums = new Map<EnumType, EnumIndex>();

  object(type: ObjectType): ObjectIndex {
    let index = this.#objects.get(type);
    if (index === undefined) {
      index = indexObject(type);
      this.#objects.set(type, index);
    }
    return index;
  }

  enum(type: EnumType): EnumIndex {
    let index = this.#enums.get(type);
    if (index === undefined) {
      const names = type.values.map(({ name }) => name);
      index = { names, set: new Set(names) };
      this.#enums.set(type, index);
    }
    return index;
  }
}

function indexObject({ members, variants }: ObjectType): ObjectIndex {
  const branches = variants?.branches ?? [];
  const tagsOfMembers = new Map<string, string[]>();
  for (const { name: tag, type } of branches) {
    for (const { name } of type.members) {
      const tags = tagsOfMembers.get(name);
      if (tags === undefined) tagsOfMembers.set(name, [tag]);
      else tags.push(tag);
    }
  }
  return {
    members: new Map(members.map((member) => [member.name, member])),
    memberNames: members.map(({ name }) => name),
    mandatory: members.filter(isMandatory).map(({ name }) => name),
    branches: new Map(branches.map((branch) => [branch.name, branch])),
    tagsOfMembers,
  };
}

/** Whether no object may lack the member. Conditional ones may be missing in any case. */
export function isMandatory({ optional, condition }: Member): boolean {
  return !optional && condition === undefined;
}
