import type { ObjectNode } from '../syntax/ast.js';
import type { CheckContext } from './context.js';
import type { StructDefinition } from './definition.js';
import { KEY_RULES } from './key-rules.js';
import { checkKeys, valueOf } from './keys.js';
import { checkMembers } from './members.js';
import { checkTypeName } from './type-use.js';

type Own = Pick<StructDefinition, 'kind' | 'base' | 'members'>;

export function checkStruct(context: CheckContext, node: ObjectNode): Own | undefined {
  if (!checkKeys(context, node, 'a struct', KEY_RULES.struct)) return undefined;
  const base = valueOf(node, 'base');
  const members = checkMembers(context, valueOf(node, 'data') ?? node, 'data');
  return (
    members && {
      kind: 'struct',
      base: base && checkTypeName(context, base, "'base'"),
      members,
    }
  );
}
