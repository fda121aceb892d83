import { NO_BYTES } from './bytes.js';
import { Fault } from './fault.js';
import { setMember } from './member.js';
import { readName } from './name-cache.js';
import { readInteger, SAFE_LENGTH } from './read-number.js';
import { readAscii, readText } from './read-string.js';
import type { WireObject, WireValue } from './value.js';

/** Deeper objects and arrays are left to the full parser, which needs no recursion. */
const MAX_DEPTH = 64;

/**
 * Reads the usual message about twice as fast as the full parser: an object that lies whole in one
 * chunk, with plain ASCII names, strings in double quotes, and integers of up to 15 digits. Gives up
 * on anything else, errors included, so that it never has to tell what is wrong.
 */
export class PlainReader {
  #bytes: Uint8Array = NO_BYTES;
  #position = 0;
  #depth = 0;

  /** Behind the object that was read. */
  get end(): number {
    return this.#position;
  }

  /** The object that begins at `start`, or `undefined` if the full parser has to look at it. */
  read(bytes: Uint8Array, start: number, maxDepth: number): WireObject | undefined {
    this.#bytes = bytes;
    this.#position = start;
    this.#depth = Math.min(maxDepth, MAX_DEPTH);
    const object = this.#skipSpace() === OPEN_OBJECT ? this.#readObject() : undefined;
    this.#bytes = NO_BYTES; // an idle connection holds no chunk
    return object;
  }

  #readValue(): WireValue | undefined {
    const byte = this.#skipSpace();
    switch (byte) {
      case QUOTE:
        return this.#readString();
      case OPEN_OBJECT:
        return this.#readObject();
      case OPEN_ARRAY:
        return this.#readArray();
      case SMALL_T:
        return this.#skip('true') ? true : undefined;
      case SMALL_F:
        return this.#skip('false') ? false : undefined;
      case SMALL_N:
        return this.#skip('null') ? null : undefined;
      default:
        return this.#readInteger();
    }
  }

  #readObject(): WireObject | undefined {
    if (--this.#depth < 0) return undefined;
    const object: Record<string, WireValue> = {};
    this.#position++;
    if (this.#skipSpace() === CLOSE_OBJECT) return this.#close(object);
    for (;;) {
      if (this.#skipSpace() !== QUOTE) return undefined;
      const name = this.#readName();
      if (name === undefined || Object.hasOwn(object, name)) return undefined;
      if (this.#skipSpace() !== COLON) return undefined;
      this.#position++;
      const value = this.#readValue();
      if (value === undefined) return undefined;
      setMember(object, name, value);
      const byte = this.#skipSpace();
      if (byte === CLOSE_OBJECT) return this.#close(object);
      if (byte !== COMMA) return undefined;
      this.#position++;
    }
  }

  #readArray(): WireValue[] | undefined {
    if (--this.#depth < 0) return undefined;
    const array: WireValue[] = [];
    this.#position++;
    if (this.#skipSpace() === CLOSE_ARRAY) return this.#close(array);
    for (;;) {
      const value = this.#readValue();
      if (value === undefined) return undefined;
      array.push(value);
      const byte = this.#skipSpace();
      if (byte === CLOSE_ARRAY) return this.#close(array);
      if (byte !== COMMA) return undefined;
      this.#position++;
    }
  }

  #close<T>(container: T): T {
    this.#position++;
    this.#depth++;
    return container;
  }

  #readInteger(): WireValue | undefined {
    const bytes = this.#bytes;
    const start = this.#position;
    const first = bytes[start] === MINUS ? start + 1 : start;
    let end = first;
    while (isDigit(byteAt(bytes, end))) end++;
    const digits = end - first;
    const isZeroLed = digits > 1 && byteAt(bytes, first) === ZERO;
    if (digits === 0 || end - start > SAFE_LENGTH || isZeroLed) return undefined;
    this.#position = end;
    return readInteger(bytes, start, end);
  }

  #readString(): string | undefined {
    const start = this.#position + 1;
    if (this.#skipPlainText()) return readAscii(this.#bytes, start, this.#position - 1);
    if (!this.#skipText()) return undefined;
    const text = readText(this.#bytes, start, this.#position - 1);
    return text instanceof Fault ? undefined : text;
  }

  #readName(): string | undefined {
    const start = this.#position + 1;
    return this.#skipPlainText() ? readName(this.#bytes, start, this.#position - 1) : undefined;
  }

  /** Moves from the opening quote behind the closing one, if there is but plain text between. */
  #skipPlainText(): boolean {
    const bytes = this.#bytes;
    let position = this.#position + 1;
    let byte = byteAt(bytes, position);
    while (byte !== QUOTE) {
      if (byte < 0x20 || byte > 0x7f || byte === BACKSLASH) return false;
      byte = byteAt(bytes, ++position);
    }
    this.#position = position + 1;
    return true;
  }

  /** As {@link #skipPlainText}, for text with escapes or bytes beyond ASCII. */
  #skipText(): boolean {
    const bytes = this.#bytes;
    let position = this.#position + 1;
    let byte = byteAt(bytes, position);
    while (byte !== QUOTE) {
      if (byte === BACKSLASH) byte = byteAt(bytes, ++position);
      if (byte < 0x20 || byte > 0xfd) return false;
      byte = byteAt(bytes, ++position);
    }
    this.#position = position + 1;
    return true;
  }

  #skip(word: string): boolean {
    for (let i = 0; i < word.length; i++) {
      if (byteAt(this.#bytes, this.#position + i) !== word.charCodeAt(i)) return false;
    }
    this.#position += word.length;
    return true;
  }

  /** Moves to the next byte that is not white space, and returns it. */
  #skipSpace(): number {
    let byte = byteAt(this.#bytes, this.#position);
    while (byte === 0x20 || (byte <= 0x0d && (byte === 0x0a || byte === 0x0d || byte === 0x09))) {
      byte = byteAt(this.#bytes, ++this.#position);
    }
    return byte;
  }
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const SMALL_F = 0x66;
const SMALL_N = 0x6e;
const SMALL_T = 0x74;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** The byte; behind the end, NUL, which no plain message has. */
function byteAt(bytes: Uint8Array, index: number): number {
  return index < bytes.length ? (bytes[index] ?? 0) : 0;
}
