import {
  readServerMessage,
  type Malformed,
  type ServerMessage,
} from '../message/server-message.js';
import type { Transport } from '../transport/transport.js';
import type { WireLimits } from '../wire/limits.js';
import { WireParser } from '../wire/parser.js';
import { ProtocolError } from './errors.js';

/** How long a closing connection may take to send what is queued, in milliseconds. */
const CLOSE_TIMEOUT_MS = 2_000;

export interface ChannelSink {
  onMessage(message: Exclude<ServerMessage, Malformed>): void;
  /** No message will come any more. Called once. `cause` is unknown where the server just closed. */
  onLost(cause: Error | undefined): void;
  /** The transport is closed. Called once, last. */
  onClosed(): void;
}

/** A transport that carries messages. It always reads, so a server never waits for this client. */
export class Channel {
  readonly #transport: Transport;
  readonly #parser: WireParser;
  readonly #sink: ChannelSink;
  #lost = false;
  #closing: ReturnType<typeof setTimeout> | undefined;

  constructor(transport: Transport, limits: Partial<WireLimits>, sink: ChannelSink) {
    this.#transport = transport;
    this.#parser = new WireParser(limits);
    this.#sink = sink;
  }

  get peer(): string {
    return this.#transport.peer;
  }

  start(): void {
    this.#transport.start({
      onData: (chunk) => {
        if (!this.#lost) this.#read(chunk);
      },
      onEnd: () => {
        this.close();
      },
      onDrain: () => undefined,
      onClose: (error) => {
        clearTimeout(this.#closing);
        this.#lose(error);
        this.#sink.onClosed();
      },
    });
  }

  send(text: string): void {
    this.#transport.write(text);
  }

  /** Sends what is queued, within limits, and closes. */
  close(cause?: Error): void {
    this.#lose(cause);
    this.#transport.end();
    this.#closing ??= setTimeout(() => {
      this.#transport.destroy();
    }, CLOSE_TIMEOUT_MS);
  }

  /** Closes at once, because of `cause`. */
  fail(cause: Error): void {
    this.#lose(cause);
    this.#transport.destroy();
  }

  #read(chunk: Uint8Array): void {
    this.#parser.push(chunk);
    while (!this.#lost) {
      const item = this.#parser.next();
      if (item === undefined) return;
      if (item.kind === 'error') {
        this.fail(new ProtocolError(`${this.peer} sent what is no JSON value: ${item.desc}`));
        return;
      }
      const message = readServerMessage(item.value);
      if (message.kind === 'malformed') {
        this.fail(new ProtocolError(`${this.peer} sent what is no QMP message: ${message.desc}`));
      } else {
        this.#sink.onMessage(message);
      }
    }
  }

  #lose(cause: Error | undefined): void {
    if (this.#lost) return;
    this.#lost = true;
    this.#sink.onLost(cause);
  }
}
