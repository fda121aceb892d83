import { printRequest } from '../message/request.js';
import type { ErrorReply, Return } from '../message/server-message.js';
import { Call, type CallRequest, type Outcome } from './call.js';
import type { ConnectionEnd } from './connection-end.js';
import type { GivenUp } from './deadline.js';
import type { RequestIds } from './request-ids.js';

export interface CallTableSettings {
  /** How many in-band commands may be with the server at a time. */
  readonly window: number;
  /** How many calls may be unanswered in all. */
  readonly maxPending: number;
}

/**
 * The calls of one connection: sends them in order, in-band ones within the window and out-of-band ones
 * at once, and gives each reply to the call whose id it carries.
 *
 * A call that its caller gave up after it was sent stays in the table until its reply comes: the late
 * reply is recognised, and the server's queue is counted rightly.
 */
export class CallTable {
  readonly #settings: CallTableSettings;
  readonly #ids: RequestIds;
  readonly #send: (text: string) => void;
  readonly #calls = new Map<string, Call>();
  /** In-band calls that are not sent yet, in order. */
  readonly #waiting = new Set<Call>();
  #inFlight = 0;
  #end: ConnectionEnd | undefined;

  constructor(settings: CallTableSettings, ids: RequestIds, send: (text: string) => void) {
    this.#settings = settings;
    this.#ids = ids;
    this.#send = send;
  }

  /** Never rejects, but throws for arguments that cannot be put on the wire. */
  execute(request: CallRequest): Promise<Outcome> {
    if (this.#end !== undefined) {
      return Promise.resolve({ kind: 'lost', sent: false, end: this.#end });
    }
    const { signal } = request.options;
    if (signal?.aborted === true) {
      return Promise.resolve({ kind: 'aborted', reason: signal.reason as unknown });
    }
    const pending = this.#calls.size;
    if (pending >= this.#settings.maxPending) return Promise.resolve({ kind: 'refused', pending });
    const { command, lane } = request;
    const id = this.#ids.next(command);
    const text = printRequest({ lane, command, arguments: request.arguments, id });
    return new Promise((resolve) => {
      const call = new Call(id, request, text, resolve);
      call.arm(request.options, (why) => {
        this.#abandon(call, why);
      });
      this.#calls.set(id, call);
      if (call.lane === 'out-of-band') this.#dispatch(call);
      else {
        this.#waiting.add(call);
        this.#fillWindow();
      }
    });
  }

  /** Gives a reply to the call that it belongs to, if there is one. */
  accept(reply: Return | ErrorReply): Call | undefined {
    const call = typeof reply.id === 'string' ? this.#calls.get(reply.id) : undefined;
    if (call?.sent !== true) return undefined;
    this.#calls.delete(call.id);
    call.settle(reply);
    if (call.lane === 'in-band') {
      this.#inFlight -= 1;
      this.#fillWindow();
    }
    return call;
  }

  /** The connection is gone: every call ends, now and later. */
  close(end: ConnectionEnd): void {
    this.#end = end;
    for (const call of this.#calls.values()) call.settle({ kind: 'lost', sent: call.sent, end });
    this.#calls.clear();
    this.#waiting.clear();
  }

  #fillWindow(): void {
    for (const call of this.#waiting) {
      if (this.#inFlight >= this.#settings.window) return;
      this.#waiting.delete(call);
      if (call.successResponse) this.#inFlight += 1;
      this.#dispatch(call);
    }
  }

  #dispatch(call: Call): void {
    call.sent = true;
    this.#send(call.text);
    if (call.successResponse) return;
    this.#calls.delete(call.id);
    call.settle({ kind: 'sent' });
  }

  #abandon(call: Call, why: GivenUp): void {
    call.settle(why.kind === 'timeout' ? { kind: 'timeout', sent: call.sent } : why);
    if (call.sent) return;
    this.#calls.delete(call.id);
    this.#waiting.delete(call);
  }
}
