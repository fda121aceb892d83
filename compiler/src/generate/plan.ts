import { posix } from 'node:path';
import type { Host } from '../host/host.js';
import { MANIFEST, printManifest, readManifest } from './manifest.js';

/** A generated file: its path below the output directory, and its text. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** What a run does to one file. */
export interface FileChange {
  readonly path: string;
  /** Undefined where the file is new. */
  readonly before: string | undefined;
  /** Undefined where the file goes away. */
  readonly after: string | undefined;
}

/** Compares what was generated with what is there. Files that stay as they are do not occur. */
export function planChanges(
  files: readonly GeneratedFile[],
  out: string,
  host: Host,
): readonly FileChange[] {
  const manifest = { path: MANIFEST, text: printManifest(files.map(({ path }) => path)) };
  const wanted = [...files, manifest];
  const paths = new Set(wanted.map(({ path }) => path));
  const stale = readManifest(out, host).filter((path) => !paths.has(path));
  const changes: FileChange[] = [];
  for (const { path, text } of wanted) {
    const target = posix.join(out, path);
    const before = readText(target, host);
    if (before !== text) changes.push({ path: target, before, after: text });
  }
  for (const path of stale) {
    const target = posix.join(out, path);
    const before = readText(target, host);
    if (before !== undefined) changes.push({ path: target, before, after: undefined });
  }
  return changes;
}

export function applyChanges(changes: readonly FileChange[], host: Host): void {
  for (const { path, after } of changes) {
    if (after === undefined) host.remove(path);
    else host.write(path, after);
  }
}

function readText(path: string, host: Host): string | undefined {
  const read = host.read(path);
  return read.ok ? new TextDecoder().decode(read.bytes) : undefined;
}
