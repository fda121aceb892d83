import type { Transport } from '../transport/transport.js';
import { Input, type InputOwner } from './input.js';
import type { ParseState, SessionMode } from './may-parse.js';
import { Output } from './output.js';
import type { Item, RequestItem } from './queue.js';
import type { ExecutorSettings, InputEofPolicy } from './settings.js';

/** How a connection becomes a session. */
export interface ConnectOptions {
  readonly onInputEof: InputEofPolicy;
  /** Called when the connection is gone, in a turn of its own. */
  readonly onClose: () => void;
}

/** One connection, from the greeting to its end. Nothing of it outlives it (executor.md 8.8, D7). */
export class Session implements ParseState {
  readonly sid: number;
  readonly transport: Transport;
  readonly options: ConnectOptions;
  readonly input: Input;
  readonly output: Output;
  readonly queue: Item[] = [];
  mode: SessionMode = 'negotiating';
  oobEnabled = false;
  /** The in-band request that is running. */
  running: RequestItem | undefined;
  /** Faulty messages since the last good one. */
  errors = 0;
  #lastNumber = 0;

  constructor(
    sid: number,
    transport: Transport,
    options: ConnectOptions,
    settings: ExecutorSettings,
    inputOwner: InputOwner,
  ) {
    this.sid = sid;
    this.transport = transport;
    this.options = options;
    this.input = new Input(transport, settings.limits, inputOwner);
    this.output = new Output(transport, settings.outMax, () => {
      this.input.advance();
    });
  }

  get queued(): number {
    return this.queue.length;
  }

  get executing(): boolean {
    return this.running !== undefined;
  }

  get outBytes(): number {
    return this.output.bytes;
  }

  /** The number of the next request. */
  nextNumber(): number {
    return ++this.#lastNumber;
  }
}
