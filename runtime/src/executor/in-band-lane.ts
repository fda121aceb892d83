import type { InBandContext } from '../abi/server-types.js';
import type { IntegerMode } from '../abi/tables.js';
import type { CommandSet, LinkedCommand } from './commands.js';
import { findCommand, isThenable, readArguments, type HandlerMarker } from './dispatch.js';
import type { AnyEmit, AnyEvents } from './emitter.js';
import { makeOobContext } from './oob-lane.js';
import type { InBandPort, IoPort, RequestMessage } from './port.js';
import { printFailure, printResult, type ReplySettings } from './reply.js';
import { SessionScope } from './session-scope.js';
import { SlowCommandWatch } from './slow-command-watch.js';

export interface InBandSettings extends ReplySettings {
  readonly commands: CommandSet;
  readonly integers: IntegerMode;
  readonly emit: AnyEmit;
  readonly marker: HandlerMarker;
  readonly serialise: 'global' | 'session';
}

/**
 * The in-band half: asks for one request, runs it, answers, and lets the event loop turn before it asks
 * again (executor.md 8.5). Commands start here only, so nothing that a handler does can start another.
 */
export class InBandLane implements InBandPort {
  readonly #io: IoPort;
  readonly #settings: InBandSettings;
  readonly #scopes = new Map<number, SessionScope>();
  readonly #watch: SlowCommandWatch;
  /** The request that has not started yet; not there any more when its session has ended before. */
  #next: RequestMessage | undefined;
  /** A credit is out that no request has used up. */
  #asked = false;

  constructor(io: IoPort, settings: InBandSettings) {
    this.#io = io;
    this.#settings = settings;
    this.#watch = new SlowCommandWatch(settings.log);
  }

  /** Asks for the first request. */
  start(): void {
    this.#ask();
  }

  /** Reports no more of commands that do not end. */
  stop(): void {
    this.#watch.stop();
  }

  request(message: RequestMessage): void {
    if (!this.#asked) throw new Error('internal error: a request that was not asked for');
    this.#asked = false;
    this.#next = message;
    queueMicrotask(() => {
      const isWanted = this.#next === message;
      this.#next = undefined;
      this.#run(message, isWanted);
    });
  }

  sessionClosed(sid: number): void {
    if (this.#next?.sid === sid) this.#next = undefined;
    queueMicrotask(() => {
      this.#scopes.get(sid)?.close();
      this.#scopes.delete(sid);
    });
  }

  #run(message: RequestMessage, isWanted: boolean): void {
    if (this.#settings.serialise === 'session') this.#askLater();
    const reply = isWanted ? this.#execute(message) : undefined;
    if (reply instanceof Promise) {
      void reply.then((text) => {
        this.#finish(message, text);
      });
    } else this.#finish(message, reply);
  }

  /** The reply, if there is to be one. Never throws or rejects. */
  #execute(message: RequestMessage): string | undefined | Promise<string | undefined> {
    const { request } = message;
    const settings = this.#settings;
    try {
      const command = findCommand(settings.commands, request);
      const args = readArguments(command, request, settings.integers);
      const result = settings.marker.run(() => this.#call(command, args, message));
      if (!isThenable(result)) return printResult(command.table, result, request, settings);
      return Promise.resolve(result)
        .then(
          (value) => printResult(command.table, value, request, settings),
          (error: unknown) => printFailure(error, request, settings),
        )
        .finally(this.#watch.watch(message));
    } catch (error) {
      return printFailure(error, request, settings);
    }
  }

  #call({ table, run, runOob }: LinkedCommand, args: unknown, message: RequestMessage): unknown {
    const { sid, peer } = message;
    if (run !== undefined) return run(args, this.#makeContext(table.name, message));
    return runOob?.(args, makeOobContext(table.name, sid, peer, this.#settings));
  }

  #finish({ sid, n }: RequestMessage, text: string | undefined): void {
    this.#io.respond(sid, n, text);
    if (this.#settings.serialise === 'global') this.#askLater();
  }

  #askLater(): void {
    setImmediate(() => {
      this.#ask();
    });
  }

  #ask(): void {
    this.#asked = true;
    this.#io.next();
  }

  #makeContext(command: string, { sid, peer }: RequestMessage): InBandContext<AnyEvents> {
    const { emit, log } = this.#settings;
    let scope = this.#scopes.get(sid);
    if (scope === undefined) this.#scopes.set(sid, (scope = new SessionScope(log)));
    const { signal, onClose } = scope;
    const session = { id: sid, peer };
    return { kind: 'in-band', command, session, emit, log, signal, onClose };
  }
}
