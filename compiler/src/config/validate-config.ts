import { didYouMean } from '../diagnostic/suggest.js';
import { INTEGER_MODES } from '../emit/integer-mode.js';
import type { Config, ConfigEntry } from './config.js';

/** A configuration that cannot be used: names the file and the key. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Check = (value: unknown) => string | undefined;

const isText: Check = (value) =>
  typeof value === 'string' && value !== '' ? undefined : 'must be a path';

const oneOf =
  (choices: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && choices.includes(value)
      ? undefined
      : `must be one of ${choices.map((choice) => `'${choice}'`).join(', ')}`;

const isNames: Check = (value) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')
    ? undefined
    : 'must be an array of names';

const KEYS: Readonly<Record<keyof ConfigEntry, Check>> = {
  schema: isText,
  out: isText,
  define: isNames,
  integers: oneOf(INTEGER_MODES),
  docs: oneOf(['strict', 'warn', 'off']),
  format: oneOf(['prettier']),
};

const REQUIRED = ['schema', 'out'] as const;

/**
 * Checks what a configuration file exports.
 *
 * @throws ConfigError naming the bad key.
 */
export function validateConfig(value: unknown, file: string): Config {
  const fail = (path: string, problem: string): never => {
    throw new ConfigError(`${file}: ${path} ${problem}`);
  };
  if (!isRecord(value)) return fail('the default export', 'must be an object with entries');
  rejectUnknown(value, ['entries'], '', fail);
  const { entries } = value;
  if (!Array.isArray(entries)) return fail('entries', 'must be an array');
  entries.forEach((entry: unknown, index) => {
    const path = `entries[${index}]`;
    if (!isRecord(entry)) return fail(path, 'must be an object');
    rejectUnknown(entry, Object.keys(KEYS), `${path}.`, fail);
    for (const key of REQUIRED) {
      if (!Object.hasOwn(entry, key)) fail(`${path}.${key}`, 'is missing');
    }
    for (const [key, check] of Object.entries(KEYS)) {
      const problem = entry[key] === undefined ? undefined : check(entry[key]);
      if (problem !== undefined) fail(`${path}.${key}`, problem);
    }
    return undefined;
  });
  return { entries: entries as readonly ConfigEntry[] };
}

function rejectUnknown(
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
  prefix: string,
  fail: (path: string, problem: string) => never,
): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const hint = didYouMean(key, known) ?? `known keys: ${known.join(', ')}`;
    fail(`${prefix}${key}`, `is not a known key; ${hint}`);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
