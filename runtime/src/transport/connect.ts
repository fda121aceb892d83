import { createConnection, type Socket } from 'node:net';
import { formatHostPort, socketTransport } from './node-socket.js';
import type { Address, Transport } from './transport.js';
import { checkSocketPath } from './unix-path.js';

/**
 * Connects to a unix socket or a TCP port. `host` is `localhost` where it is not given.
 *
 * @throws an `Error` with the system's `code` (`ENOENT`, `ECONNREFUSED`, ...) where nobody answers;
 * the reason of `signal` when that aborts first.
 */
export async function openTransport(
  address: Address,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<Transport> {
  const { signal } = options;
  signal?.throwIfAborted();
  const peer = describeAddress(address);
  const socket = createSocket(address);
  const transport = socketTransport(socket, peer);
  try {
    await waitForConnection(socket, signal);
  } catch (error) {
    transport.destroy();
    if (signal?.aborted === true) throw signal.reason;
    throw explainFailure(peer, error as NodeJS.ErrnoException);
  }
  return transport;
}

function createSocket(address: Address): Socket {
  if ('path' in address) {
    checkSocketPath(address.path);
    return createConnection({ path: address.path, allowHalfOpen: true });
  }
  const { host = 'localhost', port } = address;
  return createConnection({ host, port, allowHalfOpen: true, noDelay: true, keepAlive: true });
}

function describeAddress(address: Address): string {
  return 'path' in address
    ? address.path
    : formatHostPort(address.host ?? 'localhost', address.port);
}

function waitForConnection(socket: Socket, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error): void => {
      socket.off('connect', settle).off('error', settle);
      signal?.removeEventListener('abort', onAbort);
      if (error === undefined) resolve();
      else reject(error);
    };
    const onAbort = (): void => {
      settle(new Error('aborted'));
    };
    socket.on('connect', settle).on('error', settle);
    signal?.addEventListener('abort', onAbort);
  });
}

const HINTS = new Map([
  ['ENOENT', 'there is no such socket; is the server running?'],
  ['ECONNREFUSED', 'nobody listens there; is the server running?'],
  ['EAGAIN', 'its queue of waiting connections is full; is another client connected?'],
  ['EACCES', 'permission denied; the socket belongs to another user'],
  ['ENOTFOUND', 'the host name is unknown'],
]);

function explainFailure(peer: string, cause: NodeJS.ErrnoException): Error {
  const code = cause.code ?? 'unknown error';
  const hint = HINTS.get(code) ?? cause.message;
  return Object.assign(new Error(`cannot connect to ${peer}: ${hint} (${code})`, { cause }), {
    code,
  });
}
