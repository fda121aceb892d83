import { chmod, link, lstat, mkdtemp, rm, unlink } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { createConnection } from 'node:net';
import { dirname, join } from 'node:path';
import { checkSocketPath } from './unix-path.js';

/** What the private directory adds to the path of the directory that it is made in: `/.XXXXXX/s`. */
const PRIVATE_SUFFIX_BYTES = 10;

/**
 * Makes a unix socket appear at `path` that at no moment was open to anybody but its owner.
 *
 * The socket is bound inside a private directory, given its mode there, and then linked to its place.
 * (Setting the umask around `bind` would do on the main thread only, and would touch files that others
 * create at that moment.) Linking fails where a file exists, so no server takes another's place.
 *
 * @returns what removes the file, if it still is this one.
 */
export async function publishSocket(
  path: string,
  bind: (path: string) => Promise<void>,
): Promise<() => Promise<void>> {
  const directory = dirname(path);
  checkSocketPath(path);
  checkSocketPath(directory, PRIVATE_SUFFIX_BYTES);
  try {
    const privateDirectory = await mkdtemp(`${directory}/.`);
    try {
      const privatePath = join(privateDirectory, 's');
      await bind(privatePath);
      await chmod(privatePath, 0o600);
      const { ino } = await lstat(privatePath);
      await removeStaleSocket(path);
      await link(privatePath, path);
      return () => removeSocket(path, ino);
    } finally {
      await rm(privateDirectory, { recursive: true, force: true });
    }
  } catch (cause) {
    throw explainFailure(path, cause as NodeJS.ErrnoException);
  }
}

async function removeStaleSocket(path: string): Promise<void> {
  const found = await lstatIfPresent(path);
  if (found === undefined) return;
  if (!found.isSocket()) throw failure('EEXIST', 'there is a file that is not a socket; remove it');
  if (await hasListener(path)) throw failure('EADDRINUSE', 'another server listens there');
  await removeSocket(path, found.ino);
}

async function removeSocket(path: string, ino: number): Promise<void> {
  const found = await lstatIfPresent(path);
  if (found?.ino === ino) await unlink(path);
}

async function lstatIfPresent(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Nobody listens where the system refuses the connection; a full backlog is a sign of life. */
function hasListener(path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ path }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(false);
      else if (error.code === 'EAGAIN') resolve(true);
      else reject(error);
    });
  });
}

function failure(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

function explainFailure(path: string, cause: NodeJS.ErrnoException): Error {
  const code = cause.code ?? 'unknown error';
  const problem =
    code === 'EEXIST' && cause.syscall === 'link'
      ? 'another server took it at this moment'
      : code === 'ENOENT'
        ? `there is no directory ${dirname(path)}`
        : cause.message;
  return Object.assign(new Error(`cannot listen on ${path}: ${problem} (${code})`, { cause }), {
    code,
  });
}
