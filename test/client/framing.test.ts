import { connect, memoryPair } from '@qapi-ts/runtime/client';
import { expect, test } from 'vitest';
import { FakeServer } from './fake-server.js';
import { schema } from './schema.js';

/** How servers put their messages on the wire. */
const styles: readonly (readonly [string, (server: FakeServer, message: object) => void])[] = [
  [
    'with LF only, as guest agents do',
    (server, message) => {
      server.send(`${JSON.stringify(message)}\n`);
    },
  ],
  [
    'without any line end',
    (server, message) => {
      server.send(JSON.stringify(message));
    },
  ],
  [
    'spread over many lines, as pretty monitors do',
    (server, message) => {
      server.send(`${JSON.stringify(message, undefined, 4).replaceAll('\n', '\r\n')}\r\n`);
    },
  ],
  [
    'byte by byte',
    (server, message) => {
      for (const byte of Buffer.from(JSON.stringify(message))) server.send(Buffer.of(byte));
    },
  ],
  [
    'with members of which nobody has heard',
    (server, message) => {
      server.send({ 'x-first': [1], ...message, __more: { return: 1 } });
    },
  ],
];

test.each(styles)('a server that writes %s is understood', async (_, write) => {
  const [near, far] = memoryPair();
  const server = new FakeServer(far);
  const connecting = connect(schema, { transport: near });
  write(server, { QMP: { version: {}, capabilities: ['oob'] } });
  write(server, { return: {}, id: (await server.take()).id });
  const client = await connecting;
  const events = client.events('TICK');
  const naming = client.execute('query-name');
  const { id } = await server.take();
  write(server, { event: 'TICK', data: { n: 1 }, timestamp: { seconds: 1, microseconds: 2 } });
  write(server, { return: 'a "b" \\ \u00e9 \u{1f600} }{][', id });
  expect(await naming).toBe('a "b" \\ \u00e9 \u{1f600} }{][');
  expect((await events.next()).value?.data).toEqual({ n: 1 });
  await client.close();
});

test('many messages in one packet, and one cut in the middle', async () => {
  const [near, far] = memoryPair();
  const server = new FakeServer(far);
  const connecting = connect(schema, { transport: near });
  await server.negotiate();
  const client = await connecting;
  const calls = [client.execute('query-name'), client.execute('query-name')];
  const [first, second] = await server.takeAll(2);
  const text = [first, second]
    .map((request, index) => JSON.stringify({ return: `number ${index}`, id: request?.id }))
    .join('');
  server.send(text.slice(0, -20));
  expect(await calls[0]).toBe('number 0');
  server.send(text.slice(-20));
  expect(await calls[1]).toBe('number 1');
  await client.close();
});

test('a message beyond the limits ends the connection', async () => {
  const [near, far] = memoryPair();
  const server = new FakeServer(far);
  const connecting = connect(schema, { transport: near, limits: { tokenBytes: 1000 } });
  await server.negotiate();
  const client = await connecting;
  const naming = client.execute('query-name').catch((reason: unknown) => reason);
  server.reply(await server.take(), 'x'.repeat(2000));
  expect(await naming).toMatchObject({
    code: 'CONNECTION_LOST',
    sent: true,
    cause: { code: 'PROTOCOL_ERROR' },
  });
  await server.closed;
});
