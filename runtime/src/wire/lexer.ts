import { ByteBuffer, ChunkQueue, NO_BYTES } from './bytes.js';
import {
  FIRST_OPEN_ENDED,
  FIRST_TOKEN,
  INVALID,
  RECOVERY,
  START,
  TOKENS,
  TRANSITIONS,
  type State,
  type Token,
} from './lexical-grammar.js';
import type { PlainReader } from './plain-reader.js';
import type { WireObject } from './value.js';

// V8 folds a module's own constants, but reads imported ones anew for every byte.
const transitions = TRANSITIONS;
const tokens = TOKENS;
const idle = START;
const lastBetween = RECOVERY;
const firstToken = FIRST_TOKEN;
const invalid = INVALID;
const firstOpenEnded = FIRST_OPEN_ENDED;

/** Turns chunks of bytes into tokens, wherever the chunks were cut. */
export class Lexer {
  readonly #maxLength: number;
  readonly #queue = new ChunkQueue();
  #chunk: Uint8Array = NO_BYTES;
  #position = 0;
  /** Of the first byte of the chunk, counted from the first byte ever pushed. */
  #chunkOffset = 0;
  #state = START;
  /** The bytes of the current token in earlier chunks. */
  readonly #carried = new ByteBuffer();
  #carriedOffset = 0;

  /** The last token is `bytes` from `start` to `end`, quotes included, until `next` is called again. */
  bytes: Uint8Array = NO_BYTES;
  start = 0;
  end = 0;

  /** `maxLength`: bytes that a single token may have. */
  constructor(maxLength: number) {
    this.#maxLength = maxLength;
  }

  get retainedBytes(): number {
    return this.#queue.byteLength + this.#chunk.length - this.#position;
  }

  /** Of the first byte of the last token, counted from the first byte ever pushed. */
  get offset(): number {
    return this.#carried.length > 0 ? this.#carriedOffset : this.#chunkOffset + this.start;
  }

  push(chunk: Uint8Array): void {
    if (chunk.length > 0) this.#queue.push(chunk);
  }

  reset(): void {
    this.#queue.clear();
    this.#carried.clear();
    this.#state = START;
    this.#advance();
  }

  /**
   * Lets `reader` take a whole object off the current chunk, where one begins next. Not for when
   * tokens of the message have been read.
   */
  readWhole(reader: PlainReader, maxDepth: number, maxBytes: number): WireObject | undefined {
    if (this.#state !== START) return undefined;
    if (this.#position === this.#chunk.length && !this.#advance()) return undefined;
    if (this.#chunk.length - this.#position > maxBytes) return undefined;
    const object = reader.read(this.#chunk, this.#position, maxDepth);
    if (object !== undefined) this.#position = reader.end;
    return object;
  }

  /** Reads up to the end of the next token; `undefined` if more bytes are needed. */
  next(): Token | undefined {
    for (;;) {
      const token = this.#state <= lastBetween ? this.#begin() : this.#resume();
      if (token !== undefined || !this.#advance()) return token;
    }
  }

  #advance(): boolean {
    const chunk = this.#queue.shift();
    this.#chunkOffset += this.#chunk.length;
    // An idle connection holds no chunk.
    this.#chunk = this.bytes = chunk ?? NO_BYTES;
    this.#position = 0;
    return chunk !== undefined;
  }

  #begin(): Token | undefined {
    const chunk = this.#chunk;
    if (this.#carried.length > 0) {
      this.#carried.clear();
      this.bytes = chunk;
    }
    let position = this.#position;
    let start = position;
    let state = this.#state;
    while (state <= lastBetween && position < chunk.length) {
      start = position;
      state = step(state, chunk, position++);
    }
    if (state <= lastBetween) {
      this.#position = position;
      this.#state = state;
      return undefined;
    }
    this.start = start;
    const stop = Math.min(chunk.length, start + this.#maxLength + 1);
    while (state < firstToken && position < stop) state = step(state, chunk, position++);
    if (state < firstToken) {
      this.#carriedOffset = this.#chunkOffset + start;
      return this.#carry(state, position);
    }
    return this.#finish(state, position);
  }

  #resume(): Token | undefined {
    const chunk = this.#chunk;
    const carried = this.#carried;
    let position = 0;
    let state = this.#state;
    const stop = Math.min(chunk.length, this.#maxLength + 1 - carried.length);
    while (state < firstToken && position < stop) state = step(state, chunk, position++);
    this.start = 0;
    if (state < firstToken) return this.#carry(state, position);
    const token = this.#finish(state, position);
    carried.append(chunk, 0, this.end);
    this.bytes = carried.bytes;
    this.end = carried.length;
    return token;
  }

  /** Leaves a token that the chunk does not complete. */
  #carry(state: State, position: number): Token | undefined {
    const length = this.#carried.length + position - this.start;
    const isTooLong = length > this.#maxLength;
    this.#position = position;
    this.#state = isTooLong ? START : state;
    if (isTooLong) return 'too long';
    this.#carried.append(this.#chunk, this.start, position);
    return undefined;
  }

  #finish(state: State, position: number): Token {
    const end = state >= firstOpenEnded ? position - 1 : position;
    this.#position = this.end = end;
    this.#state = state === invalid ? lastBetween : idle;
    return tokens[state - firstToken] ?? 'invalid';
  }
}

function step(state: State, bytes: Uint8Array, position: number): State {
  return transitions[(state << 8) | (bytes[position] ?? 0)] ?? invalid;
}
