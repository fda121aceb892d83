import type { DiagnosticSession } from '../diagnostic/session.js';
import { JsonScanner } from './json-scanner.js';
import type { JsonMember, JsonValue } from './json-value.js';
import type { MessageText } from './split-messages.js';

const MAX_DEPTH = 200;
const SPACE = /\s*/y;
/** `...`, also with words as in `... more ...`. */
const ELISION = /(?:\.{3,}|\u2026)[^{}[\],"'\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const WORD = /(?:true|false|null)(?![\w-])/y;
/** Words where a message should be stand for any message. */
const WORDS = /[A-Za-z][^]*/y;
const PROSE = /[A-Za-z(.]/;

/** Reads the JSON of a message, and reports what is none. `...` may stand for anything. */
export class JsonReader {
  readonly #scanner: JsonScanner;
  readonly #session: DiagnosticSession;
  #depth = 0;

  constructor(message: MessageText, session: DiagnosticSession) {
    this.#scanner = new JsonScanner(message, session);
    this.#session = session;
  }

  /** The value; undefined where it cannot be read to its end. */
  read(): JsonValue | undefined {
    const scanner = this.#scanner;
    scanner.skip(SPACE);
    const start = scanner.index;
    if (scanner.skip(WORDS) !== '') return { kind: 'elision', span: scanner.spanFrom(start) };
    const value = this.#readValue();
    // What is cut off by a bracket too many would be missed in the value.
    return value !== undefined && this.#isAtEnd() ? value : undefined;
  }

  /** Whether the message ends here. Text may follow on lines of its own, to annotate it. */
  #isAtEnd(): boolean {
    const isNewLine = this.#scanner.skip(SPACE).includes('\n');
    if (this.#scanner.isAtEnd || (isNewLine && PROSE.test(this.#scanner.peek()))) return true;
    this.#scanner.fault('the end of the message');
    return false;
  }

  #readValue(): JsonValue | undefined {
    const scanner = this.#scanner;
    const start = scanner.index;
    const character = scanner.peek();
    switch (character) {
      case '{':
        return this.#nest(() => this.#readObject());
      case '[':
        return this.#nest(() => this.#readArray());
      case '"':
      case "'":
        return scanner.readString(character);
      default:
        break;
    }
    if (scanner.skip(ELISION) !== '') return { kind: 'elision', span: scanner.spanFrom(start) };
    const text = scanner.skip(NUMBER);
    if (text !== '') return { kind: 'number', span: scanner.spanFrom(start), text };
    const word = scanner.skip(WORD);
    const span = scanner.spanFrom(start);
    if (word === '') return scanner.fault('a value');
    return word === 'null'
      ? { kind: 'null', span }
      : { kind: 'boolean', span, value: word === 'true' };
  }

  #nest(read: () => JsonValue | undefined): JsonValue | undefined {
    if (this.#depth === MAX_DEPTH)
      return this.#scanner.fault(`at most ${MAX_DEPTH} nested brackets`);
    this.#depth += 1;
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #readObject(): JsonValue | undefined {
    const start = this.#scanner.index;
    const members = new Map<string, JsonMember>();
    const isElided = this.#readItems('}', () => {
      const member = this.#readMember();
      if (member === undefined) return undefined;
      const { key } = member;
      if (members.has(key.value)) {
        this.#session.report('example/duplicate-key', { span: key.span }, { key: key.value });
      } else members.set(key.value, member);
      return 'item';
    });
    if (isElided === undefined) return undefined;
    const span = this.#scanner.spanFrom(start);
    return isElided && members.size === 0
      ? { kind: 'elision', span }
      : { kind: 'object', span, members, isElided };
  }

  #readMember(): JsonMember | undefined {
    const scanner = this.#scanner;
    const quote = scanner.peek();
    if (quote !== '"' && quote !== "'") return scanner.fault('the name of a member in quotes');
    const key = scanner.readString(quote);
    if (key === undefined) return undefined;
    scanner.skip(SPACE);
    if (scanner.peek() !== ':') return scanner.fault("':'");
    scanner.advance();
    scanner.skip(SPACE);
    const value = this.#readValue();
    return value && { key, value };
  }

  #readArray(): JsonValue | undefined {
    const start = this.#scanner.index;
    const elements: JsonValue[] = [];
    const isElided = this.#readItems(']', () => {
      const element = this.#readValue();
      if (element === undefined) return undefined;
      elements.push(element);
      return element.kind === 'elision' ? 'elision' : 'item';
    });
    if (isElided === undefined) return undefined;
    const span = this.#scanner.spanFrom(start);
    return isElided && elements.length === 0
      ? { kind: 'elision', span }
      : { kind: 'array', span, elements };
  }

  /**
   * Reads what stands in brackets: items with commas between them, which do not matter next to `...`.
   *
   * @returns whether items are left out; undefined where the closing bracket was not reached
   */
  #readItems(
    close: '}' | ']',
    readItem: () => 'item' | 'elision' | undefined,
  ): boolean | undefined {
    const scanner = this.#scanner;
    scanner.advance();
    let isElided = false;
    let last: Last = 'bracket';
    for (;;) {
      scanner.skip(SPACE);
      const character = scanner.peek();
      if (character === close) {
        if (last === 'comma') scanner.fault(expectedAfter(last, close));
        scanner.advance();
        return isElided;
      }
      if (character === ',' && (last === 'item' || last === 'elision')) {
        scanner.advance();
        if (last === 'item') last = 'comma';
      } else if (scanner.skip(ELISION) !== '') {
        isElided = true;
        last = 'elision';
      } else {
        const isItem = (close === '}' ? /["']/ : /[\w"'{[-]/).test(character);
        if (!isItem || last === 'item') scanner.fault(expectedAfter(last, close));
        // Where only the comma is missing, reading can go on.
        const item = isItem ? readItem() : undefined;
        if (item === undefined) return undefined;
        last = item;
      }
    }
  }
}

/** What was read last inside brackets. */
type Last = 'bracket' | 'item' | 'comma' | 'elision';

function expectedAfter(last: Last, close: '}' | ']'): string {
  if (last === 'item' || last === 'elision') return `',' or '${close}'`;
  const item = close === '}' ? 'the name of a member in quotes' : 'a value';
  return last === 'comma' ? item : `${item} or '${close}'`;
}
