import type { ExactOob, Handlers, Log, OobHandlerName } from '../abi/server-types.js';
import type { CommandMap, EventMap, NameOf } from '../abi/maps.js';
import type { InputEofPolicy } from '../executor/settings.js';
import type { Address, Transport } from '../transport/transport.js';
import type { WireLimits } from '../wire/limits.js';

/** Where a server takes connections from; a `Transport` is one that exists already. */
export type ListenOn = Address | 'stdio' | Transport;

/** The version that the greeting and `query-version` tell. */
export interface ServerVersion {
  readonly major: number;
  readonly minor: number;
  readonly micro: number;
  /** For people: what was built. Default `''`. */
  readonly package?: string | undefined;
}

/** The options that do not depend on a schema. */
export interface ServerSettings {
  /** TCP is for those who ask for it: whoever reaches the port may execute every command. */
  readonly listen: ListenOn | readonly ListenOn[];
  /** Default 0.0.0. */
  readonly version?: ServerVersion | undefined;
  /**
   * Whether results and events are checked against the schema before they are sent. Default: yes, unless
   * `NODE_ENV` is `production`.
   */
  readonly checkReplies?: boolean | undefined;
  /** In-band requests that may wait in the queue of a session that has enabled `oob`. Default 8. */
  readonly queueMax?: number | undefined;
  /** Run one in-band command at a time in the whole server (the default), or in each session. */
  readonly serialise?: 'global' | 'session' | undefined;
  /** Bounds of a single message. */
  readonly limits?: Partial<WireLimits> | undefined;
  /** Bytes of unread output from which on a session's commands wait. Default 1 MiB. */
  readonly outHigh?: number | undefined;
  /** Bytes of unread output beyond which a session is closed. Default 16 MiB. */
  readonly outMax?: number | undefined;
  /** Connections at a time; further ones are closed at once. Default 16. */
  readonly maxSessions?: number | undefined;
  /** Serve one connection per listener at a time, as QEMU does; the others wait. Default false. */
  readonly exclusive?: boolean | undefined;
  /**
   * What becomes of the queue of an `oob` session when its input ends: `drop` forgets it, `drain` answers
   * it first. Default: `drain` on stdio, `drop` elsewhere. Other sessions always get their answers.
   */
  readonly onInputEof?: InputEofPolicy | undefined;
  /** Faulty messages in a row that a client may send before it is disconnected. Default 100. */
  readonly maxErrors?: number | undefined;
  /**
   * Where QEMU is silent or patient, be so, too: what is queued at shutdown is not answered, and
   * `maxErrors` is unlimited. Default false.
   */
  readonly qemuCompat?: boolean | undefined;
  /** Write every element on a line of its own. Default false. */
  readonly pretty?: boolean | undefined;
  /** Default: warnings and errors go to the standard error stream. */
  readonly log?: Log | undefined;
  /** Closes the server when it aborts. */
  readonly signal?: AbortSignal | undefined;
}

/** How often an event may be sent: of those that come too soon only the last one is, when it is time. */
export interface EventRateLimit<D> {
  /** Milliseconds between two events. Default 1000. */
  readonly intervalMs?: number | undefined;
  /** Members of the data: events that differ in one of them do not limit each other. */
  readonly keys?: readonly (keyof NonNullable<D> & string)[] | undefined;
}

interface SchemaOptions<C extends CommandMap<C>, E extends EventMap<E>> extends ServerSettings {
  /** Every command of the schema, save those that the server answers itself. */
  readonly handlers: Handlers<C, E>;
  /** Events that must not come too often. Default: none. */
  readonly rateLimits?:
    { readonly [K in NameOf<E>]?: EventRateLimit<E[K]> | undefined } | undefined;
}

/** What `serve` needs to know. `oob` is there exactly where the schema has `allow-oob` commands. */
export type ServeOptions<C extends CommandMap<C>, E extends EventMap<E>, O> = SchemaOptions<C, E> &
  ([OobHandlerName<C>] extends [never]
    ? { readonly oob?: false | undefined }
    : {
        /**
         * The handlers of exactly the `allow-oob` commands. They run when the command is read, and so
         * overtake in-band handlers that wait for something; an in-band handler that computes without a
         * pause holds them up like everything else in its thread. `false` turns out-of-band execution
         * off; those commands then need in-band handlers.
         */
        readonly oob: false | (O & ExactOob<C, O>);
      });
