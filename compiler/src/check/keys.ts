import { didYouMean } from '../diagnostic/suggest.js';
import type { Expression, ObjectMember, ObjectNode } from '../syntax/ast.js';
import type { CheckContext } from './context.js';

export interface KeyRule {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** Checks which keys an object has. False where a required one is missing. */
export function checkKeys(
  context: CheckContext,
  node: ObjectNode,
  what: string,
  rule: KeyRule,
): boolean {
  const present = new Set(node.members.map(({ key }) => key.value));
  const missing = rule.required.filter((key) => !present.has(key));
  if (missing.length > 0) {
    const brace = { start: node.start, end: node.start + 1 };
    context.report('check/missing-key', brace, { what, keys: missing });
  }
  const known = [...rule.required, ...rule.optional];
  for (const { key } of node.members) {
    if (known.includes(key.value)) continue;
    const rest = known.filter((candidate) => !present.has(candidate));
    const help = didYouMean(key.value, rest);
    context.report('check/unknown-key', key, { what, key: key.value, known }, help);
  }
  return missing.length === 0;
}

export function memberOf(node: ObjectNode, key: string): ObjectMember | undefined {
  return node.members.find((member) => member.key.value === key);
}

export function valueOf(node: ObjectNode, key: string): Expression | undefined {
  return memberOf(node, key)?.value;
}
