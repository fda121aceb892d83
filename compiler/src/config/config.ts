import type { DocsMode } from '../diagnostic/session.js';
import type { IntegerMode } from '../emit/integer-mode.js';

/** One schema to generate code from. Paths are relative to the configuration file. */
export interface ConfigEntry {
  /** The root schema. */
  readonly schema: string;
  /** The directory to write to. */
  readonly out: string;
  /** The names that are defined; without it every `if` condition counts as true. */
  readonly define?: readonly string[];
  /** What 64-bit integers are: `number` (default), `mixed` (`number | bigint`) or `bigint`. */
  readonly integers?: IntegerMode;
  /** How problems of documentation count: `strict`, `warn` (default) or `off`. */
  readonly docs?: DocsMode;
  /** `prettier` formats the output with the prettier configuration that applies in `out`. */
  readonly format?: 'prettier';
}

export interface Config {
  readonly entries: readonly ConfigEntry[];
}

/** Types a configuration in `qapi.config.ts`. */
export function defineConfig(config: Config): Config {
  return config;
}
