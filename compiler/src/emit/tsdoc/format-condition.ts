import type { Condition } from '../../schema/model.js';

/** An `if` condition as people write it: `A && (B || !C)`. */
export function formatCondition(condition: Condition): string {
  if (typeof condition === 'string') return condition;
  if ('not' in condition) return `!${formatOperand(condition.not)}`;
  return 'all' in condition
    ? condition.all.map(formatOperand).join(' && ')
    : condition.any.map(formatOperand).join(' || ');
}

function formatOperand(condition: Condition): string {
  const text = formatCondition(condition);
  return typeof condition === 'string' || 'not' in condition ? text : `(${text})`;
}
