import type { CallOptions } from '../abi/client-types.js';
import type { Lane } from '../message/request.js';
import type { ErrorReply, Return } from '../message/server-message.js';
import type { ConnectionEnd } from './connection-end.js';
import { armDeadline, type GivenUp } from './deadline.js';

/** What is to be executed. */
export interface CallRequest {
  readonly command: string;
  readonly lane: Lane;
  readonly arguments: object | undefined;
  /** `false`: the server sends no reply on success. */
  readonly successResponse: boolean;
  readonly options: CallOptions;
}

/**
 * How a call ended. It is data and not an `Error`: the error is made in the async function that the
 * caller awaits, so that its stack shows the caller's line, at no cost for calls that succeed.
 */
export type Outcome =
  | Return
  | ErrorReply
  | { readonly kind: 'sent' }
  | { readonly kind: 'lost'; readonly sent: boolean; readonly end: ConnectionEnd }
  | { readonly kind: 'timeout'; readonly sent: boolean }
  | { readonly kind: 'aborted'; readonly reason: unknown }
  | { readonly kind: 'refused'; readonly pending: number };

/** A call on its way: waiting here, or with the server. */
export class Call {
  readonly id: string;
  readonly command: string;
  readonly lane: Lane;
  readonly successResponse: boolean;
  readonly text: string;
  sent = false;
  #settle: ((outcome: Outcome) => void) | undefined;
  #disarm: (() => void) | undefined;

  constructor(id: string, request: CallRequest, text: string, settle: (outcome: Outcome) => void) {
    this.id = id;
    this.command = request.command;
    this.lane = request.lane;
    this.successResponse = request.successResponse;
    this.text = text;
    this.#settle = settle;
  }

  /** Lets the caller give up, by a signal that has not aborted yet or by a time limit. */
  arm({ signal, timeoutMs }: CallOptions, giveUp: (why: GivenUp) => void): void {
    if (signal === undefined && timeoutMs === undefined) return;
    this.#disarm = armDeadline(signal, timeoutMs, giveUp);
  }

  /** Tells the caller how the call ended; only the first time counts. */
  settle(outcome: Outcome): void {
    this.#settle?.(outcome);
    this.#settle = undefined;
    this.#disarm?.();
    this.#disarm = undefined;
  }
}
