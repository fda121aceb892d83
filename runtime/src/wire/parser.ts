import { Fault } from './fault.js';
import { Lexer } from './lexer.js';
import type { Token } from './lexical-grammar.js';
import { DEFAULT_LIMITS, type WireLimits } from './limits.js';
import { PlainReader } from './plain-reader.js';
import { quote } from './quote.js';
import type { WireValue } from './value.js';
import { ValueBuilder } from './value-builder.js';

/** One message of the stream: a value, or the description of what made it unreadable. */
export type ParsedItem =
  | { readonly kind: 'value'; readonly value: WireValue }
  | { readonly kind: 'error'; readonly desc: string };

/**
 * Finds and reads the JSON values in a stream of bytes, wherever the stream was cut (wire.md 1 to 5).
 * The caller pulls one item at a time and so may pause between any two messages of a chunk.
 *
 * Errors are items: as many, and in the same order, as the reference implementation reports.
 */
export class WireParser {
  readonly #maxBytes: number;
  readonly #maxTokens: number;
  readonly #maxNesting: number;
  readonly #lexer: Lexer;
  readonly #plainReader = new PlainReader();
  readonly #builder = new ValueBuilder();

  // Of the message under way:
  #fault: Fault | undefined;
  #faultOffset = 0;
  #startOffset = 0;
  #tokens = 0;
  #bytes = 0;
  // Open brackets are counted by kind, not nested: `{"a":[1}` waits for a `]` (wire.md 4.1).
  #openObjects = 0;
  #openArrays = 0;

  constructor(limits: Partial<WireLimits> = {}) {
    this.#maxBytes = limits.tokenBytes ?? DEFAULT_LIMITS.tokenBytes;
    this.#maxTokens = limits.tokens ?? DEFAULT_LIMITS.tokens;
    this.#maxNesting = limits.nesting ?? DEFAULT_LIMITS.nesting;
    this.#lexer = new Lexer(this.#maxBytes);
  }

  /** Bytes that were pushed and are not parsed yet. */
  get retainedBytes(): number {
    return this.#lexer.retainedBytes;
  }

  /** Takes bytes in and parses nothing. The parser keeps the array: do not write to it afterwards. */
  push(chunk: Uint8Array): void {
    this.#lexer.push(chunk);
  }

  /** The next value or error; `undefined` if more bytes are needed to complete one. */
  next(): ParsedItem | undefined {
    if (this.#tokens === 0) {
      // Within these limits the plain way need not count: a token has at least one byte.
      const maxBytes = Math.min(this.#maxBytes, this.#maxTokens);
      const value = this.#lexer.readWhole(this.#plainReader, this.#maxNesting, maxBytes);
      if (value !== undefined) return { kind: 'value', value };
    }
    return this.#assemble();
  }

  #assemble(): ParsedItem | undefined {
    const lexer = this.#lexer;
    for (;;) {
      const token = lexer.next();
      if (token === undefined) return undefined;
      if (this.#tokens === 0) this.#startOffset = lexer.offset;
      const refusal = this.#refuse(token);
      if (refusal !== undefined) return this.#fail(refusal, lexer.offset);
      if (this.#fault === undefined) {
        const fault = this.#builder.add(token, lexer);
        if (fault !== undefined) this.#hold(fault);
      }
      // None is open, or one is negative: in both cases the message ends.
      if ((this.#openObjects | this.#openArrays) <= 0) return this.#finish();
    }
  }

  /** Forgets everything: the bytes, the message under way, and the state after an error. */
  reset(): void {
    this.#lexer.reset();
    this.#forgetMessage();
  }

  /** Counts a token, and tells why it cannot belong to a message (wire.md 4.2, 4.3). */
  #refuse(token: Token): Fault | undefined {
    if (token === 'invalid') return describeInvalid(this.#lexer);
    if (token === 'too long') return tooMany(this.#maxBytes, 'bytes of tokens');
    if (token === '{') this.#openObjects++;
    else if (token === '}') this.#openObjects--;
    else if (token === '[') this.#openArrays++;
    else if (token === ']') this.#openArrays--;
    this.#tokens++;
    this.#bytes += this.#lexer.end - this.#lexer.start;
    if (this.#bytes > this.#maxBytes) return tooMany(this.#maxBytes, 'bytes of tokens');
    if (this.#tokens > this.#maxTokens) return tooMany(this.#maxTokens, 'tokens');
    if (this.#openObjects + this.#openArrays > this.#maxNesting)
      return tooMany(this.#maxNesting, 'levels of nesting');
    return undefined;
  }

  /** Grammar errors are reported, the first one only, when the brackets balance (wire.md 4.2). */
  #hold(fault: Fault): void {
    this.#builder.reset();
    this.#fault = fault;
    this.#faultOffset = this.#lexer.offset;
  }

  #finish(): ParsedItem {
    if (this.#fault !== undefined) return this.#fail(this.#fault, this.#faultOffset);
    const value = this.#builder.take();
    this.#forgetTokens();
    return { kind: 'value', value };
  }

  #fail(fault: Fault, offset: number): ParsedItem {
    const byte = offset - this.#startOffset + 1;
    this.#forgetMessage();
    return { kind: 'error', desc: `JSON error at byte ${byte} of the message: ${fault.desc}` };
  }

  #forgetMessage(): void {
    this.#builder.reset();
    this.#fault = undefined;
    this.#forgetTokens();
  }

  #forgetTokens(): void {
    this.#tokens = this.#bytes = 0;
    this.#openObjects = this.#openArrays = 0;
  }
}

function tooMany(limit: number, what: string): Fault {
  return new Fault(`a message may not have more than ${limit} ${what}`);
}

/** `lexer` stands behind the byte that does not fit. */
function describeInvalid({ bytes, start, end }: Lexer): Fault {
  const byte = describeByte(bytes[end - 1] ?? 0);
  if (end - start === 1) return new Fault(`no token begins with ${byte}`);
  const isString = bytes[start] === 0x22 || bytes[start] === 0x27;
  return new Fault(
    isString ? `a string cannot hold ${byte} as such` : `a number breaks off at ${byte}`,
  );
}

function describeByte(byte: number): string {
  if (byte > 0x20 && byte < 0x7f) return quote(String.fromCharCode(byte));
  return `the byte 0x${byte.toString(16).padStart(2, '0')}`;
}
