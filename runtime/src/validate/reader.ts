import { formatPath, type Path } from '../wire/path.js';
import { describeValue } from './json-type.js';
import { ValidationError } from './validation-error.js';

/**
 * What a type of the schema is linked to: takes a value and returns it as the user gets it.
 *
 * The first `depth` steps of `path` lead to the value. Readers write the further steps themselves and
 * never take them back, so that the way to a fault costs nothing until there is one.
 *
 * @throws ValidationError where the value does not fit the type
 */
export type Reader = (value: unknown, path: Path, depth: number) => unknown;

export function refuse(path: Path, depth: number, problem: string): never {
  throw new ValidationError(formatPath(path, depth), problem);
}

/** `expected` is a noun, as in `a string`. */
export function refuseType(path: Path, depth: number, expected: string, value: unknown): never {
  refuse(path, depth, `must be ${expected}, not ${describeValue(value)}`);
}
