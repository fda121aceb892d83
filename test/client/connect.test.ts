import { join } from 'node:path';
import {
  connect,
  ConnectionLostError,
  memoryPair,
  TimeoutError,
  type ConnectSettings,
} from '@qapi-ts/runtime/client';
import { describe, expect, test } from 'vitest';
import { listen } from '../../runtime/src/transport/listen.js';
import { inTemporaryDirectory } from '../transport/pairs.js';
import { connectPair, FakeServer, VERSION } from './fake-server.js';
import { schema } from './schema.js';

/** A client that is connecting, and the server that it talks to. */
function start(settings: ConnectSettings = {}) {
  const [near, far] = memoryPair();
  const server = new FakeServer(far);
  const connecting = connect(schema, { ...settings, transport: near });
  connecting.catch(() => undefined);
  return { server, connecting };
}

describe('connecting', () => {
  test('reads the greeting, then negotiates', async () => {
    const { server, connecting } = start();
    expect(server.requests).toEqual([]);
    server.greet();
    const request = await server.take();
    expect(request).toMatchObject({ execute: 'qmp_capabilities', arguments: { enable: ['oob'] } });
    expect(request.id).toMatch(/^qmp_capabilities:[0-9a-f]{8}:1$/);
    server.reply(request);
    const client = await connecting;
    expect(client.greeting).toEqual({ version: VERSION, capabilities: ['oob'] });
    expect(client.capabilities).toEqual(['oob']);
    await client.close();
    expect(await server.closed).toBeUndefined();
  });

  test('sends nothing before the greeting', async () => {
    const { server, connecting } = start();
    server.emit('TICK', { n: 1 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(server.requests).toEqual([]);
    await server.negotiate();
    await (await connecting).close();
  });

  test('accepts events and stale replies ahead of the greeting, and repeated greetings', async () => {
    const unmatched: unknown[] = [];
    const { server, connecting } = start({ onUnmatched: (reply) => unmatched.push(reply) });
    server.emit('RESUME');
    server.send(
      { return: 1, id: 'stale' },
      { error: { class: 'GenericError', desc: 'of another' } },
    );
    server.greet();
    server.greet([]);
    const request = await server.take();
    server.send({ error: { class: 'GenericError', desc: 'of another' } });
    server.reply(request);
    server.greet();
    const client = await connecting;
    expect(client.capabilities).toEqual(['oob']);
    expect(unmatched).toMatchObject([{ id: 'stale' }, { kind: 'error' }, { kind: 'error' }]);
    const naming = client.execute('query-name');
    server.reply(await server.take(), 'x');
    expect(await naming).toBe('x');
    await client.close();
  });

  test.each([
    ['prefer', ['oob'], { enable: ['oob'] }, ['oob']],
    ['prefer', [], undefined, []],
    ['off', ['oob'], undefined, []],
    ['require', ['oob'], { enable: ['oob'] }, ['oob']],
  ] as const)('oob: %s where the server offers %j', async (oob, offered, args, enabled) => {
    const { server, connecting } = start({ oob });
    const request = await server.negotiate(offered);
    expect(request.arguments).toEqual(args);
    const client = await connecting;
    expect(client.capabilities).toEqual(enabled);
    await client.close();
  });

  test('oob: require fails where it is not offered, and closes', async () => {
    const { server, connecting } = start({ oob: 'require' });
    server.greet([]);
    await expect(connecting).rejects.toMatchObject({ name: 'OobUnavailableError' });
    await server.closed;
    expect(server.requests).toEqual([]);
  });

  test('a server that refuses oob is used without, or not at all where it is required', async () => {
    for (const oob of ['prefer', 'require'] as const) {
      const { server, connecting } = start({ oob });
      server.greet();
      server.fail(await server.take(), 'not today');
      if (oob === 'require') {
        await expect(connecting).rejects.toMatchObject({ code: 'OOB_UNAVAILABLE' });
        await server.closed;
      } else {
        const second = await server.take();
        expect(second).toMatchObject({ execute: 'qmp_capabilities' });
        expect(second.arguments).toBeUndefined();
        server.reply(second);
        const client = await connecting;
        expect(client.capabilities).toEqual([]);
        await client.close();
      }
    }
  });

  test('a server that refuses negotiation at all gives its error', async () => {
    const { server, connecting } = start({ oob: 'off' });
    server.greet();
    server.fail(await server.take(), 'negotiated already', 'CommandNotFound');
    await expect(connecting).rejects.toMatchObject({
      code: 'COMMAND_FAILED',
      command: 'qmp_capabilities',
      class: 'CommandNotFound',
    });
    await server.closed;
  });

  test('is limited in time, and says at which step', async () => {
    const silent = start({ timeoutMs: 20 });
    const error: unknown = await silent.connecting.catch((reason: unknown) => reason);
    expect(TimeoutError.is(error) && error.message).toContain('sent no greeting');
    expect(error).toMatchObject({ message: expect.stringContaining('within 20 ms') as string });
    await silent.server.closed;

    const mute = start({ timeoutMs: 20 });
    mute.server.greet();
    await expect(mute.connecting).rejects.toThrow('did not answer qmp_capabilities within 20 ms');
    await mute.server.closed;
  });

  test('ends with the reason of a signal, at each step, and closes the transport', async () => {
    const reason = new Error('changed my mind');
    const early = start({ signal: AbortSignal.abort(reason) });
    await expect(early.connecting).rejects.toBe(reason);
    await early.server.closed;

    for (const steps of [0, 1]) {
      const controller = new AbortController();
      const { server, connecting } = start({ signal: controller.signal });
      if (steps === 1) {
        server.greet();
        await server.take();
      }
      controller.abort(reason);
      await expect(connecting).rejects.toBe(reason);
      await server.closed;
    }
  });

  test('a signal that aborts later changes nothing', async () => {
    const controller = new AbortController();
    const { client, server } = await connectPair({ signal: controller.signal });
    controller.abort();
    const pinging = client.execute('ping');
    server.reply(await server.take());
    await pinging;
    await client.close();
  });

  test.each(['end', 'destroy'] as const)('the server goes by %s, at each step', async (how) => {
    for (const steps of [0, 1, 2]) {
      const { server, connecting } = start();
      if (steps > 0) server.greet();
      if (steps > 1) await server.take();
      server[how]();
      const error: unknown = await connecting.catch((reason: unknown) => reason);
      expect(ConnectionLostError.is(error)).toBe(true);
      await server.closed;
    }
  });

  test('what is no QMP is a protocol error', async () => {
    for (const text of ['SSH-2.0-x\r\n', '{"hello": 1}', '[]']) {
      const { server, connecting } = start();
      server.send(text);
      const error: unknown = await connecting.catch((reason: unknown) => reason);
      expect(ConnectionLostError.is(error) && error.cause).toMatchObject({ name: 'ProtocolError' });
      await server.closed;
    }
  });

  test('where nobody answers, the error tells the address and the cause', () =>
    inTemporaryDirectory(async (dir) => {
      const path = join(dir, 'none');
      const error: unknown = await connect(schema, { path }).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ name: 'ConnectError' });
      expect(error).toMatchObject({ cause: { code: 'ENOENT' } });
      expect(String(error)).toContain(path);
    }));

  test('works over a unix socket', () =>
    inTemporaryDirectory(async (dir) => {
      const path = join(dir, 's');
      let accept: (server: FakeServer) => void = () => undefined;
      const accepted = new Promise<FakeServer>((resolve) => (accept = resolve));
      const listener = await listen({ path }, (transport) => {
        accept(new FakeServer(transport));
      });
      const connecting = connect(schema, { path });
      const server = await accepted;
      await server.negotiate();
      {
        await using client = await connecting;
        const naming = client.execute('query-name');
        server.reply(await server.take(), 'over a socket');
        expect(await naming).toBe('over a socket');
      }
      expect(await server.closed).toBeUndefined();
      await listener.close();
    }));

  test('refuses limits that would let nothing through', async () => {
    const [near] = memoryPair();
    for (const limit of ['window', 'maxPending', 'eventBuffer']) {
      await expect(connect(schema, { transport: near, [limit]: 0 })).rejects.toThrow(
        `'${limit}' must be at least 1`,
      );
    }
  });
});
