import type { Expression } from '../syntax/ast.js';
import type { CheckContext } from './context.js';
import type { TypeUse } from './definition.js';

/** The name of a type. */
export function checkTypeName(
  context: CheckContext,
  node: Expression,
  what: string,
): TypeUse | undefined {
  if (node.kind === 'string') {
    return { name: node.value, isArray: false, span: context.span(node) };
  }
  context.report('check/data', node, { what, wanted: 'the name of a type' });
  return undefined;
}

/** The name of a type, or an array type `['NAME']`. */
export function checkTypeNameOrArray(
  context: CheckContext,
  node: Expression,
  what: string,
): TypeUse | undefined {
  if (node.kind === 'string') return checkTypeName(context, node, what);
  if (node.kind !== 'array') {
    context.report('check/data', node, { what, wanted: 'the name of a type, or an array of one' });
    return undefined;
  }
  const [element, ...others] = node.elements;
  if (element?.kind === 'string' && others.length === 0) {
    return { name: element.value, isArray: true, span: context.span(element) };
  }
  context.report('check/array-type', node, { what });
  return undefined;
}
