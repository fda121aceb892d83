import type { Log } from '../abi/server-types.js';
import { printValue } from '../wire/print.js';
import type { RequestMessage } from './port.js';

/** When the log first tells that an in-band command holds up the others, and how often again. */
const FIRST_MS = 1_000;
const AGAIN_MS = 10_000;

/** Tells the log of in-band commands that take long; nothing else happens to them. */
export class SlowCommandWatch {
  readonly #log: Log;
  #stopped = false;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Watches a command until the returned function is called. */
  watch({ sid, request }: RequestMessage): () => void {
    const start = performance.now();
    const report = (): void => {
      if (this.#stopped) return;
      const id = request.id === undefined ? '' : `, id ${printValue(request.id)}`;
      const seconds = Math.round((performance.now() - start) / 1000);
      this.#log(
        'warn',
        `command ${request.command} (session ${sid}${id}) has run for ${seconds} s`,
      );
      timer = setTimeout(report, AGAIN_MS).unref();
    };
    let timer = setTimeout(report, FIRST_MS).unref();
    return () => {
      clearTimeout(timer);
    };
  }

  /** Reports nothing any more. */
  stop(): void {
    this.#stopped = true;
  }
}
