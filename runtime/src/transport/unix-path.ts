/** Bytes that the system's socket address has for a path, without the NUL at its end. */
const MAX_PATH_BYTES = process.platform === 'linux' ? 107 : 103;

/**
 * Refuses a path that does not fit into a socket address; the system would cut it silently.
 * `room` bytes beyond the path's own are wanted too.
 */
export function checkSocketPath(path: string, room = 0): void {
  const length = Buffer.byteLength(path);
  if (length > 0 && length + room <= MAX_PATH_BYTES) return;
  const problem =
    length === 0
      ? 'is empty'
      : `is too long: ${length} bytes, where the system allows ${MAX_PATH_BYTES - room}; choose a shorter one`;
  throw Object.assign(new Error(`the socket path '${path}' ${problem}`), {
    code: length === 0 ? 'EINVAL' : 'ENAMETOOLONG',
  });
}
