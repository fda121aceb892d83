import { posix } from 'node:path';
import type { Host } from '../host/host.js';

/** The list of generated files, kept beside them, so that what is no longer generated can be removed. */
export const MANIFEST = 'qapi-manifest.json';

export function printManifest(paths: readonly string[]): string {
  return `${JSON.stringify({ files: paths.toSorted() }, null, 2)}\n`;
}

/** The files of the last run; none where there was none, or where its list cannot be read. */
export function readManifest(out: string, host: Host): readonly string[] {
  const read = host.read(posix.join(out, MANIFEST));
  if (!read.ok) return [];
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(read.bytes));
    if (typeof value !== 'object' || value === null || !('files' in value)) return [];
    return Array.isArray(value.files) ? value.files.filter(isInside) : [];
  } catch {
    return [];
  }
}

/** Nothing outside of the output directory is ever removed. */
function isInside(path: unknown): path is string {
  return (
    typeof path === 'string' && !posix.isAbsolute(path) && !posix.normalize(path).startsWith('..')
  );
}
