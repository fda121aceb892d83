import type { Span } from '../source/span.js';
import type { DocMember, Documentation } from '../syntax/documentation.js';
import type { Entity, Feature, ObjectType, Variants } from './model.js';

/** A named part of an entity, with what the documentation says of it. */
export interface DescribedPart {
  readonly name: string;
  readonly role: 'member' | 'value' | 'alternative' | 'branch' | 'feature';
  /** Undefined for parts of predefined types. */
  readonly span: Span | undefined;
  /** Undefined where nothing is said. */
  readonly description: DocMember | undefined;
  readonly features: readonly DescribedPart[];
}

/**
 * Everything that has a name inside an entity: its members with those of its base, its values,
 * alternatives and branches, at last its features. Each comes with its description, which may stand in the
 * documentation of another entity: that of the base, of the arguments' type, or of the discriminator's enum.
 */
export function describeParts(entity: Entity): readonly DescribedPart[] {
  const descriptions = readDescriptions(entity.doc);
  return [...ownParts(entity, descriptions), ...describeFeatures(entity.features, descriptions)];
}

/** What one block of documentation describes, by name. */
interface Descriptions {
  readonly members: ReadonlyMap<string, DocMember>;
  readonly features: ReadonlyMap<string, DocMember>;
}

function readDescriptions(doc: Documentation | undefined): Descriptions {
  const byName = (described: readonly DocMember[] = []): ReadonlyMap<string, DocMember> =>
    new Map(described.map((member) => [member.name, member]));
  return { members: byName(doc?.members), features: byName(doc?.features) };
}

function ownParts(entity: Entity, descriptions: Descriptions): readonly DescribedPart[] {
  switch (entity.kind) {
    case 'enum':
      return entity.values.map((value) => describe(value, 'value', descriptions));
    case 'alternate':
      return entity.alternatives.map((alternative) =>
        describe({ ...alternative, features: [] }, 'alternative', descriptions),
      );
    case 'object':
      return objectParts(entity, descriptions);
    case 'command':
    case 'event':
      return entity.argType === undefined ? [] : objectParts(entity.argType, descriptions);
    case 'builtin':
    case 'array':
      return [];
  }
}

/** @param descriptions those of the definition that uses the type: they count where it is implicit */
function objectParts(type: ObjectType, descriptions: Descriptions): readonly DescribedPart[] {
  const levels: (readonly DescribedPart[])[] = [];
  let current = descriptions;
  for (let level: ObjectType | undefined = type; level !== undefined; level = level.base) {
    const own = level.isImplicit ? current : readDescriptions(level.doc);
    levels.push(level.localMembers.map((member) => describe(member, 'member', own)));
    current = own;
  }
  const branches = type.variants === undefined ? [] : branchParts(type.variants);
  return [...levels.toReversed().flat(), ...branches];
}

/** A branch is what a value of the discriminator stands for, and is described there. */
function branchParts({ tag, branches }: Variants): readonly DescribedPart[] {
  const descriptions = readDescriptions(tag.type.doc);
  return branches
    .filter(({ isListed }) => isListed)
    .map((branch) => describe({ ...branch, features: [] }, 'branch', descriptions));
}

interface Part {
  readonly name: string;
  readonly span: Span | undefined;
  readonly features: readonly Feature[];
}

function describe(
  { name, span, features }: Part,
  role: DescribedPart['role'],
  descriptions: Descriptions,
): DescribedPart {
  const description = descriptions.members.get(name);
  return { name, role, span, description, features: describeFeatures(features, descriptions) };
}

/** Features of parts are described together with those of the definition. */
function describeFeatures(
  features: readonly Feature[],
  descriptions: Descriptions,
): readonly DescribedPart[] {
  return features.map(({ name, span }) => {
    return {
      name,
      role: 'feature',
      span,
      description: descriptions.features.get(name),
      features: [],
    };
  });
}
