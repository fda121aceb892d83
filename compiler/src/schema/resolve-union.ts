import type { UnionDefinition, VariantDefinition } from '../check/definition.js';
import { checkBranchClash } from './clash.js';
import { describeType } from './describe.js';
import type { ObjectDraft } from './drafts.js';
import type { Branch, EnumType, Variants } from './model.js';
import { makeVariants } from './object-type.js';
import type { Span } from '../source/span.js';
import type { Resolver } from './resolver.js';

/**
 * Resolves the discriminator and the branches of a union, whose base members are there already.
 *
 * @yields the type of each branch, to be resolved before this goes on.
 */
export function* resolveUnion(
  resolver: Resolver,
  draft: ObjectDraft,
  union: UnionDefinition,
): Generator<ObjectDraft, void, void> {
  // Without the base nothing can be said of the discriminator.
  const tag = draft.isBroken ? undefined : resolveTag(resolver, draft, union);
  if (tag === undefined) {
    draft.isBroken = true;
    return;
  }
  const branches: Branch[] = [];
  const origins: { readonly draft: ObjectDraft; readonly origin: Span }[] = [];
  for (const variant of union.branches) {
    const branch = findBranch(resolver, union, variant, tag.type);
    if (branch === undefined) {
      draft.isBroken = true;
      continue;
    }
    yield branch;
    const { name, condition, span } = variant;
    draft.branches.push(branch);
    origins.push({ draft: branch, origin: variant.type.span });
    branches.push({ name, type: branch.entity, condition, isListed: true, span });
  }
  if (union.branches.length === 0 && tag.type.values.length === 0) {
    resolver.report('schema/no-branches', union.ref, undefined, {});
  }
  const listed = new Set(union.branches.map(({ name }) => name));
  draft.entity.variants = makeVariants(tag, branches, listed, resolver.emptyObject);
  checkBranchClash(resolver, union.ref, draft, origins);
}

function resolveTag(
  resolver: Resolver,
  draft: ObjectDraft,
  { ref, discriminator }: UnionDefinition,
): Variants['tag'] | undefined {
  const { name, span } = discriminator;
  const { members } = draft.entity;
  const member = members.find((candidate) => candidate.name === name);
  const fail = (problem: string, help: string): undefined => {
    const notes = member?.span && [{ message: 'the member', span: member.span }];
    resolver.report('schema/discriminator', ref, span, { name, problem }, { help, notes });
  };
  if (member === undefined) {
    const names = members.map((candidate) => candidate.name);
    const help = resolver.suggester.didYouMean(name, names);
    return fail("is not a member of 'base'", help ?? "add it to 'base', with an enum as its type");
  }
  const { type } = member;
  if (type.kind !== 'enum') {
    const help =
      'define an enum with the names of the branches, and make it the type of the member';
    return fail(`must be of an enum type, not ${describeType(type)}`, help);
  }
  if (member.optional) return fail('must not be optional', "remove the '*' before its name");
  if (member.condition !== undefined) {
    return fail('must not be conditional', "remove the 'if' of the member");
  }
  return { ...member, type };
}

function findBranch(
  resolver: Resolver,
  { ref }: UnionDefinition,
  { name, type: use, span }: VariantDefinition,
  tagType: EnumType,
): ObjectDraft | undefined {
  const type = resolver.resolveUse(use, ref, `the branch '${name}'`);
  const values = resolver.valueNames(tagType);
  if (!values.set.has(name)) {
    const parameters = { branch: name, type: describeType(tagType), values: values.list };
    const help = resolver.suggester.didYouMean(name, values.list);
    resolver.report('schema/branch-value', ref, span, parameters, { help });
  }
  const object = type && resolver.objectDraft(type.name);
  if (type !== undefined && object === undefined) {
    const parameters = { branch: name, found: describeType(type) };
    resolver.report('schema/branch-type', ref, use.span, parameters);
  }
  return object;
}
