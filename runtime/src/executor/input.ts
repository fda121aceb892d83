import type { Transport } from '../transport/transport.js';
import type { WireLimits } from '../wire/limits.js';
import { WireParser, type ParsedItem } from '../wire/parser.js';
import { RETAINED_HIGH, TURN_BYTES, TURN_MS, TURN_VALUES } from './settings.js';

/** What the input of a session asks of the session. */
export interface InputOwner {
  mayParse(): boolean;
  onItem(item: ParsedItem): void;
  /** Everything was parsed and no more will come. Called again whenever the input is advanced. */
  onInputEnd(): void;
}

/**
 * The input of a session: parses one message at a time, and only as long as the owner agrees. What is
 * not parsed is kept, and the transport is paused when that becomes much. The end of the input has its
 * place in the stream like a message: it is seen when all before it has been parsed.
 */
export class Input {
  readonly #transport: Transport;
  readonly #parser: WireParser;
  readonly #owner: InputOwner;
  /** The parser needs more bytes. */
  #starved = true;
  #ended = false;
  #parsing = false;
  /** Waits for its next turn. */
  #yielding = false;
  #reading = true;

  constructor(transport: Transport, limits: Partial<WireLimits>, owner: InputOwner) {
    this.#transport = transport;
    this.#parser = new WireParser(limits);
    this.#owner = owner;
  }

  push(chunk: Uint8Array): void {
    this.#parser.push(chunk);
    this.#starved = false;
    this.advance();
  }

  end(): void {
    this.#ended = true;
    this.advance();
  }

  /** Goes on where it stopped. To be called after everything that may turn `mayParse` true. */
  advance(): void {
    if (this.#parsing || this.#yielding) return;
    this.#parsing = true;
    this.#parse();
    this.#parsing = false;
    if (this.#starved && this.#ended && this.#owner.mayParse()) this.#owner.onInputEnd();
    this.#setReading(this.#starved || this.#parser.retainedBytes < RETAINED_HIGH);
  }

  /** Forgets what was not parsed. */
  discard(): void {
    this.#parser.reset();
    this.#starved = true;
    this.#setReading(true);
  }

  #parse(): void {
    if (this.#starved) return;
    const parser = this.#parser;
    const lastBytes = parser.retainedBytes - TURN_BYTES;
    const end = performance.now() + TURN_MS;
    for (let values = 0; !this.#starved && this.#owner.mayParse(); values++) {
      if (
        values === TURN_VALUES ||
        (values > 0 && (parser.retainedBytes <= lastBytes || performance.now() >= end))
      ) {
        this.#yield();
        return;
      }
      const item = parser.next();
      if (item === undefined) this.#starved = true;
      else this.#owner.onItem(item);
    }
  }

  #yield(): void {
    this.#yielding = true;
    setImmediate(() => {
      this.#yielding = false;
      this.advance();
    });
  }

  #setReading(reading: boolean): void {
    if (this.#reading === reading) return;
    this.#reading = reading;
    if (reading) this.#transport.resume();
    else this.#transport.pause();
  }
}
