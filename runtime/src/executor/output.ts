import type { Transport } from '../transport/transport.js';

/** The output of a session: bounded, and written once for all that is said in one turn. */
export class Output {
  readonly #transport: Transport;
  readonly #max: number;
  readonly #onFlushed: () => void;
  #pending = '';
  #scheduled = false;

  constructor(transport: Transport, max: number, onFlushed: () => void) {
    this.#transport = transport;
    this.#max = max;
    this.#onFlushed = onFlushed;
  }

  /** Bytes that the system has not accepted yet. */
  get bytes(): number {
    return this.#pending.length + this.#transport.bufferedBytes;
  }

  /**
   * Queues ASCII text. Returns whether there was room: a text too long for the bound is taken when nothing
   * else waits, so that every reply can be sent to a peer that reads.
   */
  write(text: string): boolean {
    const waiting = this.bytes;
    if (waiting > 0 && waiting + text.length > this.#max) return false;
    this.#pending += text;
    if (!this.#scheduled) {
      this.#scheduled = true;
      queueMicrotask(this.#flushLater);
    }
    return true;
  }

  /** Sends what is queued, then closes. */
  end(): void {
    this.#flush();
    this.#transport.end();
  }

  readonly #flushLater = (): void => {
    this.#scheduled = false;
    this.#flush();
    this.#onFlushed();
  };

  #flush(): void {
    if (this.#pending === '') return;
    const text = this.#pending;
    this.#pending = '';
    this.#transport.write(text);
  }
}
