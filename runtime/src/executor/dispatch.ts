import type { IntegerMode } from '../abi/tables.js';
import { QmpError } from '../message/qmp-error.js';
import type { Request } from '../message/request.js';
import { decodeArguments } from '../validate/decode.js';
import type { CommandSet, LinkedCommand } from './commands.js';
import { refuseArguments } from './reply.js';

/** @throws QmpError CommandNotFound */
export function findCommand(commands: CommandSet, request: Request): LinkedCommand {
  const command = commands.get(request.command);
  if (command !== undefined) return command;
  throw new QmpError('CommandNotFound', `there is no command '${request.command}'`);
}

/**
 * The arguments as the handler gets them: undefined for a command that takes none.
 *
 * @throws QmpError where they do not fit the schema
 */
export function readArguments(
  { table }: LinkedCommand,
  request: Request,
  integers: IntegerMode,
): unknown {
  const args = refuseArguments(() => decodeArguments(table, request.arguments, integers));
  return table.arguments === undefined && table.gen !== false ? undefined : args;
}

/** Tells a promise, or anything that `await` would wait for. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
    typeof (value as { readonly then?: unknown }).then === 'function'
  );
}

/** Tells whether a handler is on the stack; one marker for both lanes of an executor. */
export class HandlerMarker {
  #inside = false;

  get inside(): boolean {
    return this.#inside;
  }

  /** Calls a handler. */
  run<T>(handler: () => T): T {
    const before = this.#inside;
    this.#inside = true;
    try {
      return handler();
    } finally {
      this.#inside = before;
    }
  }
}
