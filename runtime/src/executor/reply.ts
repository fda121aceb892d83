import type { Log } from '../abi/server-types.js';
import type { CommandTable } from '../abi/tables.js';
import { printError, printSuccess, type MessageFormat } from '../message/print-message.js';
import { QmpError } from '../message/qmp-error.js';
import type { Request } from '../message/request.js';
import { checkReturn } from '../validate/check.js';
import { ValidationError } from '../validate/validation-error.js';
import { printValue } from '../wire/print.js';

/** A result that does not change: checked when it was made, and printed once. */
export class FixedResult {
  readonly value: unknown;
  #text: string | undefined;

  constructor(value: unknown) {
    this.value = value;
  }

  get text(): string {
    return (this.#text ??= printValue(this.value));
  }
}

export interface ReplySettings {
  readonly format: MessageFormat;
  /** Whether results are checked against the schema before they are sent. */
  readonly checkReplies: boolean;
  readonly log: Log;
}

/**
 * The reply to a command that has run; undefined where the schema says that there is none. A result
 * that does not fit the schema, or that is no JSON, is a fault of the handler: the client gets an
 * internal error and the log gets the reason.
 */
export function printResult(
  command: CommandTable,
  result: unknown,
  request: Request,
  settings: ReplySettings,
): string | undefined {
  if (command.successResponse === false) return undefined;
  const { id } = request;
  const { format, checkReplies } = settings;
  try {
    if (result instanceof FixedResult) return printFixed(result, request, format);
    if (command.returns === undefined) return printSuccess(undefined, id, format);
    if (checkReplies) checkReturn(command, result);
    return printSuccess(result, id, format);
  } catch (error) {
    settings.log('error', `command ${command.name}: bad result: ${describe(error)}`);
    const desc = `internal error: the result of '${command.name}' does not fit the schema`;
    return printError({ class: 'GenericError', desc }, id, format);
  }
}

/** The reply to a command that has failed, or that was refused. */
export function printFailure(error: unknown, request: Request, settings: ReplySettings): string {
  const { id, command } = request;
  if (QmpError.is(error)) return printError(error, id, settings.format);
  settings.log('error', `command ${command} failed: ${describeWithStack(error)}`);
  return printError({ class: 'GenericError', desc: describe(error) }, id, settings.format);
}

/** Turns what `decode` throws about wrong arguments into the error of the protocol. */
export function refuseArguments<T>(decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    if (ValidationError.is(error)) throw new QmpError('GenericError', error.message);
    throw error;
  }
}

export function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function describeWithStack(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function printFixed(result: FixedResult, { id }: Request, format: MessageFormat): string {
  if (format.pretty === true) return printSuccess(result.value, id, format);
  const idMember = id === undefined ? '' : `, "id": ${printValue(id)}`;
  return `{"return": ${result.text}${idMember}}${format.lineEnd ?? '\r\n'}`;
}
