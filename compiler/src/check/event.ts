import type { ObjectNode } from '../syntax/ast.js';
import { checkData } from './command.js';
import type { CheckContext } from './context.js';
import type { EventDefinition } from './definition.js';
import { hasFlag } from './flags.js';
import { KEY_RULES } from './key-rules.js';
import { checkKeys } from './keys.js';

type Own = Pick<EventDefinition, 'kind' | 'data' | 'boxed'>;

export function checkEvent(context: CheckContext, node: ObjectNode): Own | undefined {
  if (!checkKeys(context, node, 'an event', KEY_RULES.event)) return undefined;
  return { kind: 'event', data: checkData(context, node), boxed: hasFlag(node, 'boxed') };
}
