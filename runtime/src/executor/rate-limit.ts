import type { EventMessage, EventStream } from './port.js';

/** Streams that may be limited at a time; events of further ones pass unlimited. */
const MAX_STREAMS = 10_000;

interface Window {
  /** The latest event that was held back. */
  kept: string | undefined;
  readonly timer: NodeJS.Timeout;
}

/**
 * Holds back events that come too often (wire.md 11.8): the first of a stream passes at once and opens a
 * window; of those that come within it the latest passes at its end, which opens the next window.
 */
export class RateLimiter {
  readonly #deliver: (text: string) => void;
  readonly #windows = new Map<string, Window>();

  constructor(deliver: (text: string) => void) {
    this.#deliver = deliver;
  }

  publish({ text, stream }: EventMessage): void {
    if (stream === undefined) {
      this.#deliver(text);
      return;
    }
    const open = this.#windows.get(stream.key);
    if (open !== undefined) {
      open.kept = text;
      return;
    }
    if (this.#windows.size < MAX_STREAMS) this.#openWindow(stream);
    this.#deliver(text);
  }

  /** Delivers what is held back, and forgets all windows. */
  flush(): void {
    const windows = [...this.#windows.values()];
    this.#windows.clear();
    for (const { timer, kept } of windows) {
      clearTimeout(timer);
      if (kept !== undefined) this.#deliver(kept);
    }
  }

  #openWindow(stream: EventStream): void {
    const timer = setTimeout(() => {
      this.#endWindow(stream);
    }, stream.intervalMs);
    timer.unref();
    this.#windows.set(stream.key, { kept: undefined, timer });
  }

  #endWindow(stream: EventStream): void {
    const kept = this.#windows.get(stream.key)?.kept;
    this.#windows.delete(stream.key);
    if (kept === undefined) return;
    this.#openWindow(stream);
    this.#deliver(kept);
  }
}
