import type { Executor } from '../executor/executor.js';
import type { InputEofPolicy } from '../executor/settings.js';
import type { Transport } from '../transport/transport.js';
import type { ResolvedSettings } from './resolve-settings.js';

/** Lets the connections of one listener in: as many as the server can have, or one after the other. */
export class Door {
  readonly #executor: Executor;
  readonly #settings: ResolvedSettings;
  readonly #onInputEof: InputEofPolicy;
  readonly #onLeave: () => void;
  /** Those that came before the door was open, or while the only place was taken. */
  readonly #waiting: Transport[] = [];
  #state: 'opening' | 'open' | 'closed' = 'opening';
  #occupied = false;

  /** `onLeave` is called when a connection has ended. */
  constructor(
    executor: Executor,
    settings: ResolvedSettings,
    onInputEof: InputEofPolicy,
    onLeave: () => void,
  ) {
    this.#executor = executor;
    this.#settings = settings;
    this.#onInputEof = settings.onInputEof ?? onInputEof;
    this.#onLeave = onLeave;
  }

  /** Takes a new connection. */
  readonly enter = (transport: Transport): void => {
    const { exclusive, maxSessions, log } = this.#settings;
    const mustWait = this.#state === 'opening' || (exclusive && this.#occupied);
    const present = mustWait ? this.#waiting.length : this.#executor.sessionCount;
    if (this.#state === 'closed') transport.destroy();
    else if (present >= maxSessions) {
      log('warn', `${transport.peer}: refused, there are ${present} connections`);
      transport.destroy();
    } else if (mustWait) this.#waiting.push(transport);
    else this.#serve(transport);
  };

  /** Lets in who has come already, and whoever will come. */
  open(): void {
    if (this.#state !== 'opening') return;
    this.#state = 'open';
    for (const transport of this.#waiting.splice(0)) this.enter(transport);
  }

  /** Lets nobody in any more; who is inside stays. */
  close(): void {
    this.#state = 'closed';
    for (const transport of this.#waiting.splice(0)) transport.destroy();
  }

  #serve(transport: Transport): void {
    this.#occupied = true;
    this.#executor.connect(transport, {
      onInputEof: this.#onInputEof,
      onClose: () => {
        this.#occupied = false;
        const next = this.#settings.exclusive ? this.#waiting.shift() : undefined;
        if (next !== undefined) this.#serve(next);
        this.#onLeave();
      },
    });
  }
}
