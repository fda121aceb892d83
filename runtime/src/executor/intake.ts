import { printError, printSuccess } from '../message/print-message.js';
import { isOutOfBand, readRequest, type Request } from '../message/request.js';
import type { ParsedItem } from '../wire/parser.js';
import type { WireValue } from '../wire/value.js';
import type { Phase } from './may-parse.js';
import { negotiate, type Capability } from './negotiation.js';
import type { OobLane } from './oob-lane.js';
import type { ErrorItem, Item, RequestItem } from './queue.js';
import { printFailure, refuseArguments, type ReplySettings } from './reply.js';
import type { Session } from './session.js';
import type { ExecutorSettings } from './settings.js';

/** What the intake asks of the I/O half. */
export interface IntakeHost {
  readonly phase: Phase;
  send(session: Session, text: string): void;
  enqueue(session: Session, item: Item): void;
  /** Sends what is queued, then closes. */
  finish(session: Session): void;
}

export interface IntakeSettings extends ReplySettings, ExecutorSettings {
  readonly offered: readonly Capability[];
}

/** Decides what becomes of each message that was parsed: negotiation, out-of-band lane, or queue. */
export class Intake {
  readonly #host: IntakeHost;
  readonly #oobLane: OobLane;
  readonly #settings: IntakeSettings;

  constructor(host: IntakeHost, oobLane: OobLane, settings: IntakeSettings) {
    this.#host = host;
    this.#oobLane = oobLane;
    this.#settings = settings;
  }

  accept(session: Session, item: ParsedItem): void {
    if (item.kind === 'error') {
      this.#refuse(session, item.desc, undefined);
      return;
    }
    const { oobEnabled } = session;
    const outOfBand = oobEnabled && isOutOfBand(item.value);
    const request = readRequest(item.value, { oobEnabled });
    if (request.kind === 'error') {
      if (outOfBand) this.#answerAtOnce(session, request.desc, request.id);
      else this.#refuse(session, request.desc, request.id);
      return;
    }
    session.errors = 0;
    if (outOfBand) this.#executeOob(session, request);
    else if (session.mode === 'negotiating') this.#negotiate(session, request);
    else this.#enqueue(session, request);
  }

  /** What becomes of a request that nobody will run any more. */
  refuseForShutdown({ request }: RequestItem): ErrorItem | undefined {
    if (this.#settings.silentShutdown) return undefined;
    return { kind: 'error', desc: 'the server is shutting down', id: request.id };
  }

  #executeOob(session: Session, request: Request): void {
    const reply = this.#oobLane.execute(request, session.sid, session.transport.peer);
    if (reply !== undefined) this.#host.send(session, reply);
  }

  /** Nothing is queued while a session negotiates, so its replies cannot overtake any. */
  #negotiate(session: Session, request: Request): void {
    try {
      const enabled = refuseArguments(() => negotiate(request, this.#settings.offered));
      this.#host.send(session, printSuccess(undefined, request.id, this.#settings.format));
      session.oobEnabled = enabled.has('oob');
      session.mode = 'command'; // after the reply, so that no event comes before it
    } catch (error) {
      this.#host.send(session, printFailure(error, request, this.#settings));
    }
  }

  #enqueue(session: Session, request: Request): void {
    const item: RequestItem = { kind: 'request', n: session.nextNumber(), request };
    if (this.#host.phase === 'running') {
      this.#host.enqueue(session, item);
      return;
    }
    const refusal = this.refuseForShutdown(item);
    if (refusal !== undefined) this.#host.enqueue(session, refusal);
  }

  #refuse(session: Session, desc: string, id: WireValue | undefined): void {
    this.#host.enqueue(session, { kind: 'error', desc, id });
    this.#countError(session);
  }

  #answerAtOnce(session: Session, desc: string, id: WireValue | undefined): void {
    const error = { class: 'GenericError', desc } as const;
    this.#host.send(session, printError(error, id, this.#settings.format));
    this.#countError(session);
  }

  #countError(session: Session): void {
    session.errors++;
    const { maxErrors, log } = this.#settings;
    if (session.errors <= maxErrors || session.mode === 'closing') return;
    log('warn', `session ${session.sid}: closed after ${session.errors} faulty messages in a row`);
    this.#host.finish(session);
  }
}
