import type { Expression, ObjectNode } from '../syntax/ast.js';
import { checkName } from './check-name.js';
import { checkCondition } from './condition.js';
import type { CheckContext } from './context.js';
import type { EnumDefinition, EnumValueDefinition } from './definition.js';
import { checkFeatures, checkNamed } from './features.js';
import { KEY_RULES } from './key-rules.js';
import { checkKeys, valueOf } from './keys.js';

type Own = Pick<EnumDefinition, 'kind' | 'prefix' | 'values'>;

export function checkEnum(context: CheckContext, node: ObjectNode): Own | undefined {
  if (!checkKeys(context, node, 'an enum', KEY_RULES.enum)) return undefined;
  const prefix = valueOf(node, 'prefix');
  const data = valueOf(node, 'data') ?? node;
  if (prefix !== undefined && prefix.kind !== 'string') {
    context.report('check/data', prefix, { what: "'prefix'", wanted: 'a string' });
  }
  if (data.kind !== 'array') {
    context.report('check/data', data, { what: "'data'", wanted: 'an array of values' });
    return undefined;
  }
  return {
    kind: 'enum',
    prefix: prefix?.kind === 'string' ? prefix.value : undefined,
    values: data.elements
      .map((element) => checkValue(context, element))
      .filter((value) => value !== undefined),
  };
}

function checkValue(context: CheckContext, node: Expression): EnumValueDefinition | undefined {
  const name = checkNamed(context, node, 'a value', KEY_RULES.value);
  if (name === undefined) return undefined;
  const what = `the value '${name.value}'`;
  const isException = context.pragmas.memberNameExceptions.has(context.ref.name);
  checkName(context, name, name.value, what, {
    style: 'lower',
    permitUpper: isException,
    permitUnderscore: isException,
    permitDigit: true,
  });
  return {
    name: name.value,
    condition: node.kind === 'object' ? checkCondition(context, node, what) : undefined,
    features: node.kind === 'object' ? checkFeatures(context, node) : [],
    span: context.span(name),
  };
}
