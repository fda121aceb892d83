import { Fault } from './fault.js';
import type { Lexer } from './lexer.js';
import type { Token } from './lexical-grammar.js';
import { setMember } from './member.js';
import { readName } from './name-cache.js';
import { quote } from './quote.js';
import { readDecimal, readInteger } from './read-number.js';
import { readAscii, readText } from './read-string.js';
import type { WireValue } from './value.js';

// What the grammar expects next.
const VALUE = 0;
const VALUE_OR_END = 1;
const NAME = 2;
const NAME_OR_END = 3;
const MEMBER_COLON = 4;
const COMMA_OR_END = 5;

type ObjectUnderWay = Record<string, WireValue>;
type Container = ObjectUnderWay | WireValue[];

/** Builds one value from its tokens (wire.md 5). Keeps its own stack: depth costs no recursion. */
export class ValueBuilder {
  #expected = VALUE;
  #value: WireValue = null;
  #container: Container | undefined;
  readonly #outer: (Container | undefined)[] = [];
  #name = '';

  /** Takes the token that `lexer` read last. After a fault the builder is to be reset. */
  add(token: Token, lexer: Lexer): Fault | undefined {
    switch (this.#expected) {
      case VALUE:
        return this.#addValue(token, lexer);
      case VALUE_OR_END:
        return token === ']' ? this.#close() : this.#addValue(token, lexer);
      case NAME:
        return this.#addName(token, lexer);
      case NAME_OR_END:
        return token === '}' ? this.#close() : this.#addName(token, lexer);
      case MEMBER_COLON:
        if (token !== ':') return new Fault(`expected ':' after the member's name`);
        this.#expected = VALUE;
        return undefined;
      default:
        return this.#addCommaOrEnd(token);
    }
  }

  /** The value, which the tokens so far make complete; the builder is ready for the next one. */
  take(): WireValue {
    const value = this.#value;
    this.reset();
    return value;
  }

  reset(): void {
    this.#expected = VALUE;
    this.#value = null;
    this.#container = undefined;
    this.#outer.length = 0;
    this.#name = '';
  }

  #addValue(token: Token, lexer: Lexer): Fault | undefined {
    const { bytes, start, end } = lexer;
    switch (token) {
      case '{':
        return this.#open({}, NAME_OR_END);
      case '[':
        return this.#open([], VALUE_OR_END);
      case 'plain string':
        return this.#place(readAscii(bytes, start + 1, end - 1));
      case 'rich string':
        return this.#placeIfGood(readText(bytes, start + 1, end - 1));
      case 'integer':
        return this.#place(readInteger(bytes, start, end));
      case 'decimal':
        return this.#place(readDecimal(bytes, start, end));
      case 'keyword':
        return this.#placeIfGood(readKeyword(bytes, start, end));
      default:
        return new Fault('expected a value');
    }
  }

  #addName(token: Token, { bytes, start, end }: Lexer): Fault | undefined {
    const name =
      token === 'plain string'
        ? readName(bytes, start + 1, end - 1)
        : token === 'rich string'
          ? readText(bytes, start + 1, end - 1)
          : new Fault(`expected the name of a member`);
    if (name instanceof Fault) return name;
    if (Object.hasOwn(this.#container ?? {}, name)) {
      return new Fault(`the object has a second member ${quote(name)}`);
    }
    this.#name = name;
    this.#expected = MEMBER_COLON;
    return undefined;
  }

  #addCommaOrEnd(token: Token): Fault | undefined {
    const isArray = Array.isArray(this.#container);
    if (token === ',') {
      this.#expected = isArray ? VALUE : NAME;
      return undefined;
    }
    if (token === (isArray ? ']' : '}')) return this.#close();
    return new Fault(isArray ? `expected ',' or ']'` : `expected ',' or '}'`);
  }

  #open(container: Container, expected: number): Fault | undefined {
    this.#place(container);
    this.#outer.push(this.#container);
    this.#container = container;
    this.#expected = expected;
    return undefined;
  }

  #close(): Fault | undefined {
    this.#container = this.#outer.pop();
    this.#expected = COMMA_OR_END;
    return undefined;
  }

  #placeIfGood(value: WireValue | Fault): Fault | undefined {
    return value instanceof Fault ? value : this.#place(value);
  }

  #place(value: WireValue): undefined {
    const container = this.#container;
    if (container === undefined) this.#value = value;
    else if (Array.isArray(container)) container.push(value);
    else setMember(container, this.#name, value);
    this.#expected = COMMA_OR_END;
    return undefined;
  }
}

function readKeyword(bytes: Uint8Array, start: number, end: number): boolean | null | Fault {
  switch (end - start <= 5 ? readAscii(bytes, start, end) : '') {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'null':
      return null;
    default:
      return new Fault(`unknown keyword; there are true, false and null`);
  }
}
