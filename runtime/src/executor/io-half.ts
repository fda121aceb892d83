import { printError, printGreeting } from '../message/print-message.js';
import type { Transport } from '../transport/transport.js';
import { Intake, type IntakeHost, type IntakeSettings } from './intake.js';
import { mayParse, type Phase } from './may-parse.js';
import type { OobLane } from './oob-lane.js';
import type { EventMessage, InBandPort, IoPort } from './port.js';
import type { ErrorItem, Item } from './queue.js';
import { RateLimiter } from './rate-limit.js';
import { Scheduler } from './scheduler.js';
import { Session, type ConnectOptions } from './session.js';

export interface IoSettings extends IntakeSettings {
  /** As the greeting says it. */
  readonly version: unknown;
}

/**
 * The I/O half: owns the sessions with all that belongs to them, and the out-of-band lane. It moves data
 * and decides who is next, and never runs in-band commands.
 */
export class IoHalf implements IoPort, IntakeHost {
  readonly #settings: IoSettings;
  readonly #inBand: InBandPort;
  readonly #scheduler: Scheduler;
  readonly #intake: Intake;
  readonly #limiter = new RateLimiter((text) => {
    this.#broadcast(text);
  });
  readonly #sessions = new Map<number, Session>();
  #phase: Phase = 'running';
  #lastSid = 0;
  #onEmpty: (() => void) | undefined;

  constructor(inBand: InBandPort, oobLane: OobLane, settings: IoSettings) {
    this.#settings = settings;
    this.#inBand = inBand;
    this.#intake = new Intake(this, oobLane, settings);
    this.#scheduler = new Scheduler(inBand, (session, item) => {
      this.send(
        session,
        printError({ class: 'GenericError', desc: item.desc }, item.id, settings.format),
      );
    });
  }

  get phase(): Phase {
    return this.#phase;
  }

  /** The connections that are not gone yet. */
  get sessionCount(): number {
    return this.#sessions.size;
  }

  /** Makes a session of a connection and greets the client. */
  connect(transport: Transport, options: ConnectOptions): void {
    const sid = ++this.#lastSid;
    const session: Session = new Session(sid, transport, options, this.#settings, {
      mayParse: () => mayParse(this.#phase, session, this.#settings),
      onItem: (item) => {
        this.#intake.accept(session, item);
      },
      onInputEnd: () => {
        this.#endInput(session);
      },
    });
    this.#sessions.set(sid, session);
    transport.start({
      onData: (chunk) => {
        if (session.mode !== 'closing') session.input.push(chunk);
      },
      onEnd: () => {
        // Sends nothing, but the system refuses it where the peer has closed both directions.
        transport.write('');
        session.input.end();
      },
      onDrain: () => {
        session.input.advance();
      },
      onClose: (error) => {
        this.#forget(session, error);
      },
    });
    const { version, offered, format } = this.#settings;
    this.send(session, printGreeting(version, offered, format));
  }

  next(): void {
    this.#scheduler.grant();
  }

  respond(sid: number, n: number, text: string | undefined): void {
    const session = this.#scheduler.complete(sid, n);
    if (session === undefined) return;
    if (session.mode === 'closing') {
      this.#settings.log('debug', `session ${sid} has ended: a reply to it was dropped`);
      return;
    }
    if (text !== undefined) this.send(session, text);
    this.#scheduler.settle(session);
    session.input.advance();
  }

  publish(event: EventMessage): void {
    if (this.#phase === 'running' || this.#phase === 'draining') this.#limiter.publish(event);
  }

  send(session: Session, text: string): void {
    if (session.mode === 'closing' || session.output.write(text)) return;
    const { sid, transport } = session;
    this.#settings.log(
      'warn',
      `session ${sid} (${transport.peer}): closed, slow-consumer: it does not read its output`,
    );
    this.#retire(session);
    transport.destroy();
  }

  enqueue(session: Session, item: Item): void {
    this.#scheduler.enqueue(session, item);
  }

  finish(session: Session): void {
    if (session.mode === 'closing') return;
    this.#retire(session);
    session.output.end();
  }

  /** Runs no further in-band command: what is queued gets its refusal, in its place in the order. */
  drain(): void {
    if (this.#phase !== 'running') return;
    this.#phase = 'draining';
    for (const session of this.#sessions.values()) {
      const refused = session.queue.map((item) =>
        item.kind === 'error' ? item : this.#intake.refuseForShutdown(item),
      );
      this.#scheduler.replace(
        session,
        refused.filter((item): item is ErrorItem => item !== undefined),
      );
      session.input.advance();
    }
  }

  /** Settles when no in-band command is running. */
  whenIdle(): Promise<void> {
    return this.#scheduler.whenIdle();
  }

  /** Stops parsing, sends what is queued, and closes all connections. Settles when they are gone. */
  flush(): Promise<void> {
    this.#phase = 'flushing';
    this.#limiter.flush();
    for (const session of this.#sessions.values()) this.finish(session);
    return new Promise((resolve) => {
      this.#onEmpty = resolve;
      this.#checkEmpty();
    });
  }

  /** Closes at once what is left. */
  close(): void {
    this.#phase = 'closed';
    for (const { transport } of this.#sessions.values()) transport.destroy();
  }

  #broadcast(text: string): void {
    for (const session of this.#sessions.values()) {
      if (session.mode === 'command') this.send(session, text);
    }
  }

  /**
   * A client that has not enabled `oob` gets all replies to what it sent before the end, since the end
   * is not seen before they are sent (wire.md 13.5). What an `oob` session has queued is dropped, unless
   * the policy says otherwise.
   */
  #endInput(session: Session): void {
    const answered = !session.executing && session.queued === 0;
    const drops = session.oobEnabled && session.options.onInputEof === 'drop';
    if (answered || drops) this.finish(session);
  }

  /** Ends the session; the connection may still have output to send. */
  #retire(session: Session): void {
    session.mode = 'closing';
    this.#scheduler.drop(session);
    session.input.discard();
    this.#inBand.sessionClosed(session.sid);
  }

  #forget(session: Session, error: Error | undefined): void {
    if (session.mode !== 'closing') this.#retire(session);
    const reason = error === undefined ? '' : `: ${error.message}`;
    this.#settings.log(
      'debug',
      `session ${session.sid} (${session.transport.peer}) has ended${reason}`,
    );
    this.#sessions.delete(session.sid);
    session.options.onClose();
    this.#checkEmpty();
  }

  #checkEmpty(): void {
    if (this.#sessions.size === 0) this.#onEmpty?.();
  }
}
