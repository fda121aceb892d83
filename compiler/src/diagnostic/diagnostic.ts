import type { Span } from '../source/span.js';
import type { Code } from './catalogue.js';

export type Severity = 'error' | 'warning';

/** The definition that a diagnostic is about, and where it begins. */
export interface DefinitionRef {
  readonly kind: 'enum' | 'struct' | 'union' | 'alternate' | 'command' | 'event';
  readonly name: string;
  readonly span: Span;
  /** The name in the definition. */
  readonly nameSpan: Span;
}

/** A remark that helps to understand a diagnostic, at a place of its own. */
export interface Note {
  readonly message: string;
  readonly span: Span;
}

export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  /** What to do about it. */
  readonly help: string | undefined;
  /** The offending text. */
  readonly span: Span;
  /** Where the reference implementation reports it: for faults of a definition, its beginning. */
  readonly anchor: Span;
  /** Whether the reference gives a column; elsewhere only the line of the anchor counts. */
  readonly hasColumn: boolean;
  readonly definition: DefinitionRef | undefined;
  readonly notes: readonly Note[];
}
