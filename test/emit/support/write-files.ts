import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { EmittedFile } from '../../../compiler/src/emit/index.js';

/** A directory for modules that ends with the test. */
export function createDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'qapi-emit-'));
  onTestFinished(() => {
    rmSync(directory, { recursive: true, force: true });
  });
  writeFileSync(join(directory, 'package.json'), '{ "type": "module" }\n');
  return directory;
}

/** Writes files below a directory and returns their paths. */
export function writeFiles(directory: string, files: readonly EmittedFile[]): readonly string[] {
  return files.map(({ path, text }) => {
    const target = join(directory, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    return target;
  });
}
