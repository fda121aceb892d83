import type { Code, Parameters } from '../diagnostic/catalogue.js';
import type { DefinitionRef } from '../diagnostic/diagnostic.js';
import type { DiagnosticSession } from '../diagnostic/session.js';
import type { Span } from '../source/span.js';
import type { SourceFile } from '../source/source-file.js';
import type { Pragmas } from '../syntax/pragma.js';

/** Anything with a place in the file of the definition. */
export interface Located {
  readonly start: number;
  readonly end: number;
}

/** What the checks of one definition share. */
export class CheckContext {
  readonly file: SourceFile;
  readonly ref: DefinitionRef;
  readonly pragmas: Pragmas;
  readonly #session: DiagnosticSession;
  /** A fault was found: the definition cannot be used. */
  isBroken = false;

  constructor(file: SourceFile, ref: DefinitionRef, pragmas: Pragmas, session: DiagnosticSession) {
    this.file = file;
    this.ref = ref;
    this.pragmas = pragmas;
    this.#session = session;
  }

  span({ start, end }: Located): Span {
    return { file: this.file, start, end };
  }

  report<C extends Code>(code: C, at: Located, parameters: Parameters<C>, help?: string): void {
    this.isBroken = true;
    this.#session.report(code, { span: this.span(at), definition: this.ref, help }, parameters);
  }
}
