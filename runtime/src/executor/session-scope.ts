import type { Log } from '../abi/server-types.js';
import { describeWithStack } from './reply.js';

/** What the in-band half keeps of a session: who wants to know of its end. */
export class SessionScope {
  readonly #log: Log;
  readonly #controller = new AbortController();
  /** A box for each hook, so that the same function may be given twice. */
  readonly #hooks = new Set<{ readonly hook: () => void }>();

  constructor(log: Log) {
    this.#log = log;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Calls `hook` once after the session has ended, in a later turn. Returns what takes it back. */
  readonly onClose = (hook: () => void): (() => void) => {
    const entry = { hook };
    this.#hooks.add(entry);
    if (this.signal.aborted) queueMicrotask(this.#runHooks);
    return () => {
      this.#hooks.delete(entry);
    };
  };

  close(): void {
    this.#controller.abort(new Error('the session has ended'));
    this.#runHooks();
  }

  readonly #runHooks = (): void => {
    for (const entry of this.#hooks) {
      this.#hooks.delete(entry);
      try {
        entry.hook();
      } catch (error) {
        this.#log('error', `an onClose hook failed: ${describeWithStack(error)}`);
      }
    }
  };
}
