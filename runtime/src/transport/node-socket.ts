import type { Socket } from 'node:net';
import { StreamTransport } from './stream-transport.js';
import type { Transport } from './transport.js';

/**
 * The transport of a connected socket (`net.Socket`, `tls.TLSSocket`). Create the socket with
 * `allowHalfOpen: true` where input may end before output does. `peer` names the other end, for people.
 */
export function socketTransport(socket: Socket, peer: string = describePeer(socket)): Transport {
  return new StreamTransport(socket, socket, peer);
}

function describePeer(socket: Socket): string {
  return socket.remoteAddress === undefined || socket.remotePort === undefined
    ? 'unix socket'
    : formatHostPort(socket.remoteAddress, socket.remotePort);
}

/** `host:port`, with brackets around IPv6 addresses. */
export function formatHostPort(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
