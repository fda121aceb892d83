import { printValue } from '../wire/print.js';
import { quote } from '../wire/quote.js';
import { isWireObject, type WireObject, type WireValue } from '../wire/value.js';

/** Where a request runs. */
export type Lane = 'in-band' | 'out-of-band';

/** A well-formed request; its command is not looked up and its arguments are not checked yet. */
export interface Request {
  readonly kind: 'request';
  readonly lane: Lane;
  readonly command: string;
  readonly arguments: WireObject | undefined;
  /** To be echoed in the reply; `undefined` where the request has none. */
  readonly id: WireValue | undefined;
}

/** A malformed request, to be answered with a GenericError. */
export interface RequestError {
  readonly kind: 'error';
  readonly desc: string;
  readonly id: WireValue | undefined;
}

export interface RequestOptions {
  /** Whether this connection has negotiated the `oob` capability. */
  readonly oobEnabled: boolean;
}

/**
 * Whether a value runs, or fails, out-of-band when it is read, whatever the queue holds (wire.md 9.1).
 * Holds for values of any connection; on one without `oob` they are malformed requests.
 */
export function isOutOfBand(value: WireValue): boolean {
  return (
    isWireObject(value) && Object.hasOwn(value, 'exec-oob') && !Object.hasOwn(value, 'execute')
  );
}

/**
 * Reads the envelope of a request (wire.md 6). Never throws. The first fault counts, in this order:
 * no object, `execute` or `exec-oob` no string, both present, `arguments` no object, an unknown
 * member, neither `execute` nor `exec-oob`.
 */
export function readRequest(value: WireValue, options: RequestOptions): Request | RequestError {
  if (!isWireObject(value)) {
    return { kind: 'error', desc: 'A request must be a JSON object', id: undefined };
  }
  const id = read(value, 'id');
  const refuse = (desc: string): RequestError => ({ kind: 'error', desc, id });

  const inBand = read(value, 'execute');
  // Without the capability this member is like any unknown one.
  const outOfBand = options.oobEnabled ? read(value, 'exec-oob') : undefined;
  if (inBand !== undefined && typeof inBand !== 'string') {
    return refuse(`'execute' must be a string, the name of a command`);
  }
  if (outOfBand !== undefined && typeof outOfBand !== 'string') {
    return refuse(`'exec-oob' must be a string, the name of a command`);
  }
  if (inBand !== undefined && outOfBand !== undefined) {
    return refuse(`'execute' and 'exec-oob' exclude each other`);
  }
  const args = read(value, 'arguments');
  if (args !== undefined && !isWireObject(args)) return refuse(`'arguments' must be an object`);
  const unknown = Object.keys(value).find((name) => !isKnown(name, options));
  if (unknown !== undefined) return refuse(describeUnknown(unknown));
  const command = inBand ?? outOfBand;
  if (command === undefined) return refuse(`A request needs 'execute', the name of a command`);
  const lane = inBand === undefined ? 'out-of-band' : 'in-band';
  return { kind: 'request', lane, command, arguments: args, id };
}

function read(object: WireObject, name: string): WireValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function isKnown(name: string, { oobEnabled }: RequestOptions): boolean {
  return (
    name === 'execute' ||
    name === 'arguments' ||
    name === 'id' ||
    (name === 'exec-oob' && oobEnabled)
  );
}

function describeUnknown(name: string): string {
  return name === 'exec-oob'
    ? `'exec-oob' needs the capability 'oob', which this connection has not enabled`
    : `A request cannot have a member ${quote(name)}`;
}

/** What a client asks for. */
export interface OutgoingRequest {
  readonly lane: Lane;
  readonly command: string;
  /** `undefined`: none. */
  readonly arguments?: unknown;
  readonly id?: WireValue | undefined;
}

/**
 * The text of a request, line end included.
 *
 * @throws `PrintError` if the arguments cannot be sent as JSON.
 */
export function printRequest(request: OutgoingRequest): string {
  const { lane, command, arguments: args, id } = request;
  const envelope =
    lane === 'in-band'
      ? { execute: command, arguments: args, id }
      : { 'exec-oob': command, arguments: args, id };
  return `${printValue(envelope)}\r\n`;
}
