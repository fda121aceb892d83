import { setImmediate } from 'node:timers';
import type { Transport, TransportSink } from './transport.js';

/**
 * Two connected transports within this process: what one writes, the other receives, in a later turn
 * and in the same chunks. They behave like a pair of sockets: while one is paused, the other counts what
 * it wrote in `bufferedBytes`; `end` lets the peer read to the end; `destroy` loses what is not yet
 * delivered and closes the peer with an error of code `ECONNRESET`; writing to a peer that has closed
 * gives one of code `EPIPE`.
 */
export function memoryPair(): [Transport, Transport] {
  const first = new MemoryTransport();
  const second = new MemoryTransport(first);
  return [first, second];
}

/** Stands in the inbox behind the last chunk of a peer that has ended. */
const END = Symbol('end of stream');

class MemoryTransport implements Transport {
  readonly peer = 'memory';
  #other: MemoryTransport;
  #sink: TransportSink | undefined;
  /** What the other side wrote and this side has not received. */
  #inbox: (Uint8Array | typeof END)[] = [];
  #inboxBytes = 0;
  #paused = false;
  #ending = false;
  #backlogged = false;
  #state: 'open' | 'closing' | 'closed' = 'open';
  #error: Error | undefined;
  #scheduled = false;

  constructor(other?: MemoryTransport) {
    this.#other = other ?? this; // the first one waits for its peer
    if (other !== undefined) other.#other = this;
  }

  get bufferedBytes(): number {
    return this.#other.#inboxBytes;
  }

  start(sink: TransportSink): void {
    if (this.#sink !== undefined) throw new Error('the transport was started twice');
    this.#sink = sink;
    this.#schedule();
  }

  write(data: string | Uint8Array): void {
    if (this.#ending || this.#state !== 'open') return;
    const chunk = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
    if (this.#other.#state !== 'open') this.#close(systemError('EPIPE', 'the peer has closed'));
    else if (!this.#other.#ending && chunk.length > 0) {
      this.#backlogged = true;
      this.#other.#receive(chunk);
    }
  }

  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    this.#schedule();
  }

  end(): void {
    if (this.#ending || this.#state !== 'open') return;
    this.#ending = true;
    if (this.#other.#state === 'open') this.#other.#receive(END);
    else this.#close();
    this.#schedule();
  }

  destroy(): void {
    if (this.#state !== 'open') return;
    this.#close();
    if (this.#other.#state === 'open') {
      this.#other.#close(systemError('ECONNRESET', 'the peer has closed the connection'));
    }
  }

  #receive(item: Uint8Array | typeof END): void {
    this.#inbox.push(item);
    if (item !== END) this.#inboxBytes += item.length;
    this.#schedule();
  }

  #close(error?: Error): void {
    this.#state = 'closing';
    this.#error = error;
    this.#inbox = [];
    this.#inboxBytes = 0;
    this.#schedule();
  }

  /** All calls to the sink come from here, in a turn of their own. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      if (this.#sink !== undefined) this.#deliver(this.#sink);
    });
  }

  #deliver(sink: TransportSink): void {
    while (this.#inbox.length > 0 && (this.#ending || !this.#paused)) this.#take(sink);
    if (this.#state === 'open' && this.#backlogged && this.bufferedBytes === 0) {
      this.#backlogged = false;
      sink.onDrain();
    }
    if (this.#state === 'closing') {
      this.#state = 'closed';
      sink.onClose(this.#error);
    }
  }

  #take(sink: TransportSink): void {
    const item = this.#inbox.shift();
    const other = this.#other;
    if (item === END) {
      if (other.#state === 'open') other.#close();
      if (!this.#ending) sink.onEnd();
    } else if (item !== undefined) {
      this.#inboxBytes -= item.length;
      if (this.#inboxBytes === 0) other.#schedule();
      if (!this.#ending) sink.onData(item);
    }
  }
}

function systemError(code: string, message: string): Error {
  return Object.assign(new Error(`${message} (${code})`), { code });
}
