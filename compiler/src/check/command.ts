import type { ObjectNode } from '../syntax/ast.js';
import type { CheckContext } from './context.js';
import type { CommandDefinition, TypeOrMembers } from './definition.js';
import { hasFlag } from './flags.js';
import { KEY_RULES } from './key-rules.js';
import { checkKeys, memberOf, valueOf } from './keys.js';
import { checkTypeOrMembers } from './members.js';
import { checkTypeName, checkTypeNameOrArray } from './type-use.js';

type Own = Pick<CommandDefinition, 'kind' | 'data' | 'returns' | 'flags'>;

export function checkCommand(context: CheckContext, node: ObjectNode): Own | undefined {
  if (!checkKeys(context, node, 'a command', KEY_RULES.command)) return undefined;
  const returns = valueOf(node, 'returns');
  return {
    kind: 'command',
    data: checkData(context, node),
    returns: returns && checkTypeNameOrArray(context, returns, "'returns'"),
    flags: {
      boxed: hasFlag(node, 'boxed'),
      gen: !hasFlag(node, 'gen'),
      successResponse: !hasFlag(node, 'success-response'),
      allowOob: hasFlag(node, 'allow-oob'),
      allowPreconfig: hasFlag(node, 'allow-preconfig'),
      coroutine: hasFlag(node, 'coroutine'),
    },
  };
}

/** The `data` of a command or an event. */
export function checkData(context: CheckContext, node: ObjectNode): TypeOrMembers | undefined {
  const data = valueOf(node, 'data');
  const boxed = memberOf(node, 'boxed');
  // `false` and other values that the flag must not have are told by the check of flags.
  const isBoxed = boxed !== undefined && !(boxed.value.kind === 'boolean' && !boxed.value.value);
  if (data === undefined) {
    if (isBoxed) context.report('check/boxed-data', boxed.key, {});
    return undefined;
  }
  if (!isBoxed) return checkTypeOrMembers(context, data, 'data');
  const type = checkTypeName(context, data, "with 'boxed', 'data'");
  return type && { kind: 'named', type };
}
