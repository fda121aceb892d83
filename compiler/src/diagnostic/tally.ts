import type { Diagnostic } from './diagnostic.js';

/** How many errors and warnings there are. */
export interface Tally {
  readonly errors: number;
  readonly warnings: number;
}

export function tallyOf(diagnostics: readonly Diagnostic[]): Tally {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: diagnostics.length - errors };
}

export function describeTally({ errors, warnings }: Tally): string {
  return `${pluralize(errors, 'error')}, ${pluralize(warnings, 'warning')}`;
}

/** What is said of errors beyond the limit of a run. */
export function describeOmitted(omitted: number): string {
  return `and ${pluralize(omitted, 'more error')}; --max-errors shows more`;
}

function pluralize(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
