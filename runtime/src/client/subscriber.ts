import type { ConnectionEnd } from './connection-end.js';
import type { ReceivedEvent } from './received-event.js';

/** Who wants events. */
export interface Subscriber {
  onEvent(event: ReceivedEvent): void;
  /** No event will come any more. */
  onEnd(end: ConnectionEnd): void;
}
