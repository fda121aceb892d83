import type { CommandDefinition, EventDefinition, TypeOrMembers } from '../check/definition.js';
import { checkNameClash } from './clash.js';
import { implicitName } from './implicit-names.js';
import { describeType } from './describe.js';
import type { DefinitionDraft } from './drafts.js';
import type { Command, Event, ObjectType, Type } from './model.js';
import { resolveObject } from './resolve-object.js';
import type { Resolver } from './resolver.js';

export function resolveCommand(
  resolver: Resolver,
  { entity, definition }: DefinitionDraft<'command', Command, CommandDefinition>,
): void {
  if (definition === undefined) return;
  checkNameClash(resolver, definition.ref, 'feature', entity.features);
  entity.argType = resolveData(resolver, definition, entity.boxed);
  entity.returnType = resolveReturn(resolver, definition);
}

export function resolveEvent(
  resolver: Resolver,
  { entity, definition }: DefinitionDraft<'event', Event, EventDefinition>,
): void {
  if (definition === undefined) return;
  checkNameClash(resolver, definition.ref, 'feature', entity.features);
  entity.argType = resolveData(resolver, definition, entity.boxed);
}

/** The type of the arguments of a command, or of the data of an event. */
function resolveData(
  resolver: Resolver,
  definition: CommandDefinition | EventDefinition,
  boxed: boolean,
): ObjectType | undefined {
  const { data, ref } = definition;
  if (data === undefined || (data.kind === 'inline' && data.members.length === 0)) return undefined;
  const draft = resolver.objectDraft(nameOfData(resolver, definition, data) ?? '');
  if (draft === undefined) return undefined;
  const what = `a ${definition.kind}`;
  const span = data.kind === 'named' ? data.type.span : undefined;
  if (draft.union !== undefined && !boxed) {
    const parameters = { what, found: `the union '${draft.entity.name}'` };
    resolver.report('schema/unboxed-union', ref, span, parameters);
  }
  resolveObject(resolver, draft);
  const { conditionalMember } = draft;
  if (conditionalMember !== undefined && !boxed) {
    const at = data.kind === 'named' ? span : conditionalMember.span;
    resolver.report('schema/unboxed-condition', ref, at, { what });
  }
  return draft.entity;
}

function nameOfData(
  resolver: Resolver,
  definition: CommandDefinition | EventDefinition,
  data: TypeOrMembers,
): string | undefined {
  if (data.kind === 'inline') return implicitName(definition.name, 'arg');
  const type = resolver.resolveUse(data.type, definition.ref, "'data'");
  if (type !== undefined && type.kind !== 'object') {
    const parameters = { what: `a ${definition.kind}`, found: describeType(type) };
    resolver.report('schema/data-type', definition.ref, data.type.span, parameters);
  }
  return type?.name;
}

function resolveReturn(
  resolver: Resolver,
  { ref, returns, name }: CommandDefinition,
): Type | undefined {
  if (returns === undefined) return undefined;
  const type = resolver.resolveUse(returns, ref, "'returns'");
  if (type === undefined || resolver.pragmas.commandReturnsExceptions.has(name)) return type;
  const single = type.kind === 'array' ? type.element : type;
  if (single.kind !== 'object') {
    resolver.report('schema/return-type', ref, returns.span, { found: describeType(type) });
  }
  return type;
}
