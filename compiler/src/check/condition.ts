import type { Condition } from '../schema/model.js';
import type { Expression, ObjectNode } from '../syntax/ast.js';
import type { CheckContext } from './context.js';
import { KEY_RULES } from './key-rules.js';
import { checkKeys, valueOf } from './keys.js';

/** Checks the `if` of an object, which `what` describes. */
export function checkCondition(
  context: CheckContext,
  owner: ObjectNode,
  what: string,
): Condition | undefined {
  const node = valueOf(owner, 'if');
  return node === undefined ? undefined : checkTerm(context, node, what);
}

function checkTerm(context: CheckContext, node: Expression, what: string): Condition | undefined {
  const fail = (problem: string, at: Expression = node): undefined => {
    context.report('check/condition', at, { what, problem });
  };
  if (node.kind === 'string') {
    if (/^[A-Z][A-Z0-9_]*$/.test(node.value)) return node.value;
    return fail(`is '${node.value}', which is not a name in UPPER_CASE`);
  }
  if (node.kind !== 'object') return fail('must be a name or an object');
  checkKeys(context, node, `the 'if' condition of ${what}`, KEY_RULES.condition);
  const [member] = node.members;
  if (member === undefined || node.members.length > 1) {
    return fail("must have exactly one of the keys 'all', 'any' and 'not'");
  }
  const operator = member.key.value;
  if (operator === 'not') {
    const not = checkTerm(context, member.value, what);
    return not === undefined ? undefined : { not };
  }
  if (operator !== 'all' && operator !== 'any') return undefined;
  const { value } = member;
  if (value.kind !== 'array') return fail(`needs an array of conditions for '${operator}'`, value);
  if (value.elements.length === 0)
    return fail(`says nothing: '${operator}' of no conditions`, value);
  const terms = value.elements
    .map((element) => checkTerm(context, element, what))
    .filter((term) => term !== undefined);
  return operator === 'all' ? { all: terms } : { any: terms };
}
