import { comparable } from '../check/names.js';
import type { DefinitionRef } from '../diagnostic/diagnostic.js';
import type { Span } from '../source/span.js';
import { describeMember } from './describe.js';
import type { Member, ObjectType } from './model.js';
import type { Resolver } from './resolver.js';

/** The members of one JSON object so far, by their comparable names. */
export type SeenMembers = Map<string, Member>;

/** Adds a member, and reports it where another one has the same name. */
export function addMember(
  resolver: Resolver,
  ref: DefinitionRef,
  seen: SeenMembers,
  member: Member,
): void {
  const key = comparable(member.name);
  const other = seen.get(key);
  if (other === undefined) {
    seen.set(key, member);
    return;
  }
  const parameters = {
    what: describeMember(member, ref.name),
    other: describeMember(other, ref.name),
  };
  const isOwn = member.span !== undefined && contains(ref.span, member.span);
  const notes = [member, other].flatMap(({ span, name }) =>
    span === undefined || (isOwn && span === member.span)
      ? []
      : [{ message: `'${name}' comes from here`, span }],
  );
  resolver.report('schema/clash', ref, isOwn ? member.span : undefined, parameters, { notes });
}

/**
 * Reports the members of a branch that clash with those outside of it. Branches do not clash with each
 * other: only one is present.
 */
export function checkBranchClash(
  resolver: Resolver,
  ref: DefinitionRef,
  seen: SeenMembers,
  branch: ObjectType,
): void {
  const inner = new Map(seen);
  for (const member of branch.members) addMember(resolver, ref, inner, member);
  for (const { type } of branch.variants?.branches ?? []) {
    checkBranchClash(resolver, ref, inner, type);
  }
}

function contains(outer: Span, inner: Span): boolean {
  return outer.file === inner.file && outer.start <= inner.start && inner.end <= outer.end;
}
