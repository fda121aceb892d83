import { ConnectionLostError, TimeoutError, type UnmatchedReply } from '@qapi-ts/runtime/client';
import { describe, expect, test } from 'vitest';
import { connectPair } from './fake-server.js';
import { rejection, settle } from './outcomes.js';

describe('replies', () => {
  test('T-H2: one that belongs to no call is dropped and reported, and the connection lives', async () => {
    const unmatched: UnmatchedReply[] = [];
    const { client, server } = await connectPair({
      onUnmatched: (reply) => {
        unmatched.push(reply);
        throw new Error('an observer in trouble');
      },
    });
    const naming = client.execute('query-name');
    const request = await server.take();
    server.send(
      { return: 'wrong', id: 'query-name:00000000:1' },
      { return: 'wrong', id: null },
      { return: 'wrong' },
      '{"return": "wrong", "id": 18446744073709551615}',
      { error: { class: 'GenericError', desc: 'stale' }, id: 7 },
    );
    server.reply(request, 'right');
    server.reply(request, 'twice');
    expect(await naming).toBe('right');
    await settle();
    expect(unmatched.map((reply) => reply.id)).toEqual([
      'query-name:00000000:1',
      null,
      undefined,
      18446744073709551615n,
      7,
      request.id,
    ]);
    await client.close();
  });

  test('one to a call that is not sent yet belongs to nobody', async () => {
    const unmatched: UnmatchedReply[] = [];
    const { client, server } = await connectPair({
      window: 1,
      onUnmatched: (reply) => unmatched.push(reply),
    });
    const calls = [client.execute('query-name'), client.execute('query-name')];
    const first = await server.take();
    const guess = first.id.replace(/\d+$/, (n) => String(Number(n) + 1));
    server.reply({ id: guess }, 'guessed');
    server.reply(first, 'first');
    const second = await server.take();
    expect(second.id).toBe(guess);
    server.reply(second, 'second');
    expect(await Promise.all(calls)).toEqual(['first', 'second']);
    expect(unmatched).toMatchObject([{ id: guess, value: 'guessed' }]);
    await client.close();
  });

  test('T-H3: an error without id closes the connection and rejects what is pending', async () => {
    const { client, server } = await connectPair({ window: 1 });
    const calls = [client.execute('ping'), client.execute('ping')].map(rejection);
    const events = client.events();
    await server.take();
    server.send({ error: { class: 'GenericError', desc: 'JSON parse error' } });
    const [first, second] = await Promise.all(calls);
    expect(first).toMatchObject({ code: 'CONNECTION_LOST', sent: true });
    expect(second).toMatchObject({ code: 'CONNECTION_LOST', sent: false });
    expect((first as Error).cause).toMatchObject({ name: 'ProtocolError' });
    expect((first as Error).message).toContain('JSON parse error');
    expect(await rejection(events.next())).toMatchObject({ code: 'CONNECTION_LOST' });
    expect((await client.closed)?.cause).toMatchObject({ name: 'ProtocolError' });
    await server.closed;
  });

  test('T-H8: the late reply to a call that timed out is recognised', async () => {
    const unmatched: UnmatchedReply[] = [];
    const { client, server } = await connectPair({ onUnmatched: (reply) => unmatched.push(reply) });
    const late = client.execute('query-name', { timeoutMs: 10 });
    const request = await server.take();
    const error = await rejection(late);
    expect(TimeoutError.is(error) && error.sent).toBe(true);
    expect((error as Error).message).toBe(
      'query-name: no reply came within 10 ms, and may still run',
    );
    const naming = client.execute('query-name');
    server.reply(request, 'late');
    server.reply(await server.take(), 'right');
    expect(await naming).toBe('right');
    expect(unmatched).toEqual([]);
    server.reply(request, 'even later');
    await settle();
    expect(unmatched).toHaveLength(1);
    await client.close();
  });

  test('a call that times out before its turn is never sent', async () => {
    const { client, server } = await connectPair({ window: 1 });
    const first = client.execute('query-name');
    const second = client.execute('ping', { timeoutMs: 10 });
    expect(await rejection(second)).toMatchObject({ code: 'TIMEOUT', sent: false });
    server.reply(await server.take(), 'x');
    await first;
    await settle();
    expect(server.requests).toEqual([]);
    await client.close();
  });

  test('a signal that has aborted, or aborts before the turn, sends nothing', async () => {
    const { client, server } = await connectPair({ window: 1 });
    const reason = new Error('no more');
    expect(await rejection(client.execute('ping', { signal: AbortSignal.abort(reason) }))).toBe(
      reason,
    );
    const first = client.execute('query-name');
    const controller = new AbortController();
    const second = client.execute('count', {}, { signal: controller.signal });
    controller.abort(reason);
    expect(await rejection(second)).toBe(reason);
    server.reply(await server.take(), 'x');
    await first;
    await settle();
    expect(server.requests).toEqual([]);
    await client.close();
  });

  test('a time limit beyond what timers hold means none', async () => {
    const { client, server } = await connectPair();
    const pinging = client.execute('ping', { timeoutMs: Infinity });
    const counting = client.execute('count', {}, { timeoutMs: 2 ** 40 });
    const [ping, count] = await server.takeAll(2);
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (ping !== undefined) server.reply(ping);
    if (count !== undefined) server.reply(count, 1);
    expect(await Promise.all([pinging, counting])).toEqual([undefined, 1]);
    await client.close();
  });
});

