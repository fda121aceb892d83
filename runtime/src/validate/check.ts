import type { CommandTable, EventTable, ObjectTable } from '../abi/tables.js';
import { jsonTypeOf } from './json-type.js';
import { Linker } from './linker.js';
import { refuseType } from './reader.js';
import { checkAny, checkInteger, checkNumber } from './sent-number.js';
import { NO_MEMBERS, strictRules } from './strict-rules.js';

const NOTHING = {};

const linker = new Linker(
  strictRules({ integer: checkInteger, number: checkNumber, any: checkAny, copies: false }),
);

/**
 * Checks what a handler returns. `undefined` and `{}` are both no result; members that are `undefined`
 * count as absent. Nothing is checked for a command with `'gen': false`.
 *
 * @throws ValidationError at the first fault
 */
export function checkReturn(command: CommandTable, value: unknown): void {
  if (command.gen === false) return;
  if (command.returns === undefined) checkObject(NO_MEMBERS, value);
  else linker.link(command.returns)(value, [], 0);
}

/**
 * Checks what a server emits.
 *
 * @throws ValidationError at the first fault
 */
export function checkEventData(event: EventTable, data: unknown): void {
  checkObject(event.data?.() ?? NO_MEMBERS, data);
}

/**
 * Checks what a client is about to send, so that mistakes are told before the wire. `undefined` stands
 * for no arguments. With `'gen': false` any object passes.
 *
 * @throws ValidationError at the first fault
 */
export function checkArguments(command: CommandTable, args: unknown): void {
  if (command.gen !== false) checkObject(command.arguments?.() ?? NO_MEMBERS, args);
  else if (args !== undefined && jsonTypeOf(args) !== 'object')
    refuseType([], 0, 'an object', args);
}

function checkObject(table: ObjectTable, value: unknown): void {
  linker.linkDefined(table)(value === undefined ? NOTHING : value, [], 0);
}
