import type { ObjectNode } from '../syntax/ast.js';
import { checkName } from './check-name.js';
import type { CheckContext } from './context.js';
import type { AlternateDefinition } from './definition.js';
import { KEY_RULES } from './key-rules.js';
import { checkKeys, valueOf } from './keys.js';
import { checkTypeNameOrArray } from './type-use.js';
import { checkVariant } from './variant.js';

type Own = Pick<AlternateDefinition, 'kind' | 'alternatives'>;

export function checkAlternate(context: CheckContext, node: ObjectNode): Own | undefined {
  if (!checkKeys(context, node, 'an alternate', KEY_RULES.alternate)) return undefined;
  const data = valueOf(node, 'data') ?? node;
  if (data.kind !== 'object' || data.members.length === 0) {
    const wanted = 'an object of at least one alternative';
    context.report('check/data', data, { what: "'data'", wanted });
    return undefined;
  }
  const alternatives = data.members
    .map((member) => {
      const what = `the alternative '${member.key.value}'`;
      checkName(context, member.key, member.key.value, what, { style: 'lower' });
      return checkVariant(context, member, what, KEY_RULES.alternative, checkTypeNameOrArray);
    })
    .filter((alternative) => alternative !== undefined);
  return { kind: 'alternate', alternatives };
}
