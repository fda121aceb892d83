import type { MemberDefinition, TypeUse } from '../check/definition.js';
import type { DefinitionRef, Note } from '../diagnostic/diagnostic.js';
import { checkMemberClash, checkNameClash } from './clash.js';
import { checkTypeFeatures } from './feature-rules.js';
import { describeType } from './describe.js';
import type { ObjectDraft } from './drafts.js';
import type { Member } from './model.js';
import { resolveUnion } from './resolve-union.js';
import type { Resolver } from './resolver.js';

/** A circle of more bases than this is not told step by step. */
const MAX_BASES = 8;

/**
 * Resolves a struct, a union or an implicit object type. The base and the branches are resolved first,
 * wherever they are defined: their members are members of this type. They may be nested as deep as the
 * schema is long, so the stack is our own.
 */
export function resolveObject(resolver: Resolver, draft: ObjectDraft): void {
  const stack = [resolveParts(resolver, draft)];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const step = top.next();
    if (step.done === true) stack.pop();
    else stack.push(resolveParts(resolver, step.value));
  }
}

/** @yields types that must be resolved before this goes on. */
function* resolveParts(resolver: Resolver, draft: ObjectDraft): Generator<ObjectDraft, void, void> {
  const { ref, entity } = draft;
  if (draft.state === 'resolved' || ref === undefined) return;
  if (draft.state === 'entered') {
    draft.isBroken = true;
    const notes = noteBases(resolver, draft);
    resolver.report(
      'schema/contains-itself',
      ref,
      draft.base?.span,
      { name: entity.name },
      { notes },
    );
    return;
  }
  draft.state = 'entered';
  checkTypeFeatures(resolver, ref, entity.features);
  if (draft.base !== undefined) {
    const base = findBase(resolver, ref, draft.base);
    if (base !== undefined) yield base;
    if (base?.isBroken !== false) draft.isBroken = true;
    // A base that is not resolved now is this type itself: reported, and no base to go on with.
    if (base?.state === 'resolved') {
      entity.base = base.entity;
      draft.conditionalMember = base.conditionalMember;
    }
  }
  // The branches may lead back here, and then need the members.
  entity.localMembers = resolveMembers(resolver, draft, ref);
  draft.conditionalMember ??= entity.localMembers.find(({ condition }) => condition !== undefined);
  checkMemberClash(resolver, ref, draft);
  if (draft.union !== undefined) yield* resolveUnion(resolver, draft, draft.union);
  draft.state = 'resolved';
}

/** The way from a type over its bases back to itself; nothing where it leads through branches, or far. */
function noteBases(resolver: Resolver, start: ObjectDraft): readonly Note[] {
  const notes: Note[] = [];
  for (let at = start; at.base !== undefined && notes.length < MAX_BASES;) {
    const { entity, base } = at;
    const next = resolver.objectDraft(base.name);
    // The base of the first is where the problem is reported.
    if (at !== start) {
      notes.push({ message: `'${base.name}' is the base of '${entity.name}'`, span: base.span });
    }
    if (next === start) return notes;
    if (next === undefined) break;
    at = next;
  }
  return [];
}

function findBase(resolver: Resolver, ref: DefinitionRef, use: TypeUse): ObjectDraft | undefined {
  const type = resolver.resolveUse(use, ref, "'base'");
  if (type === undefined) return undefined;
  const base = resolver.objectDraft(type.name);
  if (base !== undefined && base.union === undefined) return base;
  resolver.report('schema/base', ref, use.span, { found: describeType(type) });
  return undefined;
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
  checkNameClash(resolver, ref, 'feature', features);
  if (type === undefined) {
    draft.isBroken = true;
    return undefined;
  }
  return { name, type, optional, condition, features, definedIn: draft.entity.name, span };
}
