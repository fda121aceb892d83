import type { Feature } from '../schema/model.js';
import type { Expression, ObjectNode, StringNode } from '../syntax/ast.js';
import { checkName } from './check-name.js';
import { checkCondition } from './condition.js';
import type { CheckContext } from './context.js';
import { KEY_RULES, type KeyRule } from './key-rules.js';
import { checkKeys, valueOf } from './keys.js';

/** Checks the `features` of an object. */
export function checkFeatures(context: CheckContext, owner: ObjectNode): readonly Feature[] {
  const node = valueOf(owner, 'features');
  if (node === undefined) return [];
  if (node.kind !== 'array') {
    context.report('check/features', node, {});
    return [];
  }
  return node.elements
    .map((element) => checkFeature(context, element))
    .filter((feature) => feature !== undefined);
}

function checkFeature(context: CheckContext, node: Expression): Feature | undefined {
  const name = checkNamed(context, node, 'a feature', KEY_RULES.feature);
  if (name === undefined) return undefined;
  const what = `the feature '${name.value}'`;
  checkName(context, name, name.value, what, { style: 'lower' });
  const condition = node.kind === 'object' ? checkCondition(context, node, what) : undefined;
  return { name: name.value, condition, span: context.span(name) };
}

/** An entry of an array that is a name, or an object with the key `name` and others. */
export function checkNamed(
  context: CheckContext,
  node: Expression,
  what: string,
  keys: KeyRule,
): StringNode | undefined {
  let name: Expression | undefined = node;
  if (node.kind === 'object') {
    if (!checkKeys(context, node, what, keys)) return undefined;
    name = valueOf(node, 'name') ?? node;
  }
  if (name.kind === 'string') return name;
  context.report('check/name-string', name, { what });
  return undefined;
}
