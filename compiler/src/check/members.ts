import type { Expression, ObjectMember } from '../syntax/ast.js';
import { checkName } from './check-name.js';
import type { CheckContext } from './context.js';
import type { MemberDefinition, TypeOrMembers } from './definition.js';
import { checkFeatures } from './features.js';
import { KEY_RULES } from './key-rules.js';
import { comparable } from './names.js';
import { checkTypeName, checkTypeNameOrArray } from './type-use.js';
import { checkVariant } from './variant.js';

/** `data` or `base`: the name of a type, or an object of members. */
export function checkTypeOrMembers(
  context: CheckContext,
  node: Expression,
  key: string,
): TypeOrMembers | undefined {
  if (node.kind === 'string') {
    const type = checkTypeName(context, node, `'${key}'`);
    return type && { kind: 'named', type };
  }
  const members = checkMembers(context, node, key, 'an object of members or the name of a type');
  return members && { kind: 'inline', members };
}

/** An object of members. */
export function checkMembers(
  context: CheckContext,
  node: Expression,
  key: string,
  wanted = 'an object of members',
): readonly MemberDefinition[] | undefined {
  if (node.kind !== 'object') {
    context.report('check/data', node, { what: `'${key}'`, wanted });
    return undefined;
  }
  return node.members
    .map((member) => checkMember(context, member))
    .filter((member) => member !== undefined);
}

function checkMember(context: CheckContext, member: ObjectMember): MemberDefinition | undefined {
  const { key, value } = member;
  const optional = key.value.startsWith('*');
  const name = optional ? key.value.slice(1) : key.value;
  const what = `the member '${name}'`;
  checkMemberName(context, member, name, what);
  const variant = checkVariant(context, member, what, KEY_RULES.member, checkTypeNameOrArray);
  const features = value.kind === 'object' ? checkFeatures(context, value) : [];
  return variant && { ...variant, name, optional, features };
}

function checkMemberName(
  context: CheckContext,
  { key }: ObjectMember,
  name: string,
  what: string,
): void {
  // Only types can be excepted: no pragma names the type of a command's or an event's inline data.
  const isType = context.ref.kind === 'struct' || context.ref.kind === 'union';
  const isException = isType && context.pragmas.memberNameExceptions.has(context.ref.name);
  const rule = { style: 'lower', permitUpper: isException, permitUnderscore: isException } as const;
  if (!checkName(context, key, name, what, rule)) return;
  const plain = comparable(name);
  if (plain === 'u' || plain.startsWith('has_')) {
    context.report('check/reserved-name', key, { what });
  }
}
