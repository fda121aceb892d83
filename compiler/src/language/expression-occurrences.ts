import type { Expression, ObjectNode } from '../syntax/ast.js';
import type { Occurrence } from './occurrence.js';
import type { Outline } from './outline.js';
import { nameRange } from './range.js';
import { shapeOf, shapeOfKey, type ExpressionRole, type ShapeName } from './shapes.js';

/** The names in a top-level expression, in source order. */
export function findInExpression(
  text: string,
  node: ObjectNode,
  outline: Outline | undefined,
): readonly Occurrence[] {
  const occurrences: Occurrence[] = [];
  const add = (role: ExpressionRole, node: Expression, shape?: ShapeName): void => {
    if (node.kind !== 'string' || node.value === '') return;
    const isOptional = role === 'member' && node.value.startsWith('*');
    const { start, end } = nameRange(text, node);
    const at = { start: isOptional ? start + 1 : start, end };
    const name = isOptional ? node.value.slice(1) : node.value;
    occurrences.push({ role, name, at, outline, shape });
  };
  const visit = (node: Expression, shapeName: ShapeName | undefined): void => {
    const shape = shapeName === undefined ? {} : shapeOf(shapeName);
    switch (node.kind) {
      case 'boolean':
        break;
      case 'string':
        if (shape.string !== undefined) add(shape.string, node);
        break;
      case 'array':
        for (const element of node.elements) visit(element, shape.elements);
        break;
      case 'object':
        for (const { key, value } of node.members) {
          add(shape.names?.role ?? 'key', key, shapeName);
          visit(value, shapeOfKey(shape, key.value));
        }
        break;
    }
  };
  visit(node, outline?.kind ?? 'directive');
  return occurrences;
}
