import type { Branch, Member, ObjectType, Variants } from './model.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What an object type is made of. */
export type ObjectParts = Mutable<Omit<ObjectType, 'members'>>;

/**
 * An object type whose `members` follow from its base and its own ones. They are put together when somebody
 * asks: all types together may have far more members than the schema has text.
 */
export function makeObjectType(
  parts: Omit<ObjectType, 'members' | 'kind'>,
): ObjectParts & Pick<ObjectType, 'members'> {
  return {
    ...parts,
    kind: 'object',
    get members(): readonly Member[] {
      if (this.base === undefined) return this.localMembers;
      return flattenMembers(this);
    },
  };
}

function flattenMembers(type: ObjectType): readonly Member[] {
  const levels: (readonly Member[])[] = [];
  for (let at: ObjectType | undefined = type; at !== undefined; at = at.base) {
    levels.push(at.localMembers);
  }
  return levels.toReversed().flat();
}

/** The variants of a union: the branches that are listed, and one for each of the other values. */
export function makeVariants(
  tag: Variants['tag'],
  listed: readonly Branch[],
  listedNames: ReadonlySet<string>,
  emptyObject: ObjectType,
): Variants {
  return {
    tag,
    get branches(): readonly Branch[] {
      const others = tag.type.values
        .filter(({ name }) => !listedNames.has(name))
        .map(({ name, condition, span }): Branch => {
          return { name, type: emptyObject, condition, isListed: false, span };
        });
      return [...listed, ...others];
    },
  };
}
