import type { Expression, ObjectMember } from '../syntax/ast.js';
import { checkCondition } from './condition.js';
import type { CheckContext } from './context.js';
import type { TypeUse, VariantDefinition } from './definition.js';
import type { KeyRule } from './key-rules.js';
import { checkKeys, valueOf } from './keys.js';

/** How a type may be written. */
export type TypeCheck = (
  context: CheckContext,
  node: Expression,
  what: string,
) => TypeUse | undefined;

/** A member of an object that names a type: `'NAME': TYPE`, or with `{ 'type': TYPE, ... }` in long. */
export function checkVariant(
  context: CheckContext,
  { key, value }: ObjectMember,
  what: string,
  keys: KeyRule,
  checkType: TypeCheck,
): VariantDefinition | undefined {
  let typeNode: Expression | undefined = value;
  let condition;
  if (value.kind === 'object') {
    if (!checkKeys(context, value, what, keys)) return undefined;
    condition = checkCondition(context, value, what);
    typeNode = valueOf(value, 'type') ?? value;
  }
  const type = checkType(context, typeNode, `the type of ${what}`);
  return type && { name: key.value, type, condition, span: context.span(key) };
}
