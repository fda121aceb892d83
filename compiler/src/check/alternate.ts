import type { ObjectNode } from '../syntax/ast.js';
import type { CheckContext } from './context.js';
import type { AlternateDefinition } from './definition.js';
import { checkKeys, valueOf } from './keys.js';
import { nameProblem } from './names.js';
import { checkTypeNameOrArray } from './type-use.js';
import { checkVariant } from './variant.js';

type Own = Pick<AlternateDefinition, 'kind' | 'alternatives'>;

export function checkAlternate(context: CheckContext, node: ObjectNode): Own | undefined {
  const keys = { required: ['alternate', 'data'], optional: ['if', 'features'] };
  if (!checkKeys(context, node, 'an alternate', keys)) return undefined;
  const data = valueOf(node, 'data') ?? node;
  if (data.kind !== 'object' || data.members.length === 0) {
    const wanted = 'an object of at least one alternative';
    context.report('check/data', data, { what: "'data'", wanted });
    return undefined;
  }
  const alternatives = data.members
    .map((member) => {
      const what = `the alternative '${member.key.value}'`;
      const problem = nameProblem(member.key.value, { style: 'lower' });
      if (problem !== undefined) context.report('check/name', member.key, { what, problem });
      return checkVariant(context, member, what, ['if'], checkTypeNameOrArray);
    })
    .filter((alternative) => alternative !== undefined);
  return { kind: 'alternate', alternatives };
}
