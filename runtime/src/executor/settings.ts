import type { MessageFormat } from '../message/print-message.js';
import type { WireLimits } from '../wire/limits.js';

/** What a session does at the end of its input: forget what is queued, or answer it first. */
export type InputEofPolicy = 'drop' | 'drain';

/** The numbers that the executor goes by. */
export interface ExecutorSettings {
  /** In-band requests that may wait in a session's queue, where `oob` is enabled. */
  readonly queueMax: number;
  /** Whether one in-band command runs at a time in the server, or in each session. */
  readonly serialise: 'global' | 'session';
  /** Bytes of output waiting for the peer from which on the session's input is not parsed. */
  readonly outHigh: number;
  /** Bytes of output waiting for the peer beyond which the session is closed. */
  readonly outMax: number;
  /** Faulty messages in a row that a session may send before it is closed; `Infinity` for any. */
  readonly maxErrors: number;
  /** Leave queued requests unanswered at shutdown, as QEMU does. */
  readonly silentShutdown: boolean;
  readonly limits: Partial<WireLimits>;
  readonly format: MessageFormat;
}

/** Errors that may wait in a session's queue during shutdown. */
export const ERROR_QUEUE_MAX = 1024;

/** Unparsed bytes of a stopped session from which on its transport is paused. */
export const RETAINED_HIGH = 64 * 1024;

/** What a session may parse before it lets the others have their turn. */
export const TURN_BYTES = 64 * 1024;
export const TURN_VALUES = 64;
export const TURN_MS = 5;

/** What sessions have at least, at shutdown, to send the rest of their output, in milliseconds. */
export const FLUSH_MIN_MS = 1_000;
