import type { DiagnosticSession } from '../diagnostic/session.js';
import type { Span } from '../source/span.js';
import { decodeString } from './json-string.js';
import type { JsonString } from './json-value.js';
import type { MessageText } from './split-messages.js';

/** What a message about something unexpected shows of it. */
const TOKEN = /[\w-]+|"[^"\n]*"|'[^'\n]*'/y;
/** What makes the end of a string that begins with the quote, or needs a look. */
const STRING_STOP = { '"': /["\\\n]/g, "'": /['\\\n]/g };

export type Quote = keyof typeof STRING_STOP;

/** Walks through the text of a message, and reports what does not belong there. */
export class JsonScanner {
  readonly #message: MessageText;
  readonly #text: string;
  readonly #session: DiagnosticSession;
  #index: number;

  constructor(message: MessageText, session: DiagnosticSession) {
    this.#message = message;
    this.#text = message.passage.text.slice(0, message.end);
    this.#session = session;
    this.#index = message.start;
  }

  get index(): number {
    return this.#index;
  }

  get isAtEnd(): boolean {
    return this.#index === this.#text.length;
  }

  /** The next character; empty at the end. */
  peek(): string {
    return this.#text.charAt(this.#index);
  }

  /** Moves behind the next character. */
  advance(): void {
    this.#index += 1;
  }

  /** Moves behind what the sticky pattern matches here, and returns that. */
  skip(pattern: RegExp): string {
    pattern.lastIndex = this.#index;
    const text = pattern.exec(this.#text)?.[0] ?? '';
    this.#index += text.length;
    return text;
  }

  readString(quote: Quote): JsonString | undefined {
    const start = this.#index;
    const end = this.#findStringEnd(quote);
    if (end === undefined) return undefined;
    this.#index = end;
    const { value, badEscape } = decodeString(this.#text.slice(start + 1, end - 1));
    if (badEscape !== undefined) {
      const at = start + 1 + badEscape.index;
      const found = `'${badEscape.text}'`;
      this.#report('an escape sequence of JSON', found, at, at + badEscape.text.length);
    }
    return { kind: 'string', span: this.spanFrom(start), value };
  }

  /** Where the string ends that begins here; undefined, and reported, where its line ends first. */
  #findStringEnd(quote: Quote): number | undefined {
    const stop = STRING_STOP[quote];
    stop.lastIndex = this.#index + 1;
    for (let match = stop.exec(this.#text); match !== null; match = stop.exec(this.#text)) {
      if (match[0] === quote) return match.index + 1;
      if (match[0] === '\n') break;
      // The character behind a backslash ends nothing, unless it is a line end.
      if (this.#text.charAt(stop.lastIndex) !== '\n') stop.lastIndex += 1;
    }
    const lineEnd = this.#text.indexOf('\n', this.#index);
    const end = lineEnd < 0 ? this.#text.length : lineEnd;
    this.#report('a closing quote', 'the end of the line', this.#index, end);
    return undefined;
  }

  /** Reports that something else was expected here. */
  fault(expected: string): undefined {
    const start = this.#index;
    if (this.isAtEnd) {
      const last = this.#text.trimEnd().length;
      this.#report(expected, 'the end of the message', last, last);
      return;
    }
    const token = this.skip(TOKEN) || this.peek();
    this.#index = start;
    this.#report(expected, describeToken(token), start, start + token.length);
  }

  /** From `start` to here. */
  spanFrom(start: number): Span {
    return this.#message.passage.spanOf(start, this.#index);
  }

  #report(expected: string, found: string, start: number, end: number): void {
    const span = this.#message.passage.spanOf(start, end);
    this.#session.report('example/syntax', { span }, { expected, found });
  }
}

function describeToken(token: string): string {
  if (token === "'") return 'a single quote';
  return /^["'].*["']$/.test(token) ? `the string ${token}` : `'${token}'`;
}
