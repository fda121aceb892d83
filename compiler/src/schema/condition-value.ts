import type { Condition } from './model.js';

/** Decides conditions. Without defines every condition counts as true, negated ones too. */
export type ConditionValue = (condition: Condition | undefined) => boolean;

/** @param defines the names that are defined; undefined where conditions are not to be looked at. */
export function conditionValue(defines: readonly string[] | undefined): ConditionValue {
  if (defines === undefined) return () => true;
  const defined = new Set(defines);
  const holds = (condition: Condition): boolean => {
    if (typeof condition === 'string') return defined.has(condition);
    if ('not' in condition) return !holds(condition.not);
    return 'all' in condition ? condition.all.every(holds) : condition.any.some(holds);
  };
  return (condition) => condition === undefined || holds(condition);
}
