import type { Readable, Writable } from 'node:stream';
import type { Transport, TransportSink } from './transport.js';

/**
 * How long a socket whose output has ended waits for the peer's end of stream, in milliseconds. Closing
 * with unread input would make the system reset the connection, and TCP may then lose the last replies.
 */
const LINGER_MS = 1_000;

/** A transport over one duplex stream (give it twice) or over a pair of streams. */
export class StreamTransport implements Transport {
  readonly peer: string;
  readonly #input: Readable;
  readonly #output: Writable;
  readonly #streams: Set<Readable | Writable>;
  #sink: TransportSink | undefined;
  #error: Error | undefined;
  #inputEnded = false;
  #ending = false;
  /** Something that was written had to wait, so the owner is owed `onDrain`. */
  #backlogged = false;
  #lingering: NodeJS.Timeout | undefined;

  constructor(input: Readable, output: Writable, peer: string) {
    this.peer = peer;
    this.#input = input;
    this.#output = output;
    this.#streams = new Set<Readable | Writable>([input, output]);
    for (const stream of this.#streams) {
      stream.on('error', (error) => {
        this.#error ??= error;
        this.destroy();
      });
      stream.on('close', () => {
        this.#onStreamClose(stream);
      });
    }
  }

  get bufferedBytes(): number {
    return this.#output.writableLength;
  }

  start(sink: TransportSink): void {
    if (this.#sink !== undefined)
      throw new Error(`the transport of ${this.peer} was started twice`);
    this.#sink = sink;
    this.#input.on('data', (chunk: Uint8Array) => {
      if (!this.#ending) sink.onData(chunk);
    });
    this.#input.on('end', () => {
      this.#inputEnded = true;
      if (!this.#ending) sink.onEnd();
    });
    if (this.#streams.size === 0)
      process.nextTick(() => {
        sink.onClose(this.#error);
      });
  }

  write(data: string | Uint8Array): void {
    if (this.#ending || this.#output.destroyed) return;
    this.#output.write(data, 'latin1', this.#onWritten);
    if (this.#output.writableLength > 0) this.#backlogged = true;
  }

  pause(): void {
    if (!this.#ending) this.#input.pause();
  }

  resume(): void {
    this.#input.resume();
  }

  end(): void {
    if (this.#ending) return;
    this.#ending = true;
    // What still comes in is read and dropped, so that the peer's end of stream is seen.
    this.#input.resume();
    this.#output.end(() => {
      if (this.#streams.size > 0)
        this.#lingering = setTimeout(() => {
          this.destroy();
        }, LINGER_MS);
    });
  }

  destroy(): void {
    this.#ending = true;
    for (const stream of this.#streams) stream.destroy();
  }

  readonly #onWritten = (): void => {
    if (!this.#backlogged || this.#output.writableLength > 0 || this.#output.destroyed) return;
    this.#backlogged = false;
    this.#sink?.onDrain();
  };

  #onStreamClose(stream: Readable | Writable): void {
    this.#streams.delete(stream);
    if (this.#streams.size === 0) {
      clearTimeout(this.#lingering);
      this.#sink?.onClose(this.#error);
    } else if (stream === this.#output || !this.#inputEnded) {
      // Half of a pair is gone: an input that has ended is normal, anything else ends the connection.
      this.destroy();
    }
  }
}
