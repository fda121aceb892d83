import { printValue } from '../wire/print.js';
import { replaceRefusedCharacters } from '../wire/text.js';
import type { WireValue } from '../wire/value.js';
import type { AnyErrorClass } from './qmp-error.js';
import type { Timestamp } from './timestamp.js';

/** How a server writes its messages. */
export interface MessageFormat {
  /** Every element on a line of its own (wire.md 11.5). Default false. */
  readonly pretty?: boolean;
  /** Default CR LF; the guest agent ends its messages with a bare LF (wire.md 12.2). */
  readonly lineEnd?: '\r\n' | '\n';
}

/** The first message of a connection (wire.md 2.1), line end included. */
export function printGreeting(
  version: unknown,
  capabilities: readonly string[],
  format?: MessageFormat,
): string {
  return printMessage({ QMP: { version, capabilities } }, format);
}

/**
 * The reply of a command that succeeded (wire.md 11.1), line end included. A `value` of `undefined`
 * stands for no result, which is `{}` on the wire; an `id` of `undefined` for a request without one.
 *
 * @throws `PrintError` if the value cannot be sent as JSON.
 */
export function printSuccess(
  value: unknown,
  id: WireValue | undefined,
  format?: MessageFormat,
): string {
  return printMessage({ return: value === undefined ? {} : value, id }, format);
}

/**
 * The reply of a command that failed (wire.md 11.1), line end included. Never throws: what QMP refuses
 * in a text becomes U+FFFD.
 */
export function printError(
  error: { readonly class: AnyErrorClass; readonly desc: string },
  id: WireValue | undefined,
  format?: MessageFormat,
): string {
  const errorClass = replaceRefusedCharacters(error.class);
  const desc = replaceRefusedCharacters(error.desc);
  return printMessage({ error: { class: errorClass, desc }, id }, format);
}

/**
 * An event (wire.md 11.6), line end included. `data` of `undefined` stands for an event without data.
 *
 * @throws `PrintError` if the data cannot be sent as JSON.
 */
export function printEvent(
  name: string,
  data: unknown,
  timestamp: Timestamp,
  format?: MessageFormat,
): string {
  const { seconds, microseconds } = timestamp;
  return printMessage({ event: name, data, timestamp: { seconds, microseconds } }, format);
}

function printMessage(message: unknown, format: MessageFormat = {}): string {
  return printValue(message, format) + (format.lineEnd ?? '\r\n');
}
