import type { OobContext } from '../abi/server-types.js';
import type { IntegerMode } from '../abi/tables.js';
import { QmpError } from '../message/qmp-error.js';
import type { Request } from '../message/request.js';
import type { CommandSet, LinkedCommand } from './commands.js';
import { findCommand, isThenable, readArguments, type HandlerMarker } from './dispatch.js';
import type { AnyEmit, AnyEvents } from './emitter.js';
import { describeWithStack, printFailure, printResult, type ReplySettings } from './reply.js';

/** How long an out-of-band handler may hold up all sessions before the log says so, in milliseconds. */
const BUDGET_WARN_MS = 10;
const BUDGET_ERROR_MS = 100;

export interface OobSettings extends ReplySettings {
  readonly commands: CommandSet;
  readonly integers: IntegerMode;
  readonly emit: AnyEmit;
  readonly marker: HandlerMarker;
}

/** Runs out-of-band commands: at once and to completion (executor.md 8.6). */
export class OobLane {
  readonly #settings: OobSettings;

  constructor(settings: OobSettings) {
    this.#settings = settings;
  }

  /** The reply to `request`, if it gets one. Never throws. */
  execute(request: Request, sid: number, peer: string): string | undefined {
    try {
      const { commands, integers } = this.#settings;
      const command = findCommand(commands, request);
      const { table, runOob } = command;
      if (table.allowOob !== true || runOob === undefined) {
        throw new QmpError(
          'GenericError',
          `the command '${table.name}' does not support out-of-band execution; use 'execute'`,
        );
      }
      const args = readArguments(command, request, integers);
      const context = makeOobContext(table.name, sid, peer, this.#settings);
      const result = this.#run(command, () => runOob(args, context));
      return printResult(table, result, request, this.#settings);
    } catch (error) {
      return printFailure(error, request, this.#settings);
    }
  }

  #run({ table }: LinkedCommand, handler: () => unknown): unknown {
    const { marker, log } = this.#settings;
    const start = performance.now();
    const result = marker.run(handler);
    const elapsed = performance.now() - start;
    if (elapsed > BUDGET_WARN_MS) {
      const level = elapsed > BUDGET_ERROR_MS ? 'error' : 'warn';
      log(
        level,
        `out-of-band command ${table.name} held up all sessions for ${elapsed.toFixed(0)} ms`,
      );
    }
    if (isThenable(result)) {
      log(
        'error',
        `the out-of-band handler of ${table.name} returned a promise; it must be synchronous`,
      );
      Promise.resolve(result).catch((error: unknown) => {
        log('error', `command ${table.name} failed later: ${describeWithStack(error)}`);
      });
      throw new QmpError(
        'GenericError',
        `the out-of-band handler of '${table.name}' is not synchronous`,
      );
    }
    return result;
  }
}

/** The context of an out-of-band handler, which in-band execution may use too. */
export function makeOobContext(
  command: string,
  sid: number,
  peer: string,
  { emit, log }: Pick<OobSettings, 'emit' | 'log'>,
): OobContext<AnyEvents> {
  return { kind: 'oob', command, session: { id: sid, peer }, emit, log };
}
