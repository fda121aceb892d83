import type { DefinitionRef } from '../diagnostic/diagnostic.js';
import type { DiagnosticSession } from '../diagnostic/session.js';
import { didYouMean } from '../diagnostic/suggest.js';
import type { ObjectNode, StringNode } from '../syntax/ast.js';
import type { LoadedDefinition, LoadedInclude, LoadedSchema } from '../syntax/load.js';
import { checkAlternate } from './alternate.js';
import { checkName } from './check-name.js';
import { checkCommand } from './command.js';
import { checkCondition } from './condition.js';
import { CheckContext } from './context.js';
import type { Definition } from './definition.js';
import { checkDocumentation } from './documentation.js';
import { checkEnum } from './enum.js';
import { checkEvent } from './event.js';
import { checkFeatures } from './features.js';
import { checkFlags } from './flags.js';
import type { NameRule } from './names.js';
import { checkStruct } from './struct.js';
import { checkUnion } from './union.js';
import type { Pragmas } from '../syntax/pragma.js';

type MetaType = DefinitionRef['kind'];

const CHECKS = {
  enum: checkEnum,
  struct: checkStruct,
  union: checkUnion,
  alternate: checkAlternate,
  command: checkCommand,
  event: checkEvent,
} as const;

/** Definitions of the right shape, and the names of the others. */
export interface CheckedSchema {
  readonly entries: readonly (Definition | LoadedInclude)[];
  readonly brokenNames: ReadonlySet<string>;
}

/** Checks the shape of every definition on its own. */
export function checkDefinitions(loaded: LoadedSchema, session: DiagnosticSession): CheckedSchema {
  const entries: (Definition | LoadedInclude)[] = [];
  const brokenNames = new Set(loaded.brokenNames);
  for (const entry of loaded.entries) {
    if (entry.kind === 'include') {
      entries.push(entry);
      continue;
    }
    const ref = findDefinition(entry, session);
    if (ref === undefined) continue;
    const definition = checkDefinition(entry, ref, loaded.pragmas, session);
    if (definition === undefined) brokenNames.add(ref.name);
    else entries.push(definition);
  }
  return { entries, brokenNames };
}

/** What an expression defines. */
function findDefinition(
  { file, node }: LoadedDefinition,
  session: DiagnosticSession,
): DefinitionRef | undefined {
  const span = { file, start: node.start, end: node.end };
  const metas = node.members.filter(({ key }) => isMetaType(key.value));
  const [meta] = metas;
  if (meta === undefined || metas.length > 1) {
    const misspelt = metas.length === 0 ? findMisspelt(node) : undefined;
    const at = misspelt?.key ?? metas[1]?.key ?? { start: node.start, end: node.start + 1 };
    const place = { span: { file, start: at.start, end: at.end }, anchor: span };
    const found = metas.map(({ key }) => key.value);
    session.report('check/meta-type', { ...place, help: misspelt?.help }, { found });
    return undefined;
  }
  const { key, value } = meta;
  if (value.kind !== 'string') {
    const place = { span: { file, start: value.start, end: value.end }, anchor: span };
    session.report('check/name-string', place, { what: `the ${key.value}` });
    return undefined;
  }
  const nameSpan = { file, start: value.start, end: value.end };
  return isMetaType(key.value) ? { kind: key.value, name: value.value, span, nameSpan } : undefined;
}

/** The key that was most likely meant to tell what is defined. */
function findMisspelt(node: ObjectNode): { key: StringNode; help: string } | undefined {
  for (const { key } of node.members) {
    const help = didYouMean(key.value, Object.keys(CHECKS));
    if (help !== undefined) return { key, help };
  }
  return undefined;
}

function checkDefinition(
  entry: LoadedDefinition,
  ref: DefinitionRef,
  pragmas: Pragmas,
  session: DiagnosticSession,
): Definition | undefined {
  const { file, node, doc } = entry;
  const context = new CheckContext(file, ref, pragmas, session);
  checkOwnName(context);
  checkDocumentation(entry, ref, pragmas, session);
  const own = CHECKS[ref.kind](context, node);
  const condition = checkCondition(context, node, `the ${ref.kind}`);
  const features = checkFeatures(context, node);
  checkFlags(context, node);
  if (own === undefined || context.isBroken) return undefined;
  return { ref, name: ref.name, span: ref.span, condition, features, doc, ...own };
}

function checkOwnName(context: CheckContext): void {
  const { kind, name, nameSpan } = context.ref;
  const isFine = checkName(context, nameSpan, name, `the ${kind} '${name}'`, nameRule(context));
  if (isFine && name.endsWith('List')) context.report('check/list-suffix', nameSpan, { name });
}

function nameRule({ ref, pragmas }: CheckContext): NameRule {
  switch (ref.kind) {
    case 'event':
      return { style: 'upper' };
    case 'command':
      return { style: 'lower', permitUnderscore: pragmas.commandNameExceptions.has(ref.name) };
    default:
      return { style: 'camel' };
  }
}

function isMetaType(key: string): key is MetaType {
  return Object.hasOwn(CHECKS, key);
}
