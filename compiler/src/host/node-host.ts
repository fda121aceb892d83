import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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

/** Devices have no end, and no schema is that long. */
const MAX_MEBIBYTES = 64;
const CHUNK_BYTES = 65_536;

/** The file system. */
export class NodeHost implements Host {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  read(path: string): ReadResult {
    try {
      return { ok: true, bytes: readAll(this.absolute(path)) };
    } catch (error) {
      return { ok: false, reason: explain(error) };
    }
  }

  list(directory: string): readonly string[] {
    try {
      return readdirSync(this.absolute(directory), { withFileTypes: true })
        .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
        .toSorted();
    } catch {
      return [];
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

function readAll(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      const count = readSync(file, chunk);
      if (count === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, count));
      length += count;
      if (length > MAX_MEBIBYTES * 2 ** 20) throw new Error(`longer than ${MAX_MEBIBYTES} MiB`);
    }
  } finally {
    closeSync(file);
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? error.message;
}
