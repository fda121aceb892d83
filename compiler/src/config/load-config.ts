import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Config } from './config.js';
import { ConfigError, validateConfig } from './validate-config.js';

const NAMES = [
  'qapi.config.ts',
  'qapi.config.mts',
  'qapi.config.js',
  'qapi.config.mjs',
  'qapi.config.json',
];

export interface LoadedConfig {
  readonly config: Config;
  /** The directory of the file: its paths are relative to it. */
  readonly directory: string;
}

/**
 * Loads the configuration from `file`, or from the first of the usual names in `directory`.
 *
 * @throws ConfigError where there is none, or where it is not valid.
 */
export async function loadConfig(directory: string, file?: string): Promise<LoadedConfig> {
  const path = findConfig(directory, file);
  // Loading TypeScript takes longer than compiling a schema: only where there is a configuration.
  const { createJiti } = await import('jiti');
  let value: unknown;
  try {
    value = await createJiti(path).import(path, { default: true });
  } catch (error) {
    throw new ConfigError(`${path}: cannot be loaded: ${String(error)}`, { cause: error });
  }
  return { config: validateConfig(value, path), directory: dirname(path) };
}

function findConfig(directory: string, file: string | undefined): string {
  if (file !== undefined) {
    const path = resolve(directory, file);
    if (existsSync(path)) return path;
    throw new ConfigError(`there is no configuration file '${file}'`);
  }
  const found = NAMES.map((name) => resolve(directory, name)).find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new ConfigError(
    `no schema given, and no configuration here: write ${NAMES[0] ?? ''}, or 'qapi generate SCHEMA --out DIR'`,
  );
}
