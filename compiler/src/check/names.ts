/**
 * The rules for names. A name may begin with a downstream prefix `__RFQDN_` and with `x-`; the rules of
 * case are about the stem behind them.
 */
const NAME = /^(?:__[a-z0-9.-]+_)?(?:x-)?([a-z][a-z0-9_-]*)$/i;

export interface NameRule {
  readonly style: 'lower' | 'upper' | 'camel';
  /** `lower` only: exceptions that pragmas grant. */
  readonly permitUpper?: boolean;
  readonly permitUnderscore?: boolean;
  /** Values may begin with a digit. */
  readonly permitDigit?: boolean;
}

/** What is wrong with a name, as the end of a sentence; undefined where nothing is. */
export function nameProblem(name: string, rule: NameRule): string | undefined {
  const stem = NAME.exec(rule.permitDigit === true ? name.replace(/^(?=[0-9])/, 'd') : name)?.[1];
  if (stem === undefined) {
    return name === ''
      ? 'has an empty name'
      : "must be named with letters, digits, '-' and '_', a letter first";
  }
  // Kept for the implicit types of the compiler.
  if (comparable(name).startsWith('q_'))
    return `has a name that begins with 'q_', which is reserved`;
  switch (rule.style) {
    case 'upper':
      return /[a-z-]/.test(stem) ? `must be named in UPPER_CASE` : undefined;
    case 'camel':
      return /^[A-Z][A-Za-z0-9]*$/.test(stem) && /[a-z]/.test(stem)
        ? undefined
        : 'must be named in CamelCase';
    case 'lower':
      if (rule.permitUpper !== true && /[A-Z]/.test(stem)) return 'must be named in lower case';
      return rule.permitUnderscore !== true && stem.includes('_')
        ? "must be named with '-' where it has '_'"
        : undefined;
  }
}

/** Two names clash if they are the same in this form: they would be the same identifier in C. */
export function comparable(name: string): string {
  return name.replace(/[.-]/g, '_');
}
