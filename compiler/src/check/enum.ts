import type { Expression, ObjectNode } from '../syntax/ast.js';
import { checkCondition } from './condition.js';
import type { CheckContext } from './context.js';
import type { EnumDefinition, EnumValueDefinition } from './definition.js';
import { checkFeatures, checkNamed } from './features.js';
import { checkKeys, valueOf } from './keys.js';
import { nameProblem } from './names.js';

type Own = Pick<EnumDefinition, 'kind' | 'prefix' | 'values'>;

export function checkEnum(context: CheckContext, node: ObjectNode): Own | undefined {
  const keys = { required: ['enum', 'data'], optional: ['if', 'features', 'prefix'] };
  if (!checkKeys(context, node, 'an enum', keys)) return undefined;
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
  const keys = { required: ['name'], optional: ['if', 'features'] };
  const name = checkNamed(context, node, 'a value', keys);
  if (name === undefined) return undefined;
  const what = `the value '${name.value}'`;
  const isException = context.pragmas.memberNameExceptions.has(context.ref.name);
  // Unlike other names, values may begin with a digit.
  const problem = nameProblem(name.value.replace(/^(?=[0-9])/, 'd'), {
    style: 'lower',
    permitUpper: isException,
    permitUnderscore: isException,
  });
  if (problem !== undefined) context.report('check/name', name, { what, problem });
  return {
    name: name.value,
    condition: node.kind === 'object' ? checkCondition(context, node, what) : undefined,
    features: node.kind === 'object' ? checkFeatures(context, node) : [],
    span: context.span(name),
  };
}
