import type { UnknownEvent } from '../abi/client-types.js';
import type { EventTable, IntegerMode } from '../abi/tables.js';
import type { EventMessage } from '../message/server-message.js';
import type { Timestamp } from '../message/timestamp.js';
import { decodeEventData } from '../validate/decode.js';
import { readAny } from '../validate/received-any.js';
import { ValidationError } from '../validate/validation-error.js';
import { DecodeError } from './errors.js';

/** An event as the streams carry it; the types of the schema are laid over it at the client's surface. */
export type ReceivedEvent = KnownEvent | UnknownEvent;

interface KnownEvent {
  readonly event: string;
  readonly data: unknown;
  readonly timestamp: Timestamp;
  readonly missed?: number | undefined;
  readonly unknown?: undefined;
  readonly fault?: undefined;
}

const NO_CLOCK: Timestamp = { seconds: -1, microseconds: -1 };

/** Decodes an event by its table; without one, or where it does not fit, it becomes an unknown event. */
export function receiveEvent(
  message: EventMessage,
  table: EventTable | undefined,
  integers: IntegerMode,
): ReceivedEvent {
  const { name: event, data, timestamp = NO_CLOCK } = message;
  if (table === undefined) return { event, data: readAny(data), timestamp, unknown: true };
  try {
    return { event, data: decodeEventData(table, data, integers), timestamp };
  } catch (error) {
    if (!ValidationError.is(error)) throw error;
    const fault = new DecodeError(event, data, error);
    return { event, data: readAny(data), timestamp, unknown: true, fault };
  }
}
