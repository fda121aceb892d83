import { didYouMean, suggest } from '../diagnostic/suggest.js';
import type { Expression, ObjectMember, ObjectNode } from '../syntax/ast.js';
import type { CheckContext } from './context.js';
import type { KeyRule } from './key-rules.js';

/** Checks which keys an object has. False where a required one is missing. */
export function checkKeys(
  context: CheckContext,
  node: ObjectNode,
  what: string,
  rule: KeyRule,
): boolean {
  const present = new Set(node.members.map(({ key }) => key.value));
  const missing = rule.required.filter((key) => !present.has(key));
  const known = [...rule.required, ...rule.optional];
  const absent = known.filter((key) => !present.has(key));
  const unknown = node.members.map(({ key }) => key).filter(({ value }) => !known.includes(value));
  const meant = unknown.map(({ value }) => suggest(value, absent));
  // What is there under a wrong name is told once, as that.
  const keys = missing.filter((key) => !meant.includes(key));
  if (keys.length > 0) {
    const brace = { start: node.start, end: node.start + 1 };
    context.report('check/missing-key', brace, { what, keys });
  }
  for (const key of unknown) {
    const help = didYouMean(key.value, absent);
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
