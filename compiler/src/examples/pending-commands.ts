import type { Command } from '../schema/model.js';

/** A command that waits for its reply. */
export interface PendingCommand {
  /** Undefined where nobody knows which it is. */
  readonly command: Command | undefined;
  readonly isOutOfBand: boolean;
  /** The `id` as text. */
  readonly id: string | undefined;
}

/** No example sends more commands without showing a reply. */
const MAX_PENDING = 1000;

/** Finds out which command a reply answers. */
export class PendingCommands {
  readonly #commands: PendingCommand[] = [];
  /** Whether all that was sent is known. */
  #isComplete = true;
  #hasAny = false;

  add(command: PendingCommand): void {
    if (this.#commands.length === MAX_PENDING) this.lose();
    this.#commands.push(command);
    this.#hasAny = true;
  }

  /** Messages are left out, so that nothing is known of the next replies. */
  lose(): void {
    this.#commands.length = 0;
    this.#isComplete = false;
  }

  /**
   * The command that a reply answers: `unknown` if it cannot be told, `none` if none waits for a reply,
   * `unsent` if the example shows replies only.
   */
  take(id: string | undefined): PendingCommand | 'unknown' | 'none' | 'unsent' {
    if (this.#commands.length === 0) {
      if (!this.#isComplete) return 'unknown';
      return this.#hasAny ? 'none' : 'unsent';
    }
    const named = id === undefined ? -1 : this.#commands.findIndex((command) => command.id === id);
    // Without an id, replies to out-of-band commands may come in any order.
    const isOrdered =
      this.#commands.length === 1 || !this.#commands.some(({ isOutOfBand }) => isOutOfBand);
    if (named < 0 && !isOrdered) {
      this.lose();
      return 'unknown';
    }
    return this.#commands.splice(Math.max(named, 0), 1)[0] ?? 'unknown';
  }
}
