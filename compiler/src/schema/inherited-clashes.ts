import { comparable } from '../check/names.js';
import type { Span } from '../source/span.js';
import type { Draft, ObjectDraft } from './drafts.js';

/** A member as far as clashes are concerned. */
export interface NamedMember {
  readonly name: string;
  /** Name of the object type that declares it. */
  readonly definedIn: string;
  readonly span: Span | undefined;
}

/** What a type has from its base, by the span of the own member of the same name. */
export type InheritedClashes = ReadonlyMap<Span, NamedMember>;

/**
 * Finds members that a type declares although it has them from its base. All types that derive from one
 * another are walked with one set of names, so that the time does not grow with the number of members that
 * each of them inherits.
 */
export function findInheritedClashes(drafts: ReadonlyMap<string, Draft>): InheritedClashes {
  const clashes = new Map<Span, NamedMember>();
  const { roots, derived } = findDerived(drafts);
  for (const root of roots) walk(root, derived, clashes);
  return clashes;
}

type Derived = ReadonlyMap<ObjectDraft, readonly ObjectDraft[]>;

/** The types that derive from each base, and the bases that have none themselves. Cycles have no root. */
function findDerived(drafts: ReadonlyMap<string, Draft>): {
  readonly roots: readonly ObjectDraft[];
  readonly derived: Derived;
} {
  const derived = new Map<ObjectDraft, ObjectDraft[]>();
  const isDerived = new Set<ObjectDraft>();
  for (const draft of drafts.values()) {
    if (draft.kind !== 'object' || draft.base === undefined) continue;
    const base = drafts.get(draft.base.name);
    if (base?.kind !== 'object') continue;
    isDerived.add(draft);
    const siblings = derived.get(base);
    if (siblings === undefined) derived.set(base, [draft]);
    else siblings.push(draft);
  }
  return { roots: [...derived.keys()].filter((base) => !isDerived.has(base)), derived };
}

/** Depth first, on a stack of our own: chains of bases may be as long as the schema. */
function walk(root: ObjectDraft, derived: Derived, clashes: Map<Span, NamedMember>): void {
  const names = new Map<string, NamedMember>();
  const stack = [{ draft: root, next: 0, entered: enter(root, names, clashes) }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const draft = derived.get(top.draft)?.[top.next];
    top.next += 1;
    if (draft !== undefined) {
      stack.push({ draft, next: 0, entered: enter(draft, names, clashes) });
    } else {
      for (const name of top.entered) names.delete(name);
      stack.pop();
    }
  }
}

/** @returns the names that are new. */
function enter(
  { entity, members }: ObjectDraft,
  names: Map<string, NamedMember>,
  clashes: Map<Span, NamedMember>,
): readonly string[] {
  const added = new Map<string, NamedMember>();
  for (const member of members) {
    const key = comparable(member.name);
    const inherited = names.get(key);
    if (inherited !== undefined) clashes.set(member.span, inherited);
    else if (!added.has(key)) {
      added.set(key, { name: member.name, definedIn: entity.name, span: member.span });
    }
  }
  for (const [key, member] of added) names.set(key, member);
  return [...added.keys()];
}