describe('the end', () => {
  test('T-H4: with 8 sent and 20 waiting, each is told which it was', async () => {
    for (const how of ['end', 'destroy'] as const) {
      const { client, server } = await connectPair();
      const calls = Array.from({ length: 28 }, () => rejection(client.execute('ping')));
      await server.takeAll(8);
      server[how]();
      const errors = await Promise.all(calls);
      expect(errors.every((error) => ConnectionLostError.is(error))).toBe(true);
      const sent = errors.map((error) => (error as ConnectionLostError).sent);
      expect(sent).toEqual(Array.from({ length: 28 }, (_, index) => index < 8));
      expect(await client.closed).toMatchObject({ name: 'ConnectionLostError' });
      expect(await rejection(client.execute('ping'))).toMatchObject({ sent: false });
      await client.close();
    }
  });

  test.each(['end', 'destroy'] as const)('after quit the server may go by %s', async (how) => {
    const { client, server } = await connectPair();
    const quitting = client.execute('quit');
    const behind = rejection(client.execute('ping'));
    const [quit] = await server.takeAll(2);
    if (quit !== undefined) server.reply(quit);
    await quitting;
    const events = client.events();
    server[how]();
    expect(await behind).toMatchObject({ code: 'CONNECTION_LOST', sent: true });
    expect(await client.closed).toBeUndefined();
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });

  test('the reply of quit and the end may come together', async () => {
    const { client, server } = await connectPair();
    const quitting = client.execute('quit');
    server.reply(await server.take());
    server.end();
    await quitting;
    expect(await client.closed).toBeUndefined();
  });

  test('close rejects what is pending, ends the connection, and may be repeated', async () => {
    const { client, server } = await connectPair({ window: 1 });
    const calls = [client.execute('ping'), client.execute('ping')].map(rejection);
    await server.take();
    await Promise.all([client.close(), client.close()]);
    await client.close();
    expect(await Promise.all(calls)).toMatchObject([{ sent: true }, { sent: false }]);
    expect(await rejection(client.execute('ping'))).toMatchObject({
      message:
        'ping: the connection ended before it was sent, so it did not run: the client was closed',
    });
    expect(await client.closed).toBeUndefined();
    expect(await server.closed).toBeUndefined();
  });

  test('close comes to an end though the server does not read', async () => {
    const { client, server } = await connectPair();
    const calling = rejection(client.execute('echo', { value: 1 }));
    server.pause();
    void client.execute('echo', { value: 2 }).catch(() => undefined);
    await client.close();
    expect(await calling).toMatchObject({ code: 'CONNECTION_LOST' });
  });
});
