import type { CheckContext, Located } from './context.js';
import { nameProblem, type NameRule } from './names.js';

/** Checks the name of `what`. Where it breaks the rule, the help is one that does not, if easily found. */
export function checkName(
  context: CheckContext,
  at: Located,
  name: string,
  what: string,
  rule: NameRule,
): boolean {
  const problem = nameProblem(name, rule);
  if (problem === undefined) return true;
  const respelt = respell(name, rule.style);
  const isBetter = respelt !== name && nameProblem(respelt, rule) === undefined;
  const help = isBetter ? `did you mean '${respelt}'?` : undefined;
  context.report('check/name', at, { what, problem }, help);
  return false;
}

function respell(name: string, style: NameRule['style']): string {
  const [, prefix = '', stem = ''] = /^((?:__[A-Za-z0-9.-]+_)?(?:x-)?)(.*)$/s.exec(name) ?? [];
  const words = stem
    .replace(/([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3-$2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  return `${prefix}${join(words, style)}`;
}

function join(words: readonly string[], style: NameRule['style']): string {
  switch (style) {
    case 'lower':
      return words.join('-').toLowerCase();
    case 'upper':
      return words.join('_').toUpperCase();
    case 'camel':
      return words
        .map((word) => (/[a-z]/.test(word) ? word : word.toLowerCase()))
        .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
        .join('');
  }
}
