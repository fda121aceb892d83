import type { CommandTable, EventTable, IntegerMode } from '../abi/tables.js';
import type { WireObject, WireValue } from '../wire/value.js';
import { Linker } from './linker.js';
import { readAny } from './received-any.js';
import { readIntegerStrictly, readNumberStrictly } from './received-number.js';
import { NO_MEMBERS, strictRules } from './strict-rules.js';
import { tolerantRules } from './tolerant-rules.js';

const NO_ARGUMENTS: WireObject = {};

const strict = perMode(
  (mode) =>
    new Linker(
      strictRules({
        integer: (name) => readIntegerStrictly(name, mode),
        number: readNumberStrictly,
        any: readAny,
        copies: true,
      }),
    ),
);

const tolerant = perMode((mode) => new Linker(tolerantRules(mode)));

function perMode<T>(make: (mode: IntegerMode) => T): Readonly<Record<IntegerMode, T>> {
  return { number: make('number'), mixed: make('mixed'), bigint: make('bigint') };
}

/**
 * Checks the arguments of a request as strictly as the schema says (wire.md 10), and makes of them a
 * fresh plain object for the handler. Arguments of a command with `'gen': false` are not checked.
 *
 * @throws ValidationError at the first fault: the members in schema order, those that are unexpected
 * last. Also for an integer beyond ±(2^53-1), if `integers` is `'number'`.
 */
export function decodeArguments(
  command: CommandTable,
  args: WireObject | undefined,
  integers: IntegerMode,
): Record<string, unknown> {
  const sent = args ?? NO_ARGUMENTS;
  if (command.gen === false) return readAny(sent) as Record<string, unknown>;
  const table = command.arguments?.() ?? NO_MEMBERS;
  return strict[integers].linkDefined(table)(sent, [], 0) as Record<string, unknown>;
}

/**
 * Makes plain JavaScript of the result of a command; `undefined` if the schema gives it none. What the
 * schema does not know passes as it is: the server may be of another version.
 *
 * @throws ValidationError for an integer beyond ±(2^53-1), if `integers` is `'number'`
 */
export function decodeReturn(
  command: CommandTable,
  value: WireValue,
  integers: IntegerMode,
): unknown {
  if (command.gen === false) return readAny(value);
  if (command.returns === undefined) return undefined;
  return tolerant[integers].link(command.returns)(value, [], 0);
}

/**
 * Makes plain JavaScript of the data of an event, as {@link decodeReturn} does of a result.
 *
 * @throws ValidationError for an integer beyond ±(2^53-1), if `integers` is `'number'`
 */
export function decodeEventData(
  event: EventTable,
  data: WireObject | undefined,
  integers: IntegerMode,
): unknown {
  if (event.data === undefined) return readAny(data);
  return tolerant[integers].linkDefined(event.data())(data, [], 0);
}
