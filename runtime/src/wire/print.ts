import { DEFAULT_LIMITS } from './limits.js';
import { formatPath, type Path } from './path.js';
import { printNumber } from './print-number.js';
import { printString } from './print-string.js';
import { describePlace } from './quote.js';
import { NumberLiteral } from './value.js';

export interface PrintOptions {
  /** Every element on a line of its own, indented by four spaces a level. Default false. */
  readonly pretty?: boolean;
}

/** A value cannot be sent as JSON. The message names the member and the reason. */
export class PrintError extends Error {
  override readonly name: string = 'PrintError';
  /** The faulty member, such as `a.b[0].c`; empty for the whole. */
  readonly path: string;

  constructor(path: string, reason: string) {
    super(`${describePlace(path)} cannot be sent: ${reason}`);
    this.path = path;
  }
}

/**
 * The JSON text of a value, in ASCII (wire.md 11.2, 11.5). Members that are `undefined` are left out.
 *
 * Nothing is rounded: integers are printed to the last digit, `NumberLiteral` as its text, -0 as `-0`.
 *
 * @throws {@link PrintError} for what a reader would refuse or get changed: a number that is not
 * finite, `undefined` or a hole as an element, functions, symbols, objects that hold no plain data
 * (`Map`, `Date`, `Uint8Array`), surrogates without their other half, noncharacters, and more than
 * 1024 levels, which is also how cycles end.
 */
export function printValue(value: unknown, options: PrintOptions = {}): string {
  return new Printer(options.pretty ?? false).print(value, 0);
}

class Printer {
  readonly #pretty: boolean;
  readonly #path: Path = [];

  constructor(pretty: boolean) {
    this.#pretty = pretty;
  }

  print(value: unknown, depth: number): string {
    switch (typeof value) {
      case 'string':
        return printString(value) ?? this.#refuse(depth, 'its text is not valid Unicode');
      case 'number':
        return printNumber(value) ?? this.#refuse(depth, `it is ${value}`);
      case 'bigint':
        return value.toString();
      case 'boolean':
        return value ? 'true' : 'false';
      case 'object':
        return value === null ? 'null' : this.#printObject(value, depth);
      default:
        return this.#refuse(
          depth,
          `it is ${typeof value === 'undefined' ? '' : 'a '}${typeof value}`,
        );
    }
  }

  #printObject(value: object, depth: number): string {
    if (value instanceof NumberLiteral) return value.text;
    if (depth >= DEFAULT_LIMITS.nesting) {
      return this.#refuse(depth, 'it is in a cycle or nested too deep');
    }
    if (Array.isArray(value)) return this.#printArray(value, depth);
    return this.#printMembers(value as Record<string, unknown>, depth);
  }

  #printArray(array: readonly unknown[], depth: number): string {
    const { first, between, last } = this.#gaps(depth);
    let text = '[';
    for (let i = 0; i < array.length; i++) {
      this.#path[depth] = i;
      text += (i === 0 ? first : between) + this.print(array[i], depth + 1);
    }
    return text + last + ']';
  }

  #printMembers(object: Readonly<Record<string, unknown>>, depth: number): string {
    const builtin = findBuiltin(object);
    if (builtin !== undefined) return this.#refuse(depth, `it is an instance of ${builtin.name}`);
    const { first, between, last } = this.#gaps(depth);
    let text = '{';
    let gap = first;
    for (const name of Object.keys(object)) {
      const value = object[name];
      if (value === undefined) continue;
      this.#path[depth] = name;
      const label = printString(name) ?? this.#refuse(depth + 1, 'its name is not valid Unicode');
      text += gap + label + ': ' + this.print(value, depth + 1);
      gap = between;
    }
    return text + last + '}';
  }

  /** What stands before the first element, between two, and behind the last. */
  #gaps(depth: number): Gaps {
    if (!this.#pretty) return COMPACT;
    const outer = '\r\n' + '    '.repeat(depth);
    const inner = outer + '    ';
    return { first: inner, between: ',' + inner, last: outer };
  }

  #refuse(depth: number, reason: string): never {
    throw new PrintError(formatPath(this.#path, depth), reason);
  }
}

interface Gaps {
  readonly first: string;
  readonly between: string;
  readonly last: string;
}

const COMPACT: Gaps = { first: '', between: ', ', last: '' };

/** Classes whose instances are about something else than their own members. */
const BUILTINS = [Map, Set, Date, RegExp, Promise, ArrayBuffer, Error, String, Number, Boolean];
const TypedArray = Object.getPrototypeOf(Uint8Array) as {
  readonly name: string;
} & (new () => object);

function findBuiltin(object: object): { readonly name: string } | undefined {
  const prototype: unknown = Object.getPrototypeOf(object);
  // Instances of the user's own classes pass.
  if (prototype === Object.prototype || prototype === null) return undefined;
  return [TypedArray, ...BUILTINS].find((builtin) => object instanceof builtin);
}
