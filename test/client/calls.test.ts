import {
  CommandError,
  OobUnavailableError,
  QmpError,
  type UnmatchedReply,
} from '@qapi-ts/runtime/client';
import { describe, expect, test } from 'vitest';
import { connectPair } from './fake-server.js';
import { rejection, settle } from './outcomes.js';

const isQmpError = (error: unknown): boolean => QmpError.is(error);

describe('a call', () => {
  test('sends the arguments and gives the result', async () => {
    const { client, server } = await connectPair();
    const counting = client.execute('count', { from: 2, to: 5 });
    const request = await server.take();
    expect(request).toMatchObject({ execute: 'count', arguments: { from: 2, to: 5 } });
    server.reply(request, 4);
    expect(await counting).toBe(4);
    const pinging = client.execute('ping');
    const ping = await server.take();
    expect(JSON.parse(ping.text)).toEqual({ execute: 'ping', id: ping.id });
    server.reply(ping);
    expect(await pinging).toBeUndefined();
    await client.close();
  });

  test('leaves optional arguments out, in all the ways they can be left out', async () => {
    const { client, server } = await connectPair();
    const calls = [
      client.execute('count'),
      client.execute('count', undefined),
      client.execute('count', {}),
      client.execute('count', { from: 1 }, { timeoutMs: 1000 }),
    ];
    const requests = await server.takeAll(4);
    expect(requests.map((request) => request.arguments ?? {})).toEqual([{}, {}, {}, { from: 1 }]);
    for (const request of requests) server.reply(request, 0);
    await Promise.all(calls);
    await client.close();
  });

  test('ids are unique, name the command, and differ between clients', async () => {
    const ids = new Set<string>();
    for (let round = 0; round < 2; round += 1) {
      const { client, server } = await connectPair();
      const calls = Array.from({ length: 20 }, () => client.execute('ping'));
      for (let index = 0; index < 20; index += 1) {
        const request = await server.take();
        expect(request.id).toMatch(/^ping:[0-9a-f]{8}:\d+$/);
        ids.add(request.id);
        server.reply(request);
      }
      await Promise.all(calls);
      await client.close();
    }
    expect(ids.size).toBe(40);
  });

  test('the error of the server becomes a CommandError, which a server may throw on', async () => {
    const { client, server } = await connectPair();
    const failing = client.execute('query-name');
    server.fail(await server.take(), 'no name', 'DeviceNotFound');
    const error = await rejection(failing);
    expect(error).toMatchObject({
      name: 'CommandError',
      code: 'COMMAND_FAILED',
      command: 'query-name',
      class: 'DeviceNotFound',
      desc: 'no name',
      message: 'query-name: no name (DeviceNotFound)',
    });
    expect([CommandError.is(error), isQmpError(error)]).toEqual([true, true]);
    await client.close();
  });

  test('wrong arguments are told before anything is sent', async () => {
    const { client, server } = await connectPair();
    const wrong = [
      client.execute('count', { from: 'one' as unknown as number }),
      client.execute('echo', undefined as unknown as { value: unknown }),
      client.executeOob('abort', {} as { job: string }),
    ];
    for (const call of wrong)
      expect(await rejection(call)).toMatchObject({ name: 'ValidationError' });
    expect(await rejection(client.execute('nope' as 'ping'))).toMatchObject({
      message: "the schema has no command 'nope'; 'executeRaw' takes any name",
    });
    expect(await rejection(client.executeOob('count' as 'ping'))).toBeInstanceOf(TypeError);
    await settle();
    expect(server.requests).toEqual([]);
    await client.close();
  });

  test('what no server could read is refused here', async () => {
    const { client, server } = await connectPair();
    const lone = rejection(client.execute('echo', { value: '\ud800' }));
    expect(await lone).toBeInstanceOf(Error);
    const nan = rejection(client.execute('echo', { value: Number.NaN }));
    expect(await nan).toBeInstanceOf(Error);
    await settle();
    expect(server.requests).toEqual([]);
    await client.close();
  });

  test('executeRaw takes any command and gives what came', async () => {
    const { client, server } = await connectPair();
    const calling = client.executeRaw('x-new', { deep: [1n << 60n] });
    const request = await server.take();
    expect(request.text).toContain('"arguments": {"deep": [1152921504606846976]}');
    server.send(`{"return": {"n": 18446744073709551615, "__proto__": 1}, "id": "${request.id}"}`);
    const result = await calling;
    expect(Object.entries(result as object)).toEqual([
      ['n', 18446744073709551615n],
      ['__proto__', 1],
    ]);
    const urgent = client.executeRaw('x-new', undefined, { oob: true });
    const second = await server.take();
    expect(second['exec-oob']).toBe('x-new');
    server.reply(second);
    await urgent;
    await client.close();
  });

  test('a command without success response resolves once it is sent; its error is reported', async () => {
    const unmatched: UnmatchedReply[] = [];
    const { client, server } = await connectPair({
      window: 1,
      onUnmatched: (reply) => unmatched.push(reply),
    });
    await client.execute('silent');
    await client.execute('silent');
    const [first] = await server.takeAll(2);
    if (first !== undefined) server.fail(first, 'too loud');
    await settle();
    expect(unmatched).toMatchObject([{ kind: 'error', id: first?.id, desc: 'too loud' }]);
    await client.close();
  });
});

