import type { EventTable, SchemaTable } from '../abi/tables.js';
import type { EventMessage } from '../message/server-message.js';
import type { ConnectionEnd } from './connection-end.js';
import { BufferedEventStream } from './event-stream.js';
import { receiveEvent } from './received-event.js';
import { indexSchema } from './schema-index.js';
import type { Subscriber } from './subscriber.js';

/** Hands every event to those who want it. An event that nobody wants is not decoded. */
export class EventHub {
  readonly #schema: SchemaTable;
  readonly #tables: ReadonlyMap<string, EventTable>;
  readonly #bufferSize: number;
  readonly #byName = new Map<string, Set<Subscriber>>();
  readonly #ofAll = new Set<Subscriber>();
  #end: ConnectionEnd | undefined;

  /** `bufferSize`: how many events a stream holds. */
  constructor(schema: SchemaTable, bufferSize: number) {
    this.#schema = schema;
    this.#tables = indexSchema(schema).events;
    this.#bufferSize = bufferSize;
  }

  /** Opens a stream of the named events, or of all. */
  open(names: string | readonly string[] | undefined): BufferedEventStream {
    const stream = new BufferedEventStream(this.#bufferSize, names !== undefined, (subscriber) => {
      this.unsubscribe(subscriber);
    });
    this.subscribe(names, stream);
    return stream;
  }

  subscribe(names: string | readonly string[] | undefined, subscriber: Subscriber): void {
    if (this.#end !== undefined) {
      subscriber.onEnd(this.#end);
    } else if (names === undefined) {
      this.#ofAll.add(subscriber);
    } else {
      for (const name of typeof names === 'string' ? [names] : names) {
        const subscribers = this.#byName.get(name);
        if (subscribers === undefined) this.#byName.set(name, new Set([subscriber]));
        else subscribers.add(subscriber);
      }
    }
  }

  unsubscribe(subscriber: Subscriber): void {
    this.#ofAll.delete(subscriber);
    for (const [name, subscribers] of this.#byName) {
      if (subscribers.delete(subscriber) && subscribers.size === 0) this.#byName.delete(name);
    }
  }

  publish(message: EventMessage): void {
    const named = this.#byName.get(message.name);
    if (named === undefined && this.#ofAll.size === 0) return;
    const event = receiveEvent(message, this.#tables.get(message.name), this.#schema.integers);
    if (named !== undefined) for (const subscriber of named) subscriber.onEvent(event);
    for (const subscriber of this.#ofAll) subscriber.onEvent(event);
  }

  end(end: ConnectionEnd): void {
    this.#end ??= end;
    const subscribers = new Set([
      ...this.#ofAll,
      ...[...this.#byName.values()].flatMap((set) => [...set]),
    ]);
    this.#ofAll.clear();
    this.#byName.clear();
    for (const subscriber of subscribers) subscriber.onEnd(end);
  }
}
