/** The error classes of QMP; everything without a class of its own is a `GenericError`. */
export type ErrorClass =
  'GenericError' | 'CommandNotFound' | 'DeviceNotFound' | 'DeviceNotActive' | 'KVMMissingCap';

/** A class as a peer names it: servers newer than this package may know more. */
export type AnyErrorClass = ErrorClass | (string & NonNullable<unknown>);

/** In the registry of symbols, so that copies of this package know each other's errors. */
const BRAND = Symbol.for('@qapi-ts/runtime/QmpError');

/**
 * An error of the protocol: thrown by a handler it becomes the error reply, and a client gets it for
 * an error reply. Tell it by {@link QmpError.is}, which also knows those of another copy of this
 * package, where `instanceof` fails.
 */
export class QmpError extends Error {
  static {
    Object.defineProperty(this.prototype, BRAND, { value: true });
  }

  override readonly name: string = 'QmpError';
  readonly class: AnyErrorClass;
  /** For people; programs go by `class`. */
  readonly desc: string;

  constructor(errorClass: AnyErrorClass, desc: string, options?: ErrorOptions) {
    super(desc, options);
    this.class = errorClass;
    this.desc = desc;
  }

  static is(value: unknown): value is QmpError {
    return typeof value === 'object' && value !== null && BRAND in value;
  }
}
