import { once, EventEmitter } from 'node:events';
import type { Transport, TransportSink } from '../../runtime/src/transport/transport.js';

/** Starts a transport, records all calls to its sink, and lets tests wait for conditions. */
export class RecordingSink implements TransportSink {
  readonly transport: Transport;
  readonly calls: ('data' | 'end' | 'drain' | 'close')[] = [];
  readonly #chunks: Uint8Array[] = [];
  /** How many bytes have arrived. */
  received = 0;
  readonly #changes = new EventEmitter();
  closeError: NodeJS.ErrnoException | undefined;
  /** Whether the test is inside a call to the transport, and whether the sink was called meanwhile. */
  #inCall = false;
  calledInside = false;

  constructor(transport: Transport) {
    this.transport = transport;
    this.call((it) => {
      it.start(this);
    });
  }

  /** Calls the transport, on the watch for calls back. */
  call(use: (transport: Transport) => void): void {
    this.#inCall = true;
    use(this.transport);
    this.#inCall = false;
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  count(kind: RecordingSink['calls'][number]): number {
    return this.calls.filter((call) => call === kind).length;
  }

  async until(condition: (sink: this) => boolean): Promise<void> {
    while (!condition(this)) await once(this.#changes, 'change');
  }

  onData(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
    this.received += chunk.length;
    this.#record('data');
  }

  onEnd(): void {
    this.#record('end');
  }

  onDrain(): void {
    this.#record('drain');
  }

  onClose(error?: Error): void {
    this.closeError = error;
    this.#record('close');
  }

  #record(kind: RecordingSink['calls'][number]): void {
    if (this.#inCall) this.calledInside = true;
    this.calls.push(kind);
    this.#changes.emit('change');
  }
}
