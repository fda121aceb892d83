import { QmpError } from '../message/qmp-error.js';
import type { WireValue } from '../wire/value.js';

/**
 * Everything that a client fails with, apart from {@link ValidationError} for arguments that do not fit
 * the schema (nothing was sent then) and the reason of an `AbortSignal` that the caller gave. A union on
 * `code`; tell it by {@link isClientError} or by `is` of each class, which also know the errors of
 * another copy of this package, where `instanceof` fails.
 */
export type ClientError =
  | CommandError
  | ConnectError
  | ConnectionLostError
  | TimeoutError
  | ProtocolError
  | OobUnavailableError
  | DecodeError
  | QueueFullError;

export type ClientErrorCode = ClientError['code'];

const BRAND = Symbol.for('qapi-ts.ClientError');

function mark(error: Error): void {
  Object.defineProperty(error, BRAND, { value: true });
}

export function isClientError(value: unknown): value is ClientError {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, BRAND);
}

function hasCode(value: unknown, code: ClientErrorCode): boolean {
  return isClientError(value) && value.code === code;
}

/**
 * The server answered with an error. It is a {@link QmpError}: thrown on by a handler of a server it
 * becomes the same error reply there.
 */
export class CommandError extends QmpError {
  override readonly name = 'CommandError';
  readonly code = 'COMMAND_FAILED';
  readonly command: string;

  constructor(command: string, reply: { readonly class: string; readonly desc: string }) {
    super(reply.class, reply.desc);
    this.command = command;
    this.message = `${command}: ${reply.desc} (${reply.class})`;
    mark(this);
  }

  static override is(value: unknown): value is CommandError {
    return hasCode(value, 'COMMAND_FAILED');
  }
}

/** No connection came about; `cause` tells why, in most cases with the system's `code`. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';
  readonly code = 'CONNECT_FAILED';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    mark(this);
  }

  static is(value: unknown): value is ConnectError {
    return hasCode(value, 'CONNECT_FAILED');
  }
}

/** The connection ended before what was asked for was there. `cause` tells what ended it, if known. */
export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError';
  readonly code = 'CONNECTION_LOST';
  /** Whether the command had gone out: if so it may have run, if not it is safe to try again. */
  readonly sent: boolean;

  constructor(message: string, sent: boolean, options?: ErrorOptions) {
    super(message, options);
    this.sent = sent;
    mark(this);
  }

  static is(value: unknown): value is ConnectionLostError {
    return hasCode(value, 'CONNECTION_LOST');
  }
}

/** A deadline of the caller's (`timeoutMs`) has passed. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
  readonly code = 'TIMEOUT';
  /** Whether the command had gone out: if so it may still run, and its late reply is dropped. */
  readonly sent: boolean;

  constructor(message: string, sent: boolean) {
    super(message);
    this.sent = sent;
    mark(this);
  }

  static is(value: unknown): value is TimeoutError {
    return hasCode(value, 'TIMEOUT');
  }
}

/** The server broke the rules of the protocol, or could not read what was sent: the connection is closed. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
  readonly code = 'PROTOCOL_ERROR';

  constructor(message: string) {
    super(message);
    mark(this);
  }

  static is(value: unknown): value is ProtocolError {
    return hasCode(value, 'PROTOCOL_ERROR');
  }
}

/** Out-of-band execution is not enabled on this connection; nothing was sent. */
export class OobUnavailableError extends Error {
  override readonly name = 'OobUnavailableError';
  readonly code = 'OOB_UNAVAILABLE';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    mark(this);
  }

  static is(value: unknown): value is OobUnavailableError {
    return hasCode(value, 'OOB_UNAVAILABLE');
  }
}

/**
 * A result or the data of an event does not fit the schema, or holds an integer that the setting
 * `integers: 'number'` has no exact value for. The command has run.
 */
export class DecodeError extends Error {
  override readonly name = 'DecodeError';
  readonly code = 'DECODE_FAILED';
  /** The command or event. */
  readonly subject: string;
  /** What was received, with nothing lost. */
  readonly value: WireValue | undefined;

  constructor(subject: string, value: WireValue | undefined, cause: Error) {
    super(`${subject}: ${cause.message}`, { cause });
    this.subject = subject;
    this.value = value;
    mark(this);
  }

  static is(value: unknown): value is DecodeError {
    return hasCode(value, 'DECODE_FAILED');
  }
}

/** More calls wait for their replies than `maxPending` allows; nothing was sent. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
  readonly code = 'QUEUE_FULL';

  constructor(message: string) {
    super(message);
    mark(this);
  }

  static is(value: unknown): value is QueueFullError {
    return hasCode(value, 'QUEUE_FULL');
  }
}
