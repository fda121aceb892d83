/**
 * A JSON value as it stands on the wire, with nothing lost.
 *
 * Objects are plain objects whose own keys are the members (`__proto__` included): read them with
 * `Object.keys` and `Object.hasOwn`, never with `in`. Numbers come in three forms:
 *
 * - `number`: an integer literal within ±(2^53-1), or a double with a fraction whose shortest decimal
 *   form is the text that was sent. So an integral `number` always was an integer literal.
 * - `bigint`: any other integer literal of up to 1024 characters, except `-0`.
 * - {@link NumberLiteral}: any other literal, for example `1.0`, `1e2`, `1e400`, `-0`, `1.50`.
 */
export type WireValue =
  null | boolean | string | number | bigint | NumberLiteral | readonly WireValue[] | WireObject;

export interface WireObject {
  readonly [member: string]: WireValue;
}

/** A JSON number that no JavaScript number or bigint stands for exactly; kept as its text. */
export class NumberLiteral {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Whether a value is an object; arrays and number literals are none. */
export function isWireObject(value: WireValue | undefined): value is WireObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof NumberLiteral)
  );
}
