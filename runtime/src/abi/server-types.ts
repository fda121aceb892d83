import type { CommandMap, CommandType, EventMap, NameOf, OobCommandName } from './maps.js';
import type { ServerSchemaTable } from './tables.js';

/** The tables of a schema for servers, with the types of its commands and events. */
export interface ServerSchema<
  C extends CommandMap<C>,
  E extends EventMap<E>,
> extends ServerSchemaTable {
  /** Never there; it only carries the types. (No symbol: those of two copies of the package differ.) */
  readonly '~types'?: { readonly commands: C; readonly events: E };
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Where a server tells people what happens. What it throws is ignored. */
export type Log = (level: LogLevel, message: string) => void;

/**
 * Sends an event to every session that has completed negotiation. The event is only queued: nothing is
 * called back before `emit` returns. Ignored once the server is closing its connections.
 *
 * @throws `TypeError` for an event that the schema does not have; `ValidationError` for data that does
 * not fit it, where replies are checked.
 */
export type Emit<E extends EventMap<E>> = <K extends NameOf<E>>(
  name: K,
  ...data: EventArguments<E[K]>
) => void;

type EventArguments<D> = [D] extends [undefined] ? [] : [data: D];

export interface SessionInfo {
  /** Never used twice by a server. */
  readonly id: number;
  /** Who is at the other end, for people. */
  readonly peer: string;
}

interface HandlerContext<E extends EventMap<E>> {
  readonly command: string;
  readonly session: SessionInfo;
  readonly emit: Emit<E>;
  readonly log: Log;
}

/** What a handler that runs in-band may use besides its arguments. */
export interface InBandContext<E extends EventMap<E>> extends HandlerContext<E> {
  readonly kind: 'in-band';
  /**
   * Aborts when the session ends. For information: the handler goes on unless it looks. A TCP client that
   * vanishes while it may have more commands to be read is noticed no earlier than that.
   */
  readonly signal: AbortSignal;
  /**
   * Calls `hook` once, after the session has ended: the place to free what belongs to it. The function
   * that it returns takes the hook back.
   */
  readonly onClose: (hook: () => void) => () => void;
}

/**
 * What an out-of-band handler may use. It is no {@link InBandContext}: a helper that wants one may wait
 * or take long, and an out-of-band handler must not.
 */
export interface OobContext<E extends EventMap<E>> extends HandlerContext<E> {
  readonly kind: 'oob';
}

/** The commands that the runtime answers from the tables. */
export type AnsweredCommandName =
  'qmp_capabilities' | 'query-version' | 'query-commands' | 'query-qmp-schema';

/** The commands that need an out-of-band handler. */
export type OobHandlerName<C extends CommandMap<C>> = Exclude<
  OobCommandName<C>,
  AnsweredCommandName
>;

/** The commands that may go without an in-band handler: `quit` and the out-of-band ones have another. */
type OptionalHandlerName<C extends CommandMap<C>> = OobHandlerName<C> | Extract<NameOf<C>, 'quit'>;

/**
 * Runs a command in the order of the queue. Throw a `QmpError` to choose the class of the error reply;
 * anything else becomes a `GenericError` with its message, and its stack goes to the log.
 */
export type InBandHandler<T extends CommandType, E extends EventMap<E>> = (
  args: T['arguments'],
  context: InBandContext<E>,
) => T['returns'] | Promise<T['returns']>;

/**
 * Runs a command the moment it is read, whatever else is going on. It must be quick, must not wait, and
 * must stand being called twice.
 */
export type OobHandler<T extends CommandType, E extends EventMap<E>> = (
  args: T['arguments'],
  context: OobContext<E>,
) => T['returns'];

/**
 * The in-band handlers of a server, by command. An `allow-oob` command that has none runs its
 * out-of-band handler when it is executed in-band; `quit` without one shuts the server down.
 */
export type Handlers<C extends CommandMap<C>, E extends EventMap<E>> = {
  readonly [K in Exclude<NameOf<C>, AnsweredCommandName | OptionalHandlerName<C>>]: InBandHandler<
    C[K],
    E
  >;
} & {
  readonly [K in OptionalHandlerName<C>]?: InBandHandler<C[K], E> | undefined;
};

/** The out-of-band handlers of a server: exactly its `allow-oob` commands. See {@link ExactOob}. */
export type OobHandlers<C extends CommandMap<C>, E extends EventMap<E>> = {
  readonly [K in OobHandlerName<C>]: OobHandler<C[K], E>;
};

/**
 * To be intersected with a table of out-of-band handlers `H`: refuses handlers that are asynchronous,
 * which the type of a command without result lets pass, and handlers of other commands.
 */
export type ExactOob<C extends CommandMap<C>, H> = {
  readonly [K in keyof H]: K extends OobHandlerName<C>
    ? SyncOnly<K, H[K]>
    : { readonly 'ERROR: the command does not have allow-oob': K };
};

type SyncOnly<K, F> = F extends (...args: never[]) => infer R
  ? Extract<R, PromiseLike<unknown>> extends never
    ? unknown
    : { readonly 'ERROR: an out-of-band handler must be synchronous': K }
  : unknown;
