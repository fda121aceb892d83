import type { TopLevelItem } from './ast.js';
import { parse } from './grammar.gen.js';

/** Characters of text that a cache remembers: many times the largest schema. */
const MAX_CHARACTERS = 32 * 2 ** 20;

interface Entry {
  readonly text: string;
  readonly items: readonly TopLevelItem[];
}

/**
 * Remembers how files were parsed, so that compiling again parses only what has changed. The files that were
 * used last are kept.
 */
export class ParseCache {
  /** The one that was used last is the last one. */
  readonly #entries = new Map<string, Entry>();
  #characters = 0;

  /** The items of a file: the same ones as long as its text is the same. */
  parse(path: string, text: string): readonly TopLevelItem[] {
    const known = this.#entries.get(path);
    this.#forget(path);
    const entry = known?.text === text ? known : { text, items: parse(text) };
    this.#entries.set(path, entry);
    this.#characters += text.length;
    for (const oldest of this.#entries.keys()) {
      if (this.#characters <= MAX_CHARACTERS || oldest === path) break;
      this.#forget(oldest);
    }
    return entry.items;
  }

  #forget(path: string): void {
    this.#characters -= this.#entries.get(path)?.text.length ?? 0;
    this.#entries.delete(path);
  }
}
