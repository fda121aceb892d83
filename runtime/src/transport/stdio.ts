import type { Readable, Writable } from 'node:stream';
import { StreamTransport } from './stream-transport.js';
import type { Transport } from './transport.js';

/**
 * The standard input and output of this process. Node never closes descriptor 1 before the process
 * ends: after `end` the peer sees the end of the stream when the process exits. Nothing else may write
 * to the standard output meanwhile; `console.error` is free.
 */
export function stdio(): Transport {
  return streamTransport(process.stdin, process.stdout, 'stdio');
}

/** A transport over any pair of byte streams, for example those of a child process. */
export function streamTransport(input: Readable, output: Writable, peer = 'stream'): Transport {
  return new StreamTransport(input, output, peer);
}
