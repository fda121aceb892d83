/**
 * What executor.md 8.3 to 8.8 promise, as plainly as it can be said: rules that are applied until none
 * applies any more. There are no turns of an event loop here, no ports and no transports. The model tells
 * what has been started and what each client must have received when everything has come to rest.
 */

/** What a client sends: an in-band command that waits or not, an out-of-band one, or something faulty. */
export interface ModelMessage {
  readonly kind: 'hold' | 'echo' | 'oob' | 'faulty';
  readonly id: string;
}

export type Answer = 'return' | 'echo' | 'pong' | 'fault' | 'oob-refusal' | 'shutdown';

export interface ModelRules {
  readonly queueMax: number;
  readonly outHigh: number;
  readonly onInputEof: 'drop' | 'drain';
  /** Bytes of each kind of answer. */
  readonly sizes: Readonly<Record<Answer, number>>;
}

interface Item extends ModelMessage {
  readonly refusal?: Answer;
}

export class ModelSession {
  readonly oob: boolean;
  unread: ModelMessage[] = [];
  queue: Item[] = [];
  executing = false;
  inputEnded = false;
  /** The client does not read. */
  stalled = false;
  outBytes = 0;
  open = true;
  /** All answers so far, in their order. */
  readonly answers: string[] = [];

  constructor(oob: boolean) {
    this.oob = oob;
  }
}

export class Model {
  readonly rules: ModelRules;
  readonly sessions: ModelSession[] = [];
  readonly started: string[] = [];
  phase: 'running' | 'draining' | 'closed' = 'running';
  running: { readonly session: ModelSession; readonly item: Item; begun: boolean } | undefined;
  /** The sessions that have a command to run, the one that has waited longest first. */
  #ring: ModelSession[] = [];

  constructor(rules: ModelRules) {
    this.rules = rules;
  }

  /** Applies the rules until everything rests. */
  settle(): void {
    while (this.sessions.some((session) => session.open && this.#advance(session)) || this.#run());
  }

  /** The running command ends. */
  complete(): void {
    if (this.running === undefined) return;
    const { session, item } = this.running;
    this.#answer(session, item.id, item.kind === 'echo' ? 'echo' : 'return');
    session.executing = false;
    this.running = undefined;
  }

  /** Nobody asks for the rest of what the session has. */
  end(session: ModelSession): void {
    session.open = false;
    session.queue = [];
    session.unread = [];
  }

  #mayParse({ oob, queue, executing, outBytes }: ModelSession): boolean {
    if (outBytes >= this.rules.outHigh || this.phase === 'closed') return false;
    if (this.phase === 'draining') return true;
    return oob ? queue.length < this.rules.queueMax : queue.length === 0 && !executing;
  }

  /** Whether something could be done for a session without running a command. */
  #advance(session: ModelSession): boolean {
    const { queue, unread, executing, oob } = session;
    if (this.phase === 'draining') {
      session.queue = queue.map((item) => ({ ...item, refusal: item.refusal ?? 'shutdown' }));
    }
    const refusal = session.queue[0]?.refusal;
    if (refusal !== undefined && !executing) {
      this.#answer(session, session.queue.shift()?.id, refusal);
      return true;
    }
    if (!this.#mayParse(session)) return false;
    const message = unread.shift();
    if (message !== undefined) {
      const { kind, id } = message;
      if (kind === 'oob' && oob) this.#answer(session, id, 'pong');
      else if (kind === 'oob') session.queue.push({ kind, id, refusal: 'oob-refusal' });
      else if (kind === 'faulty') session.queue.push({ kind, id, refusal: 'fault' });
      else session.queue.push(message);
      return true;
    }
    const answered = session.queue.length === 0 && !executing;
    if (!session.inputEnded || !(answered || (oob && this.rules.onInputEof === 'drop')))
      return false;
    this.end(session);
    return true;
  }

  /** Whether a command could be started or ended, or the server closed. */
  #run(): boolean {
    const hasWork = (session: ModelSession): boolean =>
      session.queue.length > 0 && !session.executing;
    this.#ring = this.#ring.filter(hasWork);
    for (const session of this.sessions) {
      if (hasWork(session) && !this.#ring.includes(session)) this.#ring.push(session);
    }
    const { running } = this;
    if (running !== undefined) {
      if (!running.begun && !running.session.open) this.running = undefined;
      else if (!running.begun) {
        running.begun = true;
        this.started.push(running.item.id);
      } else if (running.item.kind === 'echo') this.complete();
      else return false;
      return true;
    }
    if (this.phase === 'draining') {
      this.phase = 'closed';
      for (const session of this.sessions) this.end(session);
    }
    const session = this.#ring.shift();
    const item = session?.queue.shift();
    if (session === undefined || item === undefined) return false;
    session.executing = true;
    this.running = { session, item, begun: false };
    return true;
  }

  #answer(session: ModelSession, id: string | undefined, answer: Answer): void {
    if (!session.open) return;
    session.answers.push(`${id ?? ''}:${answer}`);
    if (session.stalled) session.outBytes += this.rules.sizes[answer];
  }
}
