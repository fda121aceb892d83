import type { CheckedSchema } from '../check/check-definitions.js';
import type { DiagnosticSession } from '../diagnostic/session.js';
import type { LoadedSchema } from '../syntax/load.js';
import { checkNameClash } from './clash.js';
import { checkTypeFeatures } from './feature-rules.js';
import { ownersOf, reportUndocumented, reportUnknown } from './connect-docs.js';
import { defineEntities, type DefinedSchema } from './define.js';
import type { Draft } from './drafts.js';
import type { Entity, EnumType, Module, ModuleEntry, Schema } from './model.js';
import { resolveAlternate } from './resolve-alternate.js';
import { resolveCommand, resolveEvent } from './resolve-command.js';
import { resolveObject } from './resolve-object.js';
import { Resolver } from './resolver.js';
import { BUILTIN_MODULE } from './builtins.js';
import { checkFeatureCount } from './feature-count.js';
import type { DefinitionRef } from '../diagnostic/diagnostic.js';

/**
 * Resolves all names, entity by entity in the order of the reference. The result is of use only where the
 * session has no errors.
 */
export function resolveSchema(
  loaded: LoadedSchema,
  checked: CheckedSchema,
  session: DiagnosticSession,
): Schema {
  const defined = defineEntities(checked, loaded.root, session);
  const resolver = new Resolver(defined.drafts, checked.brokenNames, loaded.pragmas, session);
  for (const draft of defined.order) {
    if (draft.kind === 'include') continue;
    resolveDraft(resolver, draft);
    const { entity, ref } = draft;
    if (entity !== undefined && ref !== undefined) {
      reportUndocumented(entity, ref, loaded.pragmas, session);
    }
  }
  const entities = entitiesOf(defined);
  const owners = ownersOf(entities.values());
  for (const doc of loaded.docs) {
    const owner = owners.get(doc);
    if (owner !== undefined) reportUnknown(owner, resolver.suggester, session);
  }
  checkFeatureCount(checked, session);
  const modules = buildModules(defined);
  return { modules, entities, docs: loaded.docs, emptyObject: resolver.emptyObject };
}

function resolveDraft(resolver: Resolver, draft: Draft): void {
  switch (draft.kind) {
    case 'builtin':
      break;
    case 'array':
      if (
        resolver.arrayOf(draft) === undefined &&
        draft.use !== undefined &&
        draft.ref !== undefined
      ) {
        resolver.reportElement(draft.use, draft.ref);
      }
      break;
    case 'enum':
      if (draft.ref !== undefined) checkEnum(resolver, draft.entity, draft.ref);
      break;
    case 'object':
      resolveObject(resolver, draft);
      break;
    case 'alternate':
      resolveAlternate(resolver, draft);
      break;
    case 'command':
      resolveCommand(resolver, draft);
      break;
    case 'event':
      resolveEvent(resolver, draft);
      break;
  }
}

function checkEnum(resolver: Resolver, { features, values }: EnumType, ref: DefinitionRef): void {
  checkTypeFeatures(resolver, ref, features);
  checkNameClash(resolver, ref, 'value', values);
}

function entitiesOf({ order }: DefinedSchema): ReadonlyMap<string, Entity> {
  const entities = new Map<string, Entity>();
  for (const draft of order) {
    if (draft.kind !== 'include' && draft.entity !== undefined) {
      entities.set(draft.entity.name, draft.entity);
    }
  }
  return entities;
}

function buildModules({ modules, order }: DefinedSchema): readonly Module[] {
  const entries = new Map<string, ModuleEntry[]>(modules.map((name) => [name, []]));
  for (const draft of order) {
    if (draft.kind === 'include') entries.get(draft.from)?.push(draft.include);
    else if (draft.entity !== undefined) entries.get(draft.entity.module)?.push(draft.entity);
  }
  return modules.map((name) => ({
    name,
    isBuiltin: name === BUILTIN_MODULE,
    entries: entries.get(name) ?? [],
  }));
}
