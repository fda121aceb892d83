import type { Request } from '../message/request.js';

/**
 * The executor has two halves that only talk through these ports. The I/O half owns connections,
 * parsers, queues, output and out-of-band handlers; the in-band half owns the in-band handlers. Both run
 * on one thread here. All that crosses is data, so that a pair of ports over a message channel can take
 * the place of the direct calls.
 */

/** One command for the in-band half; `sid` and `n` identify it in the server. */
export interface RequestMessage {
  /** The session. */
  readonly sid: number;
  /** Counts the requests of the session. */
  readonly n: number;
  readonly peer: string;
  readonly request: Request;
}

/** An event as text; `stream` where its rate is limited. */
export interface EventMessage {
  readonly text: string;
  readonly stream?: EventStream | undefined;
}

/** Events that count as one for the rate limit: the same name, the same key members. */
export interface EventStream {
  readonly key: string;
  readonly intervalMs: number;
}

/** What the in-band half tells the I/O half. */
export interface IoPort {
  /** Grants one credit: send one request, now or when there is one. */
  next(): void;
  /** The answer to a request; without text there is none to send. */
  respond(sid: number, n: number, text: string | undefined): void;
  publish(event: EventMessage): void;
}

/** What the I/O half tells the in-band half. */
export interface InBandPort {
  /** Uses up one credit. Returns before any handler runs. */
  request(message: RequestMessage): void;
  /** The session has ended. Returns before any hook runs. */
  sessionClosed(sid: number): void;
}
