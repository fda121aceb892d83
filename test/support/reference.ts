import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Data of the reference implementation, kept beside the project because of its license. */
export const REFERENCE = fileURLToPath(new URL('../../../shared/reference/', import.meta.url));

const isPresent = existsSync(REFERENCE);

/** A group of tests that need the reference data. Without it they are skipped, but never silently in CI. */
export function describeReference(name: string, tests: () => void): void {
  if (!isPresent && process.env.CI !== undefined) {
    throw new Error(`${name}: there is no reference data at ${REFERENCE}`);
  }
  if (isPresent) describe(name, tests);
  else {
    console.warn(`SKIPPED, no reference data at ${REFERENCE}: ${name}`);
    // Not the tests themselves: they read the data when they are collected.
    describe.skip(name, () => {
      it('needs the reference data', () => {
        expect(isPresent).toBe(true);
      });
    });
  }
}

export function readReference(path: string): string {
  return readFileSync(`${REFERENCE}${path}`, 'utf8');
}

/** The caller knows what the file holds. */
export function readReferenceJson(path: string): unknown {
  return JSON.parse(readReference(path));
}
