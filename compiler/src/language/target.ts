import type { SourceFile } from '../source/source-file.js';
import { includePath } from '../syntax/include-path.js';
import { BUILTIN_TYPES } from './builtin-types.js';
import type { Occurrence } from './occurrence.js';
import type { Declared, DeclaredMember, SchemaIndex } from './schema-index.js';
import type { ShapeName } from './shapes.js';

/** What a name means. */
export type Target =
  | { readonly kind: 'definition'; readonly name: string; readonly declared: Declared }
  | ({ readonly kind: 'member' } & DeclaredMember)
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'feature'; readonly name: string }
  | { readonly kind: 'condition'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'key'; readonly name: string; readonly shape: ShapeName | undefined };

/** Finds out what a name in a file means; undefined where it means nothing that is known. */
export function findTarget(
  schema: SchemaIndex,
  file: SourceFile,
  occurrence: Occurrence,
): Target | undefined {
  const { role, name, outline } = occurrence;
  const own = outline && { file, outline };
  switch (role) {
    case 'key':
      return { kind: 'key', name, shape: occurrence.shape };
    case 'definition':
      return own && { kind: 'definition', name, declared: own };
    case 'type':
      return findDefinition(schema, name) ?? findBuiltin(name);
    case 'pragma-value':
    case 'doc-symbol':
      return findDefinition(schema, name);
    case 'member':
    case 'value':
    case 'alternative':
    case 'discriminator':
    case 'doc-member':
      return own && findMember(schema, own, name);
    case 'branch': {
      const values = own && schema.enumOf(own);
      return values && findMember(schema, values, name);
    }
    case 'doc-name':
      return findInProse(schema, own, name);
    case 'doc-reference':
      return findReference(schema, own, name);
    case 'feature':
    case 'doc-feature':
      return { kind: 'feature', name };
    case 'condition':
      return { kind: 'condition', name };
    case 'include':
      return { kind: 'file', path: includePath(file.path, name) };
    case 'text':
      return undefined;
  }
}

/** Two names with the same identity mean the same. */
export function identify(target: Target): string {
  switch (target.kind) {
    case 'member':
      return `member ${target.owner.outline.name} ${target.member.name}`;
    case 'file':
      return `file ${target.path}`;
    default:
      return `${target.kind} ${target.name}`;
  }
}

function findDefinition(schema: SchemaIndex, name: string): Target | undefined {
  const declared = schema.definition(name);
  return declared && { kind: 'definition', name, declared };
}

function findBuiltin(name: string): Target | undefined {
  return BUILTIN_TYPES.has(name) ? { kind: 'builtin', name } : undefined;
}

function findMember(schema: SchemaIndex, declared: Declared, name: string): Target | undefined {
  const found = schema.member(declared, name);
  return found && { kind: 'member', ...found };
}

/** `@name`: something of the documented definition, or another definition. */
function findInProse(
  schema: SchemaIndex,
  own: Declared | undefined,
  name: string,
): Target | undefined {
  const member = own && findMember(schema, own, name);
  if (member !== undefined) return member;
  const features = own === undefined ? [] : schema.occurrencesOf(name, 'feature');
  const isFeature = features.some(({ occurrence }) => occurrence.outline === own?.outline);
  if (isFeature) return { kind: 'feature', name };
  return findDefinition(schema, name);
}

/** A name in backquotes: a definition, a member of one as `NAME.MEMBER`, or anything that `@name` may be. */
function findReference(
  schema: SchemaIndex,
  own: Declared | undefined,
  name: string,
): Target | undefined {
  const definition = findDefinition(schema, name);
  if (definition !== undefined) return definition;
  const dot = name.lastIndexOf('.');
  const owner = dot > 0 ? schema.definition(name.slice(0, dot)) : undefined;
  return owner === undefined
    ? findInProse(schema, own, name)
    : findMember(schema, owner, name.slice(dot + 1));
}
