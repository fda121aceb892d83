import { Fault } from './fault.js';
import { hasRefusedCharacter } from './text.js';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Below this length a string is faster built by hand than decoded. */
const SHORT = 12;

/** The text of bytes that are all ASCII. */
export function readAscii(bytes: Uint8Array, start: number, end: number): string {
  if (end - start >= SHORT) return decoder.decode(bytes.subarray(start, end));
  let text = '';
  let i = start;
  for (; i + 4 <= end; i += 4) {
    text += String.fromCharCode(
      byteAt(bytes, i),
      byteAt(bytes, i + 1),
      byteAt(bytes, i + 2),
      byteAt(bytes, i + 3),
    );
  }
  for (; i < end; i++) text += String.fromCharCode(byteAt(bytes, i));
  return text;
}

/** Where short strings are unescaped. */
const scratch = new Uint8Array(1024);

/**
 * The text of a string with escapes or bytes beyond ASCII, given without its quotes (wire.md 5.3 to
 * 5.6). Escapes are first replaced by the UTF-8 they stand for, which is never longer, so that one
 * decoding checks and reads the whole.
 */
export function readText(bytes: Uint8Array, start: number, end: number): string | Fault {
  const plain = end - start <= scratch.length ? scratch : new Uint8Array(end - start);
  let length = 0;
  for (let i = start; i < end;) {
    const byte = byteAt(bytes, i);
    if (byte === 0xc0 && byteAt(bytes, i + 1) === 0x80 && i + 1 < end) {
      plain[length++] = 0; // the only overlong form that QMP takes
      i += 2;
    } else if (byte !== BACKSLASH) {
      plain[length++] = byte;
      i++;
    } else if (byteAt(bytes, i + 1) === SMALL_U) {
      const first = readHex(bytes, i + 2, end);
      if (first === undefined) return new Fault('\\u needs four hexadecimal digits');
      i += 6;
      let codePoint = first;
      if (isHighSurrogate(first) && bytes[i] === BACKSLASH && bytes[i + 1] === SMALL_U) {
        const second = readHex(bytes, i + 2, end) ?? 0;
        if (isLowSurrogate(second)) {
          codePoint = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
          i += 6;
        }
      }
      if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
        return new Fault('a surrogate escape stands without its other half');
      }
      length = writeUtf8(plain, length, codePoint);
    } else {
      const unescaped = byteAt(ESCAPES, byteAt(bytes, i + 1));
      if (unescaped === 0) {
        return new Fault(
          'a string has an escape other than \\" \\\' \\\\ \\/ \\b \\f \\n \\r \\t \\u',
        );
      }
      plain[length++] = unescaped;
      i += 2;
    }
  }
  return decode(plain.subarray(0, length));
}

function decode(bytes: Uint8Array): string | Fault {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return new Fault('a string is not well-formed UTF-8');
  }
  return hasRefusedCharacter(text) ? new Fault('a string has a noncharacter') : text;
}

const BACKSLASH = 0x5c;
const SMALL_U = 0x75;

/** By the byte behind the backslash: the byte that is meant, or 0. */
const ESCAPES = new Uint8Array(256);
for (const pair of ['""', "''", '\\\\', '//', 'b\b', 'f\f', 'n\n', 'r\r', 't\t']) {
  ESCAPES[pair.charCodeAt(0)] = pair.charCodeAt(1);
}

/** The number that four hexadecimal digits stand for. */
function readHex(bytes: Uint8Array, start: number, end: number): number | undefined {
  if (start + 4 > end) return undefined;
  let value = 0;
  for (let i = start; i < start + 4; i++) {
    const digit = hexDigit(byteAt(bytes, i));
    if (digit === undefined) return undefined;
    value = value * 16 + digit;
  }
  return value;
}

function hexDigit(byte: number): number | undefined {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : undefined;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Writes one code point and returns where the next one goes. */
function writeUtf8(target: Uint8Array, at: number, codePoint: number): number {
  if (codePoint < 0x80) {
    target[at] = codePoint;
    return at + 1;
  }
  const following = codePoint < 0x800 ? 1 : codePoint < 0x10000 ? 2 : 3;
  target[at] = (LEADING[following] ?? 0) | (codePoint >> (6 * following));
  for (let i = 1; i <= following; i++) {
    target[at + i] = 0x80 | ((codePoint >> (6 * (following - i))) & 0x3f);
  }
  return at + following + 1;
}

/** Mark of the first byte, by the number of bytes that follow it. */
const LEADING = [0, 0xc0, 0xe0, 0xf0];

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}
