import { didYouMean } from '../diagnostic/suggest.js';

/** How many letters are compared with letters in one compilation: a fraction of a second. */
const BUDGET = 20_000_000;

/**
 * Makes suggestions while they are cheap. Each compares a name with every candidate of about its length, so
 * that a large schema full of mistakes would take for ever; and nobody reads the thousandth.
 */
export class Suggester {
  #left = BUDGET;

  didYouMean(name: string, candidates: readonly string[]): string | undefined {
    if (this.#left <= 0) return undefined;
    let letters = 0;
    for (const { length } of candidates) {
      if (Math.abs(length - name.length) <= name.length / 2) letters += length;
    }
    const cost = name.length * letters;
    this.#left -= candidates.length;
    if (cost > this.#left) return undefined;
    this.#left -= cost;
    return didYouMean(name, candidates);
  }
}
