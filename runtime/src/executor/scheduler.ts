import type { InBandPort } from './port.js';
import type { ErrorItem, Item } from './queue.js';
import type { Session } from './session.js';

/**
 * The queues of all sessions and the order in which they are served: one request per session and turn,
 * for one credit each. Errors are answered here as soon as it is their turn; they need no credit.
 */
export class Scheduler {
  readonly #port: InBandPort;
  readonly #answer: (session: Session, item: ErrorItem) => void;
  /** The sessions whose next item is a request that may run, in the order of service. */
  readonly #ready = new Set<Session>();
  /** The sessions with a running request, those that have ended included. */
  readonly #executing = new Map<number, Session>();
  #credit = false;
  #onIdle: (() => void) | undefined;

  constructor(port: InBandPort, answer: (session: Session, item: ErrorItem) => void) {
    this.#port = port;
    this.#answer = answer;
  }

  enqueue(session: Session, item: Item): void {
    session.queue.push(item);
    this.settle(session);
  }

  /** The in-band half wants the next request. */
  grant(): void {
    this.#credit = true;
    this.#dispatch();
  }

  /** Answers the errors at the head of the queue, and lets the request behind them have its turn. */
  settle(session: Session): void {
    const { queue } = session;
    if (session.executing) return;
    for (let head = queue[0]; head?.kind === 'error'; head = queue[0]) {
      queue.shift();
      this.#answer(session, head);
    }
    if (queue.length > 0) this.#ready.add(session);
    this.#dispatch();
  }

  /** Takes note of an answer. Undefined where no such request is running. */
  complete(sid: number, n: number): Session | undefined {
    const session = this.#executing.get(sid);
    if (session?.running?.n !== n) return undefined;
    session.running = undefined;
    this.#executing.delete(sid);
    if (this.#executing.size === 0) this.#onIdle?.();
    return session;
  }

  /** Drops what the session has queued; what is running goes on. */
  drop(session: Session): void {
    session.queue.length = 0;
    this.#ready.delete(session);
  }

  /** Replaces what the session has queued; nothing of it may be a request. */
  replace(session: Session, items: readonly ErrorItem[]): void {
    this.drop(session);
    session.queue.push(...items);
    this.settle(session);
  }

  /** Settles when no request is running. */
  whenIdle(): Promise<void> {
    if (this.#executing.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#onIdle = resolve;
    });
  }

  #dispatch(): void {
    while (this.#credit) {
      const [session] = this.#ready;
      if (session === undefined) return;
      this.#ready.delete(session);
      this.#start(session);
    }
  }

  #start(session: Session): void {
    const item = session.queue.shift();
    if (item?.kind !== 'request') throw new Error('internal error: no request is ready');
    this.#credit = false;
    session.running = item;
    this.#executing.set(session.sid, session);
    session.input.advance(); // a place in the queue is free before the request runs
    if (session.mode === 'closing') {
      this.complete(session.sid, item.n);
      this.#credit = true;
      return;
    }
    const { sid, transport } = session;
    this.#port.request({ sid, n: item.n, peer: transport.peer, request: item.request });
  }
}
