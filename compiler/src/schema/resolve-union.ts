import { comparable } from '../check/names.js';
import type { UnionDefinition, VariantDefinition } from '../check/definition.js';
import { didYouMean } from '../diagnostic/suggest.js';
import { checkBranchClash, type SeenMembers } from './clash.js';
import { describeType } from './describe.js';
import type { ObjectDraft } from './drafts.js';
import type { Branch, EnumType, Member } from './model.js';
import type { Resolver } from './resolver.js';

/**
 * Resolves the discriminator and the branches of a union, whose base members have been `seen`.
 *
 * @param resolveObject resolves the type of a branch.
 */
export function resolveUnion(
  resolver: Resolver,
  draft: ObjectDraft,
  union: UnionDefinition,
  seen: SeenMembers,
  resolveObject: (draft: ObjectDraft) => void,
): void {
  // Without the base nothing can be said of the discriminator.
  const tag = draft.isBroken ? undefined : resolveTag(resolver, draft, union, seen);
  if (tag === undefined) {
    draft.isBroken = true;
    return;
  }
  const branches = union.branches
    .map((branch) => resolveBranch(resolver, draft, union, branch, tag.type, resolveObject))
    .filter((branch) => branch !== undefined);
  const listed = new Set(union.branches.map(({ name }) => name));
  for (const { name, condition, span } of tag.type.values) {
    if (listed.has(name)) continue;
    branches.push({ name, type: resolver.emptyObject, condition, isListed: false, span });
  }
  if (branches.length === 0 && union.branches.length === 0) {
    resolver.report('schema/no-branches', union.ref, undefined, {});
  }
  draft.entity.variants = { tag, branches };
  for (const { type } of branches) checkBranchClash(resolver, union.ref, seen, type);
}

function resolveTag(
  resolver: Resolver,
  draft: ObjectDraft,
  { ref, discriminator }: UnionDefinition,
  seen: SeenMembers,
): (Member & { readonly type: EnumType }) | undefined {
  const { name, span } = discriminator;
  const member = seen.get(comparable(name));
  const fail = (problem: string, help?: string): undefined => {
    resolver.report('schema/discriminator', ref, span, { name, problem }, { help });
  };
  if (member?.name !== name) {
    const names = draft.entity.members.map((candidate) => candidate.name);
    return fail("is not a member of 'base'", didYouMean(name, names));
  }
  const { type } = member;
  if (type.kind !== 'enum') return fail(`must be of an enum type, not ${describeType(type)}`);
  if (member.optional) return fail('must not be optional');
  if (member.condition !== undefined) return fail('must not be conditional');
  return { ...member, type };
}

function resolveBranch(
  resolver: Resolver,
  draft: ObjectDraft,
  { ref }: UnionDefinition,
  { name, type: use, condition, span }: VariantDefinition,
  tagType: EnumType,
  resolveObject: (draft: ObjectDraft) => void,
): Branch | undefined {
  const type = resolver.resolveUse(use, ref, `the branch '${name}'`);
  const values = tagType.values.map((value) => value.name);
  if (!values.includes(name)) {
    const parameters = { branch: name, type: describeType(tagType) };
    const help = didYouMean(name, values);
    resolver.report('schema/branch-value', ref, span, parameters, { help });
  }
  const object = type && resolver.objectDraft(type.name);
  if (type !== undefined && object === undefined) {
    const parameters = { branch: name, found: describeType(type) };
    resolver.report('schema/branch-type', ref, use.span, parameters);
  }
  if (object === undefined) {
    draft.isBroken = true;
    return undefined;
  }
  resolveObject(object);
  return { name, type: object.entity, condition, isListed: true, span };
}
