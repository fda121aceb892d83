import { connect, isClientError, memoryPair, type Client } from '@qapi-ts/runtime/client';
import { expect, test } from 'vitest';
import { FakeServer } from './fake-server.js';
import { schema, type Commands, type Events } from './schema.js';

/** A session with a bit of everything, cut into steps; after each of them the connection may die. */
async function serveSteps(
  server: FakeServer,
  steps: number,
  connecting: Promise<unknown>,
): Promise<void> {
  const script: (() => Promise<void> | void)[] = [
    () => {
      server.emit('RESUME');
    },
    () => {
      server.send('{"QMP": {"version": {}, "capa');
    },
    () => {
      server.send('bilities": ["oob"]}}');
    },
    async () => {
      server.reply(await server.take());
      await connecting;
    },
    async () => {
      const [first, second] = await server.takeAll(9);
      if (first !== undefined) server.reply(first, 'one');
      if (second !== undefined) server.fail(second, 'two');
    },
    () => {
      server.emit('TICK', { n: 1 });
    },
    async () => {
      for (const request of await server.takeAll(1)) server.reply(request);
    },
    () => {
      server.send('{"return": 1, "i');
    },
  ];
  for (const step of script.slice(0, steps)) await step();
}

/** What a user may have under way at once. */
function useEverything(client: Client<Commands, Events>): Promise<unknown>[] {
  const readAll = async (): Promise<void> => {
    for await (const event of client.events()) expect(event.event).toBe('TICK');
  };
  return [
    ...Array.from({ length: 12 }, () => client.execute('query-name')),
    client.execute('ping', { timeoutMs: 60_000 }),
    client.executeOob('abort', { job: 'x' }),
    client.waitFor('STOP'),
    client.waitFor('TICK'),
    client.events('TICK').next(),
    readAll(),
    client.closed,
  ];
}

const ways = ['server ends', 'server resets', 'client closes'] as const;
const cases = ways.flatMap((way) => Array.from({ length: 9 }, (_, steps) => [way, steps] as const));

test.each(cases)('%s after %i steps: every promise settles', async (way, steps) => {
  const [near, far] = memoryPair();
  const server = new FakeServer(far);
  const controller = new AbortController();
  let client: Client<Commands, Events> | undefined;
  const connecting = connect(schema, { transport: near, signal: controller.signal });
  const session = connecting.then((connected) => {
    client = connected;
    return Promise.allSettled(useEverything(connected));
  });
  await serveSteps(server, steps, connecting);
  if (way === 'server ends') server.end();
  else if (way === 'server resets') server.destroy();
  else if (client === undefined) controller.abort();
  else await client.close();

  const [outcome] = await Promise.allSettled([session]);
  await server.closed;
  if (steps < 4) {
    expect(outcome.status).toBe('rejected');
    return;
  }
  const settled = outcome.status === 'fulfilled' ? outcome.value : [];
  expect(settled).toHaveLength(19);
  for (const promise of settled) {
    if (promise.status === 'rejected') expect(promise.reason).toSatisfy(isClientError);
  }
  const closed = settled.at(-1);
  const isLost = closed?.status === 'fulfilled' && closed.value !== undefined;
  expect(isLost).toBe(way !== 'client closes');
});
