import type { Span } from '../source/span.js';
import { catalogue, type Code, type Parameters } from './catalogue.js';
import type { Entry } from './catalogue/entry.js';
import type { DefinitionRef, Diagnostic, Note, Severity } from './diagnostic.js';

/** How problems of documentation count: as errors, as warnings, or not at all. */
export type DocsMode = 'strict' | 'warn' | 'off';

/** Where a diagnostic belongs. */
export interface Place {
  readonly span: Span;
  /** Where the reference reports it, if neither at `span` nor at the beginning of `definition`. */
  readonly anchor?: Span | undefined;
  readonly definition?: DefinitionRef | undefined;
  readonly notes?: readonly Note[] | undefined;
  /** Says more than the catalogue's own help, for example a similar name. */
  readonly help?: string | undefined;
}

/** Nobody reads more. Text that is no schema at all can have millions of problems. */
const MAX_DIAGNOSTICS = 100_000;

/** Collects what the stages of one compilation find: the first {@link MAX_DIAGNOSTICS}. */
export class DiagnosticSession {
  readonly docs: DocsMode;
  readonly #diagnostics: Diagnostic[] = [];
  #errors = 0;

  constructor(docs: DocsMode) {
    this.docs = docs;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  report<C extends Code>(code: C, place: Place, parameters: Parameters<C>): void {
    const severity = this.#severity(code);
    if (severity === undefined) return;
    // The catalogue is typed by code; TypeScript does not see that entry and parameters belong together.
    const entry = catalogue[code] as unknown as Entry<Parameters<C>>;
    if (severity === 'error') this.#errors += 1;
    if (this.#diagnostics.length >= MAX_DIAGNOSTICS) return;
    this.#diagnostics.push({
      code,
      severity,
      message: entry.message(parameters),
      help: place.help ?? entry.help?.(parameters),
      span: place.span,
      anchor: place.anchor ?? place.definition?.span ?? place.span,
      hasColumn: entry.hasColumn ?? false,
      definition: place.definition,
      notes: place.notes ?? [],
    });
  }

  #severity(code: Code): Severity | undefined {
    const isExample = code.startsWith('example/');
    if (!isExample && !code.startsWith('doc/')) return 'error';
    if (this.docs === 'off') return undefined;
    // The reference knows nothing of examples: they never make a schema bad.
    if (isExample) return 'warning';
    return this.docs === 'strict' ? 'error' : 'warning';
  }
}
