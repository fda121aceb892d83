import { describePlace } from '../wire/quote.js';

/** In the registry of symbols, so that copies of this package know each other's errors. */
const BRAND = Symbol.for('@qapi-ts/runtime/ValidationError');

/** A value does not fit the schema. The message names the member and what is expected. */
export class ValidationError extends Error {
  static {
    Object.defineProperty(this.prototype, BRAND, { value: true });
  }

  override readonly name: string = 'ValidationError';
  /** The faulty member, such as `a.b[0].c`; empty for the value as a whole. */
  readonly path: string;

  /** `problem` continues a sentence that begins with the member, as in `must be a string`. */
  constructor(path: string, problem: string) {
    super(`${describePlace(path)} ${problem}`);
    this.path = path;
  }

  /** Knows those of another copy of this package, too. */
  static is(value: unknown): value is ValidationError {
    return typeof value === 'object' && value !== null && BRAND in value;
  }
}
