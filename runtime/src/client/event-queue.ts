import type { ReceivedEvent } from './received-event.js';

/** Events that wait to be consumed. When it is full, the oldest is dropped and counted. */
export class EventQueue {
  readonly #limit: number;
  /** Consumed events leave empty slots before `#head`, which are removed many at a time. */
  #slots: (ReceivedEvent | undefined)[] = [];
  #head = 0;
  #missed = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  push(event: ReceivedEvent): void {
    this.#slots.push(event);
    if (this.#slots.length - this.#head <= this.#limit) return;
    this.#take();
    this.#missed += 1;
  }

  /** The oldest event. The first one behind a gap tells how many are missing. */
  shift(): ReceivedEvent | undefined {
    const event = this.#take();
    if (event === undefined || this.#missed === 0) return event;
    const missed = this.#missed;
    this.#missed = 0;
    return { ...event, missed };
  }

  clear(): void {
    this.#slots = [];
    this.#head = 0;
  }

  #take(): ReceivedEvent | undefined {
    const event = this.#slots[this.#head];
    if (event === undefined) return undefined;
    this.#slots[this.#head] = undefined;
    this.#head += 1;
    if (this.#head === this.#slots.length) this.clear();
    else if (this.#head > this.#limit) {
      this.#slots = this.#slots.slice(this.#head);
      this.#head = 0;
    }
    return event;
  }
}
