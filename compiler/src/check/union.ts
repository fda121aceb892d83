import type { ObjectNode } from '../syntax/ast.js';
import type { CheckContext } from './context.js';
import type { UnionDefinition } from './definition.js';
import { KEY_RULES } from './key-rules.js';
import { checkKeys, valueOf } from './keys.js';
import { checkTypeOrMembers } from './members.js';
import { checkTypeName } from './type-use.js';
import { checkVariant } from './variant.js';

type Own = Pick<UnionDefinition, 'kind' | 'base' | 'discriminator' | 'branches'>;

export function checkUnion(context: CheckContext, node: ObjectNode): Own | undefined {
  if (!checkKeys(context, node, 'a union', KEY_RULES.union)) return undefined;
  const base = checkTypeOrMembers(context, valueOf(node, 'base') ?? node, 'base');
  const discriminator = valueOf(node, 'discriminator') ?? node;
  const data = valueOf(node, 'data') ?? node;
  if (discriminator.kind !== 'string') {
    context.report('check/name-string', discriminator, { what: 'the discriminator' });
  }
  if (data.kind !== 'object') {
    context.report('check/data', data, { what: "'data'", wanted: 'an object of branches' });
    return undefined;
  }
  const branches = data.members
    .map((member) => {
      const what = `the branch '${member.key.value}'`;
      return checkVariant(context, member, what, KEY_RULES.branch, checkTypeName);
    })
    .filter((branch) => branch !== undefined);
  if (base === undefined || discriminator.kind !== 'string') return undefined;
  return {
    kind: 'union',
    base,
    discriminator: { name: discriminator.value, span: context.span(discriminator) },
    branches,
  };
}
