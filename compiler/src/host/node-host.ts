import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { Host, ReadResult } from './host.js';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'it is a directory',
  EACCES: 'permission denied',
  ELOOP: 'too many levels of symbolic links',
  ENOTDIR: 'a part of the path is not a directory',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many open files',
};

/** The file system. */
export class NodeHost implements Host {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  read(path: string): ReadResult {
    try {
      return { ok: true, bytes: readFileSync(this.absolute(path)) };
    } catch (error) {
      return { ok: false, reason: explain(error) };
    }
  }

  write(path: string, text: string): void {
    const absolute = this.absolute(path);
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(absolute, text);
  }

  remove(path: string): void {
    rmSync(this.absolute(path), { force: true });
  }

  absolute(path: string): string {
    return resolve(this.#directory, path).replaceAll(sep, '/');
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? error.message;
}
