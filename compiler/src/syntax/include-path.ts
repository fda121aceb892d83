import { posix } from 'node:path';

/** The path of an included file: relative to the file with the directive, unless it is absolute. */
export function includePath(from: string, target: string): string {
  if (posix.isAbsolute(target)) return posix.normalize(target);
  return posix.join(posix.dirname(from), target);
}
