import { createServer, type AddressInfo, type ListenOptions, type Server } from 'node:net';
import { formatHostPort, socketTransport } from './node-socket.js';
import type { Address, Listener, Transport } from './transport.js';
import { publishSocket } from './unix-listen.js';

/**
 * Listens on a unix socket or a TCP port and hands over every connection.
 *
 * A unix socket is open to its owner only (mode 0600), at every moment. The file that a dead server left
 * behind is replaced; where a live server listens, or where the path is something else than a socket,
 * nothing is touched. TCP listens on `127.0.0.1` where no `host` is given; port 0 takes a free one.
 *
 * @param onError told of connections that could not be accepted, for example for want of descriptors.
 * @throws an `Error` with the system's `code`: `EADDRINUSE`, `EACCES`, `ENOENT`, `ENAMETOOLONG`, ...
 */
export async function listen(
  address: Address,
  onConnection: (transport: Transport) => void,
  onError?: (error: Error) => void,
): Promise<Listener> {
  const place = 'path' in address ? address.path : undefined;
  const server = createServer({ allowHalfOpen: true, noDelay: true, keepAlive: true }, (socket) => {
    onConnection(socketTransport(socket, place));
  });
  const listener =
    'path' in address
      ? await listenOnPath(server, address.path)
      : await listenOnPort(server, address.host ?? '127.0.0.1', address.port);
  server.on('error', (error) => onError?.(error));
  return listener;
}

async function listenOnPath(server: Server, path: string): Promise<Listener> {
  try {
    const remove = await publishSocket(path, (bindPath) => bind(server, { path: bindPath }));
    return new NodeListener(path, server, remove);
  } catch (error) {
    server.close();
    throw error;
  }
}

async function listenOnPort(server: Server, host: string, port: number): Promise<Listener> {
  try {
    await bind(server, { host, port });
  } catch (cause) {
    const { code = 'unknown error', message } = cause as NodeJS.ErrnoException;
    const problem = code === 'EADDRINUSE' ? 'the port is in use' : message;
    const text = `cannot listen on ${formatHostPort(host, port)}: ${problem} (${code})`;
    throw Object.assign(new Error(text, { cause }), { code });
  }
  const bound = server.address() as AddressInfo;
  return new NodeListener(formatHostPort(bound.address, bound.port), server, () =>
    Promise.resolve(),
  );
}

/** `exclusive`: a socket of this very process, also in a cluster worker. */
function bind(server: Server, options: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ ...options, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

class NodeListener implements Listener {
  readonly address: string;
  readonly #server: Server;
  readonly #remove: () => Promise<void>;
  #closed: Promise<void> | undefined;

  constructor(address: string, server: Server, remove: () => Promise<void>) {
    this.address = address;
    this.#server = server;
    this.#remove = remove;
  }

  close(): Promise<void> {
    // The descriptor is closed at once; the server's callback would wait for all connections.
    this.#server.close();
    return (this.#closed ??= this.#remove());
  }
}
