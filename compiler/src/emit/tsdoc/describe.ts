import type { Command, Condition, Event, Feature, Member, ObjectType } from '../../schema/model.js';
import { findType, type EmitContext } from '../emit-context.js';
import type { DocText } from '../../syntax/documentation.js';
import type { DefinedType } from '../definitions.js';
import type { DocComment, SymbolRef } from '../print/source-module.js';
import { NO_DOC } from '../print/type-nodes.js';
import { DocBuilder, type Item } from './doc-builder.js';
import { descriptionsOf, type Descriptions } from './descriptions.js';
import { code } from './escape.js';

/** The documentation of a type that the schema defines. */
export function describeType(type: DefinedType, self: SymbolRef, context: EmitContext): DocComment {
  const builder = startDoc(context, self.name);
  const described = descriptionsOf(type.doc);
  builder.text(type.doc?.body);
  if (type.kind === 'enum') {
    builder.list('Values:', worthListing(type.values, described), described.features);
  }
  if (type.kind === 'alternate') {
    builder.list('Alternatives:', worthListing(type.alternatives, described));
  }
  if (type.kind === 'object' && type.variants !== undefined) {
    builder.list('Branches:', worthListing(type.variants.branches, undefined));
  }
  return finish(builder, type, type.kind === 'object' ? objectKind(type) : type.kind, described);
}

/** The documentation of a command or event, for its entry in the map. */
export function describeEntry(entry: Command | Event, context: EmitContext): DocComment {
  const builder = startDoc(context);
  builder.text(entry.doc?.body);
  for (const section of entry.doc?.sections ?? []) {
    if (section.kind === 'Returns') builder.tag('returns', section);
    if (section.kind === 'Errors') builder.tag('throws', section);
  }
  return finish(builder, entry, entry.kind, descriptionsOf(entry.doc));
}

/** The implicit type of a command's arguments or an event's data. */
export function describeArguments(entry: Command | Event, context: EmitContext): DocComment {
  const what = entry.kind === 'command' ? 'Arguments of the command' : 'Data of the event';
  return startDoc(context)
    .sentence(`${what} ${code(entry.name)}.`)
    .build();
}

/** The implicit type of a union's base. */
export function describeBase(union: SymbolRef, context: EmitContext): DocComment {
  return startDoc(context)
    .sentence(`What all branches of {@link ${union.name}} have in common.`)
    .build();
}

/** @param described by the documentation of the definition that the member belongs to */
export function describeMember(
  { name, condition, features }: Member,
  described: Descriptions,
  context: EmitContext,
): DocComment {
  const doc = described.members.get(name);
  if (isEmpty(doc) && condition === undefined && features.length === 0) return NO_DOC;
  return startDoc(context)
    .text(doc)
    .condition(condition)
    .features(features, described.features)
    .build();
}

function startDoc(context: EmitContext, self?: string): DocBuilder {
  return new DocBuilder((name) => {
    const symbol = findType(name, context);
    return symbol?.name === self ? undefined : symbol;
  });
}

function finish(
  builder: DocBuilder,
  entity: DefinedType | Command | Event,
  kind: string,
  described: Descriptions,
): DocComment {
  const sections = entity.doc?.sections ?? [];
  for (const section of sections) if (section.kind === 'Plain') builder.text(section);
  builder.condition(entity.condition).features(entity.features, described.features);
  for (const section of sections) if (section.kind === 'Since') builder.tag('since', section);
  return builder.build(`${code(entity.module)}, ${kind} ${code(entity.name)}`);
}

function objectKind(type: ObjectType): string {
  return type.variants === undefined ? 'struct' : 'union';
}

interface Named {
  readonly name: string;
  readonly condition: Condition | undefined;
  readonly features?: readonly Feature[];
}

/** Those of the names of which there is something to say. */
function worthListing(
  named: readonly Named[],
  described: Descriptions | undefined,
): readonly Item[] {
  const items: Item[] = [];
  for (const { name, condition, features = [] } of named) {
    const doc = described?.members.get(name);
    if (isEmpty(doc) && condition === undefined && features.length === 0) continue;
    items.push({ name, doc, condition, features });
  }
  return items;
}

function isEmpty(doc: DocText | undefined): boolean {
  return doc === undefined || doc.text === '';
}
