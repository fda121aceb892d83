import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Format } from '../diagnostic/format.js';
import { createFormatter, type Formatter } from '../diagnostic/formatter.js';
import { describeOmitted, type Tally } from '../diagnostic/tally.js';
import { frameStyleFor } from './terminal.js';

export interface ReporterOptions {
  readonly format: Format;
  /** Errors beyond are only counted; 0 is no limit. Warnings do not count. */
  readonly maxErrors: number;
  readonly stream: NodeJS.WriteStream;
}

/** Prints the diagnostics of one run. */
export class Reporter {
  readonly #options: ReporterOptions;
  readonly #formatter: Formatter;
  #errors = 0;
  #warnings = 0;

  constructor(options: ReporterOptions) {
    this.#options = options;
    this.#formatter = createFormatter(options.format, frameStyleFor(options.stream));
  }

  /** Prints diagnostics of a root schema, which is named as the user gave it. */
  report(diagnostics: readonly Diagnostic[], schema: string): void {
    for (const diagnostic of diagnostics) {
      if (diagnostic.severity === 'warning') this.#warnings += 1;
      else this.#errors += 1;
      if (diagnostic.severity === 'error' && this.#omitted > 0) continue;
      this.#write(this.#formatter.add(diagnostic, schema));
    }
  }

  /** Prints what is to be said at the end. */
  finish(): void {
    this.#write(this.#formatter.finish(this.#omitted));
    if (this.#options.format === 'json' && this.#omitted > 0) {
      process.stderr.write(`${describeOmitted(this.#omitted)}\n`);
    }
  }

  /** What was reported, printed or not. */
  get tally(): Tally {
    return { errors: this.#errors, warnings: this.#warnings };
  }

  /** How many errors are beyond the limit. */
  get #omitted(): number {
    const { maxErrors } = this.#options;
    return maxErrors === 0 ? 0 : Math.max(0, this.#errors - maxErrors);
  }

  #write(text: string): void {
    if (text !== '') this.#options.stream.write(text);
  }
}
