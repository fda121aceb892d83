import type { Timestamp } from '../message/timestamp.js';
import type { WireValue } from '../wire/value.js';
import type { CommandMap, EventMap, NameOf, OobCommandName } from './maps.js';
import type { SchemaTable } from './tables.js';

/** The tables of a schema for clients, with the types of its commands and events. */
export interface ClientSchema<C extends CommandMap<C>, E extends EventMap<E>> extends SchemaTable {
  /** Never there; it only carries the types. (No symbol: those of two copies of the package differ.) */
  readonly '~types'?: { readonly commands: C; readonly events: E };
}

/** Limits that the caller sets for one call. */
export interface CallOptions {
  /** Gives up when it aborts, with its reason. A command that has been sent may still run. */
  readonly signal?: AbortSignal | undefined;
  /** Gives up after so many milliseconds, from the call on, with a `TimeoutError`. Default: never. */
  readonly timeoutMs?: number | undefined;
}

export interface OobCallOptions extends CallOptions {
  /** `'in-band'`: where out-of-band execution is not enabled, execute in-band. Default: fail. */
  readonly fallback?: 'in-band' | undefined;
}

export interface RawCallOptions extends CallOptions {
  /** Whether to execute out-of-band. Default false. */
  readonly oob?: boolean | undefined;
}

/** The parameters of a call behind the command's name: the arguments, if the command has any, and options. */
export type CallParameters<A, O = CallOptions> = [A] extends [undefined]
  ? [options?: O]
  : Record<string, never> extends A
    ? [args?: A, options?: O]
    : [args: A, options?: O];

/** One or several names of a map. */
export type Names<M, K extends NameOf<M>> = K | readonly K[];

/** An event of a known kind. */
export type EventOf<E extends EventMap<E>, K extends NameOf<E> = NameOf<E>> = {
  [N in K]: EventEnvelope & {
    readonly event: N;
    readonly data: E[N];
    readonly unknown?: undefined;
  };
}[K];

/** An event that the schema does not have, or whose data does not fit the schema (see `fault`). */
export interface UnknownEvent extends EventEnvelope {
  readonly event: string;
  readonly unknown: true;
  /** As received; integers beyond 2^53 are bigints. */
  readonly data: unknown;
  /** Why the data of an event that the schema has could not be decoded: a `DecodeError`. */
  readonly fault?: Error | undefined;
}

/** Any event: those with `unknown: true` are not described by the schema. */
export type AnyEvent<E extends EventMap<E>> = EventOf<E> | UnknownEvent;

interface EventEnvelope {
  /** On the server's clock; both members are -1 where the server did not say. */
  readonly timestamp: Timestamp;
  /** How many events of this stream were dropped before this one, because its buffer was full. */
  readonly missed?: number | undefined;
}

/**
 * The events since the stream was opened, in the order of arrival. It holds what is not yet consumed,
 * up to a limit; then the oldest is dropped, and the event behind the gap says so in `missed`.
 *
 * The stream ends when the client is closed or the server has quit. When the connection is lost it
 * fails with a `ConnectionLostError`, behind all events that arrived. An event whose data does not fit
 * the schema fails one `next` with a `DecodeError`, at its place; the stream can be read on.
 * Leaving a `for await` loop by `break` or `return` closes the stream.
 */
export interface EventStream<T> extends AsyncIterableIterator<T, undefined>, AsyncDisposable {
  next(): Promise<IteratorResult<T, undefined>>;
  return(): Promise<IteratorResult<T, undefined>>;
  [Symbol.asyncIterator](): EventStream<T>;
}

export interface WaitOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds. Default: for ever. */
  readonly timeoutMs?: number | undefined;
}

/** What the server said when it was connected to. */
export interface ServerGreeting {
  /** As sent: in most cases `{"qemu": {"major", "minor", "micro"}, "package"}`. */
  readonly version: WireValue | undefined;
  /** The capabilities that it offered. */
  readonly capabilities: readonly string[];
}

/**
 * A connection to a QMP server. All methods fail by rejecting, never by throwing, and every promise
 * settles, at the latest when the connection is gone.
 */
export interface Client<C extends CommandMap<C>, E extends EventMap<E>> extends AsyncDisposable {
  readonly greeting: ServerGreeting;
  /** The capabilities that are enabled: `oob` or none. */
  readonly capabilities: readonly string[];
  /**
   * Resolves when the connection is gone: with `undefined` after {@link close} and after `quit`, with
   * what ended it otherwise. Never rejects.
   */
  readonly closed: Promise<Error | undefined>;

  /**
   * Executes a command in its turn. At most `window` commands are with the server at a time, further
   * ones wait here.
   *
   * Before anything is sent it rejects with a `ValidationError` for arguments that do not fit the
   * schema, a `PrintError` for what JSON has no text for, a `QueueFullError`; later with a
   * `CommandError`, `ConnectionLostError`, `TimeoutError`, `DecodeError`, or the signal's reason.
   *
   * A command without success response (`'success-response': false`) resolves once it is sent; should
   * it fail, its error goes to `onUnmatched`.
   */
  execute<K extends NameOf<C>>(
    name: K,
    ...parameters: CallParameters<C[K]['arguments']>
  ): Promise<C[K]['returns']>;

  /**
   * Executes a command out-of-band: it is sent at once and may overtake everything. Rejects like
   * {@link execute}, and with an `OobUnavailableError` where out-of-band execution is not enabled.
   */
  executeOob<K extends OobCommandName<C>>(
    name: K,
    ...parameters: CallParameters<C[K]['arguments'], OobCallOptions>
  ): Promise<C[K]['returns']>;

  /**
   * Executes a command that the schema need not have. Nothing is checked, and the result is as received;
   * integers beyond 2^53 are bigints.
   */
  executeRaw(name: string, args?: object, options?: RawCallOptions): Promise<unknown>;

  /** Opens a stream of every event, those that the schema does not have included. */
  events(): EventStream<AnyEvent<E>>;
  /** Opens a stream of the named events. Events count from this call on, not from the first `next`. */
  events<K extends NameOf<E>>(names: Names<E, K>): EventStream<EventOf<E, K>>;

  /**
   * Waits for an event that arrives after this call: call it before the command that causes the event.
   * Rejects with a `TimeoutError`, the signal's reason, `ConnectionLostError`, `DecodeError`, or what
   * `predicate` throws. Nobody needs to look at the promise: it never is an unhandled rejection.
   */
  waitFor<K extends NameOf<E>>(
    names: Names<E, K>,
    predicate?: (event: EventOf<E, K>) => boolean,
    options?: WaitOptions,
  ): Promise<EventOf<E, K>>;
  waitFor<K extends NameOf<E>>(names: Names<E, K>, options: WaitOptions): Promise<EventOf<E, K>>;

  /** Closes the connection. Calls that wait for a reply are rejected. Resolves when it is closed. */
  close(): Promise<void>;
}
