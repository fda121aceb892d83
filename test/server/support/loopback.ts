import type { Transport, TransportSink } from '../../../runtime/src/transport/transport.js';

/**
 * Both ends of a connection, with a switch for everything that can happen to one: output that stalls, input
 * that ends while output goes on, a peer that vanishes. What the server writes arrives in a later turn.
 */
export class Loopback implements Transport {
  readonly peer = 'loopback';
  /** What the client has received, as text. */
  received = '';
  /** Whether the client has seen the end of the stream, or the connection is gone. */
  isOver = false;
  #sink: TransportSink | undefined;
  #buffer = '';
  #stalled = false;
  #ending = false;
  #paused = false;
  #destroyed = false;
  readonly #inbox: (Uint8Array | 'end')[] = [];
  #scheduled = false;

  // The server's side.

  get bufferedBytes(): number {
    return this.#stalled ? this.#buffer.length : 0;
  }

  start(sink: TransportSink): void {
    this.#sink = sink;
    this.#schedule();
  }

  write(data: string | Uint8Array): void {
    if (this.#ending || this.#destroyed) return;
    this.#buffer += typeof data === 'string' ? data : Buffer.from(data).toString('latin1');
    this.#schedule();
  }

  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    this.#schedule();
  }

  end(): void {
    this.#ending = true;
    this.#schedule();
  }

  destroy(): void {
    this.#destroyed = true;
    this.#schedule();
  }

  // The client's side.

  send(text: string): void {
    this.#inbox.push(Buffer.from(text));
    this.#schedule();
  }

  /** Ends the input of the server. */
  halfClose(): void {
    this.#inbox.push('end');
    this.#schedule();
  }

  /** The client stops reading. */
  stall(): void {
    this.#stalled = true;
  }

  unstall(): void {
    this.#stalled = false;
    this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      if (this.#sink !== undefined) this.#move(this.#sink);
    });
  }

  #move(sink: TransportSink): void {
    if (this.isOver) return;
    if (!this.#stalled && !this.#destroyed) {
      const drained = this.#buffer !== '';
      this.received += this.#buffer;
      this.#buffer = '';
      if (drained) sink.onDrain();
    }
    while (!this.#paused && !this.#destroyed) {
      const item = this.#inbox.shift();
      if (item === undefined) break;
      if (item === 'end') sink.onEnd();
      else sink.onData(item);
    }
    if (this.#destroyed || (this.#ending && this.#buffer === '')) {
      this.isOver = true;
      sink.onClose();
    }
  }
}
