import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { openTransport } from '../../runtime/src/transport/connect.js';
import { listen } from '../../runtime/src/transport/listen.js';
import { memoryPair } from '../../runtime/src/transport/memory.js';
import { streamTransport } from '../../runtime/src/transport/stdio.js';
import type { Address, Transport } from '../../runtime/src/transport/transport.js';

/** Two connected transports, by way of each implementation. */
export const pairs: readonly (readonly [string, () => Promise<[Transport, Transport]>])[] = [
  ['unix socket', () => inTemporaryDirectory((dir) => socketPair({ path: join(dir, 's') }))],
  ['TCP', () => socketPair({ port: 0 })],
  ['memory', () => Promise.resolve(memoryPair())],
  [
    'streams',
    () => {
      const [there, back] = [new PassThrough(), new PassThrough()];
      return Promise.resolve([streamTransport(back, there), streamTransport(there, back)]);
    },
  ],
];

export async function inTemporaryDirectory<T>(use: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'qapi-ts-'));
  try {
    return await use(dir);
  } finally {
    await rm(dir, { recursive: true });
  }
}

async function socketPair(address: Address): Promise<[Transport, Transport]> {
  let accept: (transport: Transport) => void = () => undefined;
  const accepted = new Promise<Transport>((resolve) => (accept = resolve));
  const listener = await listen(address, accept);
  const port = Number(/\d+$/.exec(listener.address)?.[0]);
  const near = await openTransport('path' in address ? address : { port });
  const far = await accepted;
  await listener.close();
  return [near, far];
}
