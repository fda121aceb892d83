import { isWireObject, type WireObject, type WireValue } from '../wire/value.js';
import type { AnyErrorClass } from './qmp-error.js';
import type { Timestamp } from './timestamp.js';

export interface Greeting {
  readonly kind: 'greeting';
  /** As sent: `{"qemu": {"major", "minor", "micro"}, "package"}` where the server keeps the rules. */
  readonly version: WireValue | undefined;
  /** What a client may enable; anything but strings is left out. */
  readonly capabilities: readonly string[];
}

export interface Return {
  readonly kind: 'return';
  readonly value: WireValue;
  readonly id: WireValue | undefined;
}

export interface ErrorReply {
  readonly kind: 'error';
  readonly class: AnyErrorClass;
  readonly desc: string;
  readonly id: WireValue | undefined;
}

export interface EventMessage {
  readonly kind: 'event';
  readonly name: string;
  readonly data: WireObject | undefined;
  readonly timestamp: Timestamp | undefined;
}

/** Something that is no message of the protocol. */
export interface Malformed {
  readonly kind: 'malformed';
  readonly desc: string;
}

export type ServerMessage = Greeting | Return | ErrorReply | EventMessage | Malformed;

/**
 * Tells what a server sent (wire.md 2.1, 11.1, 11.6). Never throws. Tolerant: unknown members are
 * ignored, and so are faults in what a client can do without.
 */
export function readServerMessage(message: WireValue): ServerMessage {
  if (!isWireObject(message)) return malformed('it is no object');
  const id = read(message, 'id');
  const value = read(message, 'return');
  if (value !== undefined) return { kind: 'return', value, id };
  if (Object.hasOwn(message, 'error')) return readError(read(message, 'error'), id);
  const event = read(message, 'event');
  if (event !== undefined) return readEvent(event, message);
  if (Object.hasOwn(message, 'QMP')) return readGreeting(read(message, 'QMP'));
  return malformed(`it has none of 'return', 'error', 'event' and 'QMP'`);
}

function readError(error: WireValue | undefined, id: WireValue | undefined): ServerMessage {
  if (!isWireObject(error)) return malformed(`its 'error' is no object`);
  const errorClass = read(error, 'class');
  const desc = read(error, 'desc');
  return {
    kind: 'error',
    class: typeof errorClass === 'string' ? errorClass : 'GenericError',
    desc: typeof desc === 'string' ? desc : '',
    id,
  };
}

function readEvent(name: WireValue, message: WireObject): ServerMessage {
  if (typeof name !== 'string') return malformed(`its 'event' is no string`);
  const data = read(message, 'data');
  if (data !== undefined && !isWireObject(data)) return malformed(`its 'data' is no object`);
  return { kind: 'event', name, data, timestamp: readTimestamp(read(message, 'timestamp')) };
}

function readTimestamp(value: WireValue | undefined): Timestamp | undefined {
  if (!isWireObject(value)) return undefined;
  const seconds = read(value, 'seconds');
  const microseconds = read(value, 'microseconds');
  return typeof seconds === 'number' && typeof microseconds === 'number'
    ? { seconds, microseconds }
    : undefined;
}

function readGreeting(greeting: WireValue | undefined): ServerMessage {
  if (!isWireObject(greeting)) return malformed(`its 'QMP' is no object`);
  const offered = read(greeting, 'capabilities');
  const capabilities = Array.isArray(offered) ? offered.filter(isString) : [];
  return { kind: 'greeting', version: read(greeting, 'version'), capabilities };
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function read(object: WireObject, name: string): WireValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function malformed(reason: string): Malformed {
  return { kind: 'malformed', desc: `This is no message of a QMP server: ${reason}` };
}
