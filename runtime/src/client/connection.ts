import type {
  ErrorReply,
  Greeting,
  Malformed,
  Return,
  ServerMessage,
} from '../message/server-message.js';
import type { Transport } from '../transport/transport.js';
import type { CallRequest, Outcome } from './call.js';
import { CallTable } from './call-table.js';
import { Channel, type ChannelSink } from './channel.js';
import type { ConnectionEnd } from './connection-end.js';
import { Deferred } from './deferred.js';
import { ProtocolError } from './errors.js';
import type { EventHub } from './event-hub.js';
import type { RequestIds } from './request-ids.js';
import type { ConnectionSettings } from './settings.js';

/**
 * One connection to a server, from the first byte to the last: hands each message to the part that it
 * is for, and ends all parts when the connection is gone.
 */
export class Connection implements ChannelSink {
  readonly #channel: Channel;
  readonly #calls: CallTable;
  readonly #events: EventHub;
  readonly #settings: ConnectionSettings;
  readonly #greeting = new Deferred<Greeting | ConnectionEnd>();
  readonly #closed = new Deferred<ConnectionEnd>();
  #isGreeted = false;
  #negotiated = false;
  #closing = false;
  #quit = false;
  #end: ConnectionEnd | undefined;

  constructor(
    transport: Transport,
    settings: ConnectionSettings,
    ids: RequestIds,
    events: EventHub,
  ) {
    this.#settings = settings;
    this.#events = events;
    this.#channel = new Channel(transport, settings.limits, this);
    this.#calls = new CallTable(settings, ids, (text) => {
      this.#channel.send(text);
    });
    this.#channel.start();
  }

  get peer(): string {
    return this.#channel.peer;
  }

  get isGreeted(): boolean {
    return this.#isGreeted;
  }

  /** The first greeting, or how the connection ended before one came. */
  get greeting(): Promise<Greeting | ConnectionEnd> {
    return this.#greeting.promise;
  }

  /** Resolves when the transport is closed. */
  get closed(): Promise<ConnectionEnd> {
    return this.#closed.promise;
  }

  /** See {@link CallTable.execute}. */
  execute(request: CallRequest): Promise<Outcome> {
    return this.#calls.execute(request);
  }

  /** The server has accepted `qmp_capabilities`. */
  enterCommandMode(): void {
    this.#negotiated = true;
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#channel.close();
    await this.#closed.promise;
  }

  /** Closes at once, because of `cause`. */
  fail(cause: Error): void {
    this.#channel.fail(cause);
  }

  onMessage(message: Exclude<ServerMessage, Malformed>): void {
    switch (message.kind) {
      case 'greeting':
        this.#isGreeted = true;
        this.#greeting.resolve(message); // a repeated one changes nothing (wire.md 15.1)
        break;
      case 'event':
        this.#events.publish(message);
        break;
      case 'return':
      case 'error':
        this.#acceptReply(message);
    }
  }

  onLost(cause: Error | undefined): void {
    const end = this.#describeEnd(cause);
    this.#end = end;
    this.#greeting.resolve(end);
    this.#calls.close(end);
    this.#events.end(end);
  }

  onClosed(): void {
    if (this.#end !== undefined) this.#closed.resolve(this.#end);
  }

  #acceptReply(reply: Return | ErrorReply): void {
    const call = this.#calls.accept(reply);
    if (call !== undefined) {
      if (reply.kind === 'return' && call.command === 'quit') this.#quit = true;
    } else if (this.#negotiated && reply.kind === 'error' && reply.id === undefined) {
      // All requests carry ids, so the server could not read one, and nobody knows which. Before
      // negotiation is complete it may be the reply to an earlier client (wire.md 13.3).
      const { peer } = this;
      this.fail(new ProtocolError(`${peer} could not read what was sent to it: ${reply.desc}`));
    } else {
      this.#reportUnmatched(reply);
    }
  }

  #reportUnmatched(reply: Return | ErrorReply): void {
    try {
      this.#settings.onUnmatched(reply);
    } catch {
      // An observer cannot break what it observes.
    }
  }

  #describeEnd(cause: Error | undefined): ConnectionEnd {
    if (this.#closing) return { orderly: true, reason: 'the client was closed' };
    // A server that quits with input unread resets the connection (wire.md 11.10).
    if (this.#quit) return { orderly: true, reason: 'the server has quit' };
    const reason = cause?.message ?? `${this.peer} closed it`;
    return { orderly: false, reason, cause };
  }
}