describe('the window', () => {
  test('T-H1: of 100 calls 8 are with the server at a time, and OOB goes out at once', async () => {
    const { client, server } = await connectPair();
    const calls = Array.from({ length: 100 }, (_, index) =>
      client.execute('echo', { value: index }),
    );
    const aborting = client.executeOob('abort', { job: 'x' });
    const unanswered = await server.takeAll(9);
    const oob = unanswered.pop();
    expect(oob?.['exec-oob']).toBe('abort');
    if (oob !== undefined) server.reply(oob);
    await aborting;
    const seen: unknown[] = [];
    for (;;) {
      await settle();
      unanswered.push(...server.requests.splice(0));
      expect(unanswered.length).toBeLessThanOrEqual(8);
      const next = unanswered.shift();
      if (next === undefined) break;
      const { value } = next.arguments as { value: unknown };
      seen.push(value);
      server.reply(next, value);
    }
    expect(seen).toEqual(Array.from({ length: 100 }, (_, index) => index));
    expect(await Promise.all(calls)).toEqual(seen);
    await client.close();
  });

  test('a call that was given up still counts until it is answered', async () => {
    const { client, server } = await connectPair({ window: 1 });
    const controller = new AbortController();
    const first = client.execute('query-name', { signal: controller.signal });
    const second = client.execute('ping');
    const request = await server.take();
    controller.abort();
    expect(await rejection(first)).toMatchObject({ name: 'AbortError' });
    await settle();
    expect(server.requests).toEqual([]);
    server.reply(request, 'late');
    server.reply(await server.take());
    await second;
    await client.close();
  });

  test('the number of unanswered calls is limited', async () => {
    const { client, server } = await connectPair({ maxPending: 3 });
    const calls = [client.execute('ping'), client.execute('ping'), client.executeOob('ping')];
    expect(await rejection(client.execute('ping'))).toMatchObject({ code: 'QUEUE_FULL' });
    for (const request of await server.takeAll(3)) server.reply(request);
    await Promise.all(calls);
    const again = client.execute('ping');
    server.reply(await server.take());
    await again;
    await client.close();
  });
});

describe('out-of-band', () => {
  test('T-H6: without the capability it is refused, or executed in-band where asked for', async () => {
    for (const [options, why] of [
      [{ capabilities: [] }, 'memory does not offer it'],
      [{ oob: 'off' }, 'it was not enabled on this connection'],
    ] as const) {
      const { client, server } = await connectPair(options);
      const error = await rejection(client.executeOob('abort', { job: 'x' }));
      expect(OobUnavailableError.is(error) && error.message).toBe(
        `abort: no out-of-band execution: ${why}`,
      );
      const raw = rejection(client.executeRaw('abort', {}, { oob: true }));
      expect(await raw).toMatchObject({ name: 'OobUnavailableError' });
      const falling = client.executeOob('abort', { job: 'x' }, { fallback: 'in-band' });
      const request = await server.take();
      expect(request.execute).toBe('abort');
      server.reply(request);
      await falling;
      await client.close();
    }
  });

  test('with the capability the fallback is not used', async () => {
    const { client, server } = await connectPair();
    const aborting = client.executeOob('abort', { job: 'x' }, { fallback: 'in-band' });
    const request = await server.take();
    expect(request).toMatchObject({ 'exec-oob': 'abort', arguments: { job: 'x' } });
    server.reply(request);
    await aborting;
    const pinging = client.executeOob('ping', { timeoutMs: 5000 });
    server.reply(await server.take());
    await pinging;
    await client.close();
  });
});
