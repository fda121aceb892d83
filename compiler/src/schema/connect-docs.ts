import type { DefinitionRef } from '../diagnostic/diagnostic.js';
import type { DiagnosticSession } from '../diagnostic/session.js';
import type { Span } from '../source/span.js';
import type { DocMember, Documentation } from '../syntax/documentation.js';
import type { Pragmas } from '../syntax/pragma.js';
import type { Entity, Feature, ObjectType } from './model.js';
import type { Suggester } from './suggester.js';

/** Something that documentation describes by name. */
export interface Documented {
  readonly name: string;
  readonly role: 'member' | 'value' | 'alternative';
  readonly features: readonly Feature[];
  readonly span: Span | undefined;
}

/** What the documentation of an entity describes, in the order in which the reference connects it. */
export function documentedMembers(entity: Entity): readonly Documented[] {
  switch (entity.kind) {
    case 'enum':
      return entity.values.map((value) => ({ ...value, role: 'value' }));
    case 'object':
      return [
        ...(entity.base?.isImplicit === true ? documentedMembers(entity.base) : []),
        ...membersOf(entity),
      ];
    case 'alternate':
      return entity.alternatives.map((alternative) => ({
        ...alternative,
        role: 'alternative',
        features: [],
      }));
    case 'command':
    case 'event':
      return entity.argType?.isImplicit === true ? membersOf(entity.argType) : [];
    default:
      return [];
  }
}

function membersOf({ localMembers }: ObjectType): readonly Documented[] {
  return localMembers.map((member) => ({ ...member, role: 'member' }));
}

/** Reports what the documentation of an entity should describe and does not. */
export function reportUndocumented(
  entity: Entity,
  ref: DefinitionRef,
  pragmas: Pragmas,
  session: DiagnosticSession,
): void {
  const { doc } = entity;
  if (doc === undefined) return;
  const members = new Set(doc.members.map(({ name }) => name));
  const features = new Set(doc.features.map(({ name }) => name));
  const reportFeatures = (owner: readonly Feature[]): void => {
    for (const { name, span } of owner) {
      if (features.has(name)) continue;
      session.report('doc/undocumented-feature', { span, definition: ref }, { name });
    }
  };
  const isException = pragmas.documentationExceptions.has(doc.symbol ?? '');
  reportFeatures(entity.features);
  for (const { name, role, span, features: own } of documentedMembers(entity)) {
    if (!members.has(name) && !isException) {
      session.report(
        'doc/undocumented-member',
        { span: span ?? ref.nameSpan, definition: ref },
        { role, name },
      );
    }
    reportFeatures(own);
  }
}

/** Reports what documentation describes although it does not exist. */
export function reportUnknown(
  entity: Entity,
  suggester: Suggester,
  session: DiagnosticSession,
): void {
  const { doc } = entity;
  if (doc === undefined) return;
  const members = documentedMembers(entity);
  const features = [...entity.features, ...members.flatMap((member) => member.features)];
  const firstUnknown = (
    described: readonly DocMember[],
    existing: readonly { readonly name: string }[],
    code: 'doc/unknown-member' | 'doc/unknown-feature',
  ): void => {
    const names = existing.map(({ name }) => name);
    const known = new Set(names);
    for (const { name, span } of described) {
      if (known.has(name)) continue;
      const help = suggester.didYouMean(name, names);
      session.report(code, { span: nameIn(span, name), help }, { name, owner: entity.name });
    }
  };
  firstUnknown(doc.members, members, 'doc/unknown-member');
  firstUnknown(doc.features, features, 'doc/unknown-feature');
}

/** The place of `@NAME` in its description. */
function nameIn({ file, start }: Span, name: string): Span {
  const at = file.text.indexOf(`@${name}`, start);
  return { file, start: at, end: at + 1 + name.length };
}

/** The entities that blocks of documentation belong to. */
export function ownersOf(entities: Iterable<Entity>): ReadonlyMap<Documentation, Entity> {
  const owners = new Map<Documentation, Entity>();
  for (const entity of entities) if (entity.doc !== undefined) owners.set(entity.doc, entity);
  return owners;
}
