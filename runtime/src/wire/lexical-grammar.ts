/**
 * The lexical grammar of QMP (wire.md 3) as a table: a state and a byte give the next state, or the
 * token that ends with this byte. A token may so be left and taken up again between any two bytes.
 */

/** A state of the lexer: between tokens, inside a token, or, from {@link FIRST_TOKEN}, at its end. */
export type State = number;

// Between tokens.
export const START: State = 0;
export const RECOVERY: State = 1;

// Inside a token.
const PLAIN: State = 2; // "..." without escapes or bytes beyond ASCII so far
const RICH: State = 3; // any other "..."
const RICH_ESCAPE: State = 4;
const SINGLE: State = 5; // '...'
const SINGLE_ESCAPE: State = 6;
const MINUS: State = 7;
const ZERO: State = 8;
const INTEGER: State = 9;
const POINT: State = 10;
const FRACTION: State = 11;
const EXPONENT: State = 12;
const EXPONENT_SIGN: State = 13;
const EXPONENT_DIGITS: State = 14;
const LETTERS: State = 15;

/** This state and those above it end a token: the one at the same place in {@link TOKENS}. */
export const FIRST_TOKEN: State = 16;

/**
 * What the lexer finds. A `plain string` has its bytes as its text; a `rich string` has escapes or
 * bytes beyond ASCII, or single quotes. A `decimal` is a number with a fraction or an exponent. At an
 * `invalid` token the last byte fits nowhere: a lexical error. `too long` is what the lexer makes of
 * a token that exceeds the limit; what follows it is read as a new token.
 */
export type Token =
  | 'invalid'
  | '{'
  | '}'
  | '['
  | ']'
  | ':'
  | ','
  | 'plain string'
  | 'rich string'
  | 'integer'
  | 'decimal'
  | 'keyword'
  | 'too long';

export const TOKENS: readonly Token[] = [
  'invalid',
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  'plain string',
  'rich string',
  // These end at a byte that is not theirs:
  'integer',
  'decimal',
  'keyword',
];

const at = (token: Token): State => FIRST_TOKEN + TOKENS.indexOf(token);

export const INVALID = at('invalid');
export const FIRST_OPEN_ENDED = at('integer');

/** By `state << 8 | byte`. */
export const TRANSITIONS = new Uint8Array(FIRST_TOKEN << 8).fill(INVALID);

type ByteSet = string | readonly [first: number, last: number];

const CONTENT: ByteSet = [0x20, 0xfd];
const CONTROL: ByteSet = [0x00, 0x1f];
const BEYOND_ASCII: ByteSet = [0x80, 0xfd];
const ILL: ByteSet = [0xfe, 0xff];
const ANY: ByteSet = [0x00, 0xff];
const SPACE = ' \t\n\r';
const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const STRUCTURE = '{}[]:,';

/** Later rules override earlier ones. */
function on(state: State, bytes: ByteSet, next: State): void {
  if (typeof bytes === 'string') {
    for (const char of bytes) TRANSITIONS[(state << 8) | char.charCodeAt(0)] = next;
  } else {
    TRANSITIONS.fill(next, (state << 8) | bytes[0], ((state << 8) | bytes[1]) + 1);
  }
}

on(START, SPACE, START);
for (const token of ['{', '}', '[', ']', ':', ','] as const) on(START, token, at(token));
on(START, '"', PLAIN);
on(START, "'", SINGLE);
on(START, '-', MINUS);
on(START, '0', ZERO);
on(START, '123456789', INTEGER);
on(START, LOWER, LETTERS);

on(PLAIN, CONTENT, PLAIN);
on(PLAIN, BEYOND_ASCII, RICH);
on(PLAIN, '\\', RICH_ESCAPE);
on(PLAIN, '"', at('plain string'));
on(RICH, CONTENT, RICH);
on(RICH, '\\', RICH_ESCAPE);
on(RICH, '"', at('rich string'));
on(RICH_ESCAPE, CONTENT, RICH);
on(SINGLE, CONTENT, SINGLE);
on(SINGLE, '\\', SINGLE_ESCAPE);
on(SINGLE, "'", at('rich string'));
on(SINGLE_ESCAPE, CONTENT, SINGLE);

on(MINUS, DIGITS, INTEGER);
on(MINUS, '0', ZERO);
// A zero may have a fraction but, unlike in RFC 8259, no exponent.
on(ZERO, ANY, at('integer'));
on(ZERO, DIGITS, INVALID);
on(ZERO, '.', POINT);
on(INTEGER, ANY, at('integer'));
on(INTEGER, DIGITS, INTEGER);
on(INTEGER, '.', POINT);
on(INTEGER, 'eE', EXPONENT);
on(POINT, DIGITS, FRACTION);
on(FRACTION, ANY, at('decimal'));
on(FRACTION, DIGITS, FRACTION);
on(FRACTION, 'eE', EXPONENT);
on(EXPONENT, '+-', EXPONENT_SIGN);
on(EXPONENT, DIGITS, EXPONENT_DIGITS);
on(EXPONENT_SIGN, DIGITS, EXPONENT_DIGITS);
on(EXPONENT_DIGITS, ANY, at('decimal'));
on(EXPONENT_DIGITS, DIGITS, EXPONENT_DIGITS);

on(LETTERS, ANY, at('keyword'));
on(LETTERS, LOWER, LETTERS);

// After a lexical error everything is skipped up to a byte that may begin a message anew.
on(RECOVERY, ANY, RECOVERY);
for (const bytes of [CONTROL, STRUCTURE, ILL]) {
  for (const byte of bytesOf(bytes)) on(RECOVERY, [byte, byte], TRANSITIONS[byte] ?? INVALID);
}
on(RECOVERY, '\t', RECOVERY);

function bytesOf(bytes: ByteSet): number[] {
  if (typeof bytes === 'string') return Array.from(bytes, (char) => char.charCodeAt(0));
  return Array.from({ length: bytes[1] - bytes[0] + 1 }, (_, index) => bytes[0] + index);
}
