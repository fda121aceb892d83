import type { MemberDefinition, TypeUse } from '../check/definition.js';
import type { DefinitionRef } from '../diagnostic/diagnostic.js';
import { addMember, type SeenMembers } from './clash.js';
import { checkFeatureClash, checkTypeFeatures } from './feature-rules.js';
import { describeType } from './describe.js';
import type { ObjectDraft } from './drafts.js';
import type { Member, ObjectType } from './model.js';
import { resolveUnion } from './resolve-union.js';
import type { Resolver } from './resolver.js';

/**
 * Resolves a struct, a union or an implicit object type. The base and the branches are resolved first,
 * wherever they are defined: their members are members of this type.
 */
export function resolveObject(resolver: Resolver, draft: ObjectDraft): void {
  const { ref, entity } = draft;
  if (draft.state === 'resolved' || ref === undefined) return;
  if (draft.state === 'entered') {
    draft.isBroken = true;
    resolver.report('schema/contains-itself', ref, draft.base?.span, { name: entity.name });
    return;
  }
  draft.state = 'entered';
  checkTypeFeatures(resolver, ref, entity.features);
  const seen: SeenMembers = new Map();
  if (draft.base !== undefined) {
    entity.base = resolveBase(resolver, draft, ref, draft.base);
    for (const member of entity.base?.members ?? []) addMember(resolver, ref, seen, member);
  }
  entity.localMembers = resolveMembers(resolver, draft, ref);
  for (const member of entity.localMembers) addMember(resolver, ref, seen, member);
  // The branches may lead back here, and then need the members.
  entity.members = [...seen.values()];
  if (draft.union !== undefined) {
    resolveUnion(resolver, draft, draft.union, seen, (branch) => {
      resolveObject(resolver, branch);
    });
  }
  draft.state = 'resolved';
}

function resolveBase(
  resolver: Resolver,
  draft: ObjectDraft,
  ref: DefinitionRef,
  use: TypeUse,
): ObjectType | undefined {
  const type = resolver.resolveUse(use, ref, "'base'");
  const base = type && resolver.objectDraft(type.name);
  if (type !== undefined && (base === undefined || base.union !== undefined)) {
    resolver.report('schema/base', ref, use.span, { found: describeType(type) });
  }
  if (base === undefined || base.union !== undefined) {
    draft.isBroken = true;
    return undefined;
  }
  resolveObject(resolver, base);
  if (base.isBroken) draft.isBroken = true;
  return base.entity;
}

function resolveMembers(
  resolver: Resolver,
  draft: ObjectDraft,
  ref: DefinitionRef,
): readonly Member[] {
  return draft.members
    .map((member) => resolveMember(resolver, draft, ref, member))
    .filter((member) => member !== undefined);
}

function resolveMember(
  resolver: Resolver,
  draft: ObjectDraft,
  ref: DefinitionRef,
  definition: MemberDefinition,
): Member | undefined {
  const { name, optional, condition, features, span } = definition;
  const type = resolver.resolveUse(definition.type, ref, `the member '${name}'`);
  checkFeatureClash(resolver, ref, features, span);
  if (type === undefined) {
    draft.isBroken = true;
    return undefined;
  }
  return { name, type, optional, condition, features, definedIn: draft.entity.name, span };
}
