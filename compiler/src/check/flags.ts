import type { ObjectNode } from '../syntax/ast.js';
import type { CheckContext } from './context.js';
import { memberOf, valueOf } from './keys.js';

/** Flags are written only where they differ from their default. */
const FLAGS = [
  ['gen', false],
  ['success-response', false],
  ['boxed', true],
  ['allow-oob', true],
  ['allow-preconfig', true],
  ['coroutine', true],
] as const;

/** Checks the flags of a definition. */
export function checkFlags(context: CheckContext, node: ObjectNode): void {
  for (const [flag, value] of FLAGS) {
    const found = valueOf(node, flag);
    if (found === undefined || (found.kind === 'boolean' && found.value === value)) continue;
    context.report('check/flag', found, { flag, value });
  }
  const oob = memberOf(node, 'allow-oob');
  const coroutine = memberOf(node, 'coroutine');
  if (oob !== undefined && coroutine !== undefined) {
    const later = oob.key.start > coroutine.key.start ? oob : coroutine;
    context.report('check/oob-coroutine', later.key, {});
  }
}

/** Whether a definition has the flag. */
export function hasFlag(node: ObjectNode, flag: (typeof FLAGS)[number][0]): boolean {
  return memberOf(node, flag) !== undefined;
}
