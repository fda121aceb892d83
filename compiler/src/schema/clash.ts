import { comparable } from '../check/names.js';
import type { DefinitionRef, Note } from '../diagnostic/diagnostic.js';
import type { Span } from '../source/span.js';
import { describeMember } from './describe.js';
import type { ObjectDraft } from './drafts.js';
import type { NamedMember } from './inherited-clashes.js';
import type { Member } from './model.js';
import type { Resolver } from './resolver.js';

/** A member of an object that is being put together. */
interface SeenMember {
  readonly member: NamedMember;
  /** The base or branch that brings it; undefined where it is written in the definition itself. */
  readonly origin: Span | undefined;
}

/** Reports the own members of a type that have the name of another one, own or inherited. */
export function checkMemberClash(resolver: Resolver, ref: DefinitionRef, draft: ObjectDraft): void {
  const seen = new Map<string, Member>();
  for (const member of draft.entity.localMembers) {
    const key = comparable(member.name);
    const inherited = resolver.inheritedClash(member);
    const own = seen.get(key);
    const added = { member, origin: undefined };
    if (inherited !== undefined) {
      reportClash(resolver, ref, added, { member: inherited, origin: originOfBase(draft) });
    } else if (own !== undefined) {
      reportClash(resolver, ref, added, { member: own, origin: undefined });
    } else seen.set(key, member);
  }
}

/**
 * Reports the members of branches that clash with those outside of them. Branches do not clash with each
 * other: only one is present. What clashes inside of a branch that is a union is told there.
 */
export function checkBranchClash(
  resolver: Resolver,
  ref: DefinitionRef,
  union: ObjectDraft,
  branches: readonly { readonly draft: ObjectDraft; readonly origin: Span }[],
): void {
  const outer = new Map<string, Member>();
  for (const member of union.entity.members) {
    if (resolver.isDeclaredTwice(member)) outer.set(comparable(member.name), member);
  }
  if (outer.size === 0) return;
  const visited = new Set<ObjectDraft>();
  for (const { draft, origin } of branches) {
    const stack = [draft];
    for (let branch = stack.pop(); branch !== undefined; branch = stack.pop()) {
      if (visited.has(branch)) continue;
      visited.add(branch);
      for (const member of branch.entity.members) {
        const other = outer.get(comparable(member.name));
        if (other === undefined) continue;
        const seen = { member: other, origin: originOfBase(union) };
        reportClash(resolver, ref, { member, origin }, seen);
      }
      for (const inner of branch.branches.toReversed()) stack.push(inner);
    }
  }
}

/** Reports names that clash in one list: the values of an enum, alternatives, or features. */
export function checkNameClash(
  resolver: Resolver,
  ref: DefinitionRef,
  role: 'value' | 'alternative' | 'feature',
  list: readonly { readonly name: string; readonly span: Span | undefined }[],
): void {
  const seen = new Map<string, (typeof list)[number]>();
  for (const item of list) {
    const key = comparable(item.name);
    const other = seen.get(key);
    seen.set(key, item);
    if (other === undefined) continue;
    const parameters = {
      what: `the ${role} '${item.name}'`,
      other: `the ${role} '${other.name}'`,
      isSameName: item.name === other.name,
    };
    const notes = other.span && [{ message: parameters.other, span: other.span }];
    resolver.report('schema/clash', ref, item.span, parameters, { notes });
  }
}

/** Where a definition names its base. */
function originOfBase({ base, entity }: ObjectDraft): Span | undefined {
  return entity.base?.isImplicit === true ? undefined : base?.span;
}

function reportClash(
  resolver: Resolver,
  ref: DefinitionRef,
  added: SeenMember,
  other: SeenMember,
): void {
  const parameters = {
    what: describeMember(added.member, ref.name),
    other: describeMember(other.member, ref.name),
    isSameName: added.member.name === other.member.name,
  };
  const span = added.origin ?? added.member.span;
  const notes = [...notePlaces(added, ref), ...notePlaces(other, ref)];
  resolver.report('schema/clash', ref, span, parameters, {
    notes: notes.filter((note) => note.span !== span),
  });
}

/** Where a member comes from. */
function notePlaces({ member, origin }: SeenMember, ref: DefinitionRef): readonly Note[] {
  const notes: Note[] = [];
  if (origin !== undefined) notes.push({ message: `this brings '${member.name}'`, span: origin });
  if (member.span !== undefined) {
    notes.push({ message: describeMember(member, ref.name), span: member.span });
  }
  return notes;
}
