import type { EventStream } from '../abi/client-types.js';
import { connectionLost, type ConnectionEnd } from './connection-end.js';
import { EventQueue } from './event-queue.js';
import type { ReceivedEvent } from './received-event.js';
import type { Subscriber } from './subscriber.js';

/** What a reader gets: an event, or `undefined` where there are no more. */
type Arrival = ReceivedEvent | undefined;

const CLOSED: ConnectionEnd = { orderly: true, reason: 'the stream was closed' };

/** See {@link EventStream} for what it promises. */
export class BufferedEventStream implements EventStream<ReceivedEvent>, Subscriber {
  readonly #queue: EventQueue;
  readonly #throwsFaults: boolean;
  readonly #unsubscribe: (subscriber: Subscriber) => void;
  /** Calls of `next` that wait for an event; the queue is empty then. */
  #readers: ((arrival: Arrival) => void)[] = [];
  #end: ConnectionEnd | undefined;

  constructor(limit: number, throwsFaults: boolean, unsubscribe: (subscriber: Subscriber) => void) {
    this.#queue = new EventQueue(limit);
    this.#throwsFaults = throwsFaults;
    this.#unsubscribe = unsubscribe;
  }

  onEvent(event: ReceivedEvent): void {
    const reader = this.#readers.shift();
    if (reader === undefined) this.#queue.push(event);
    else reader(event);
  }

  onEnd(end: ConnectionEnd): void {
    this.#end ??= end;
    for (const reader of this.#readers) reader(undefined);
    this.#readers = [];
  }

  async next(): Promise<IteratorResult<ReceivedEvent, undefined>> {
    const event = this.#queue.shift() ?? (await this.#nextArrival());
    if (event === undefined) return this.#finish();
    if (this.#throwsFaults && event.fault !== undefined) throw event.fault;
    return { done: false, value: event };
  }

  return(): Promise<IteratorResult<ReceivedEvent, undefined>> {
    this.#unsubscribe(this);
    this.#queue.clear();
    this.onEnd(CLOSED);
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  async #nextArrival(): Promise<Arrival> {
    if (this.#end !== undefined) return undefined;
    return new Promise((resolve) => this.#readers.push(resolve));
  }

  /** A lost connection is told once; after that the stream just is at its end. */
  #finish(): IteratorResult<ReceivedEvent, undefined> {
    const end = this.#end;
    this.#end = CLOSED;
    if (end?.orderly === false) throw connectionLost('events', end);
    return { done: true, value: undefined };
  }
}
