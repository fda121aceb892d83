import { posix } from 'node:path';
import type { Host, ReadResult } from './host.js';

/** Files in memory, for tests and for editors with unsaved text. */
export class MemoryHost implements Host {
  readonly files = new Map<string, Uint8Array>();
  readonly #fallback: Host | undefined;

  /** @param fallback read where a file is not in memory. */
  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}, fallback?: Host) {
    this.#fallback = fallback;
    for (const [path, content] of Object.entries(files)) {
      this.files.set(
        this.absolute(path),
        typeof content === 'string' ? new TextEncoder().encode(content) : content,
      );
    }
  }

  read(path: string): ReadResult {
    const bytes = this.files.get(this.absolute(path));
    if (bytes !== undefined) return { ok: true, bytes };
    return this.#fallback?.read(path) ?? { ok: false, reason: 'no such file' };
  }

  list(directory: string): readonly string[] {
    const names = new Set(this.#fallback?.list(directory));
    const prefix = this.absolute(directory).replace(/\/*$/, '/');
    for (const path of this.files.keys()) {
      const [name, ...rest] = path.startsWith(prefix) ? path.slice(prefix.length).split('/') : [];
      if (name !== undefined) names.add(rest.length > 0 ? `${name}/` : name);
    }
    return [...names].toSorted();
  }

  write(path: string, text: string): void {
    this.files.set(this.absolute(path), new TextEncoder().encode(text));
  }

  remove(path: string): void {
    this.files.delete(this.absolute(path));
  }

  absolute(path: string): string {
    return this.#fallback?.absolute(path) ?? posix.resolve('/', path);
  }
}
