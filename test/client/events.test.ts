import { TimeoutError } from '@qapi-ts/runtime/client';
import { describe, expect, test, vi } from 'vitest';
import { connectPair } from './fake-server.js';
import { rejection } from './outcomes.js';

const timestamp = { seconds: 1, microseconds: 2 };
/** More than 2^53, which `integers: 'number'` has no number for. */
const TOO_BIG =
  '{"event": "BIG", "data": {"unsigned": 18446744073709551615}, "timestamp": {"seconds": 1, "microseconds": 2}}';

describe('a stream of events', () => {
  test('gives the named ones, from the call on, in order', async () => {
    const { client, server } = await connectPair();
    const events = client.events('TICK');
    server.emit('TICK', { n: 1 });
    server.emit('STOP');
    server.emit('TICK', { n: 2 });
    const seen: number[] = [];
    for await (const event of events) {
      expect(event).toMatchObject({ event: 'TICK', timestamp });
      seen.push(event.data.n);
      if (seen.length === 1) server.emit('TICK', { n: 3 });
      if (seen.length === 3) break;
    }
    expect(seen).toEqual([1, 2, 3]);
    await client.close();
  });

  test('of several names and of none; each stream gets all that are its own', async () => {
    const { client, server } = await connectPair();
    const [one, two, all, again] = [
      client.events('STOP'),
      client.events(['STOP', 'TICK']),
      client.events(),
      client.events(),
    ];
    server.emit('TICK', { n: 1 });
    server.emit('X_NEW', { what: 'ever' });
    server.emit('STOP');
    expect((await one.next()).value).toEqual({ event: 'STOP', data: undefined, timestamp });
    expect((await two.next()).value?.event).toBe('TICK');
    expect((await two.next()).value?.event).toBe('STOP');
    for (const stream of [all, again]) {
      const names = [];
      for (let index = 0; index < 3; index += 1) names.push((await stream.next()).value?.event);
      expect(names).toEqual(['TICK', 'X_NEW', 'STOP']);
    }
    await client.close();
  });

  test('gives events that the schema does not have, as they came', async () => {
    const { client, server } = await connectPair();
    const events = client.events();
    for (const name of ['X_NEW', '__proto__', 'constructor']) {
      server.send(`{"event": "${name}", "data": {"n": 9007199254740993}}`);
      expect((await events.next()).value).toEqual({
        event: name,
        data: { n: 9007199254740993n },
        timestamp: { seconds: -1, microseconds: -1 },
        unknown: true,
      });
    }
    await client.close();
  });

  test('events that came together with a reply are there when the call returns', async () => {
    const { client, server } = await connectPair();
    const events = client.events('STOP');
    const pinging = client.execute('ping');
    const { id } = await server.take();
    server.send({ event: 'STOP', timestamp }, { return: {}, id }, { event: 'STOP', timestamp });
    await pinging;
    expect((await events.next()).value?.event).toBe('STOP');
    expect((await events.next()).value?.event).toBe('STOP');
    await client.close();
  });

  test('holds a limited number, drops the oldest, and says how many are missing', async () => {
    const { client, server } = await connectPair({ eventBuffer: 3 });
    const events = client.events('TICK');
    const other = client.events('STOP');
    for (let n = 1; n <= 10; n += 1) server.emit('TICK', { n });
    server.emit('STOP');
    await other.next();
    const seen: unknown[] = [];
    for (let index = 0; index < 3; index += 1) {
      const { value } = await events.next();
      seen.push([value?.data.n, value?.missed]);
    }
    expect(seen).toEqual([
      [8, 7],
      [9, undefined],
      [10, undefined],
    ]);
    server.emit('TICK', { n: 11 });
    expect((await events.next()).value).not.toHaveProperty('missed');
    await client.close();
  });

  test('the socket is read though nobody consumes the events', async () => {
    const { client, server } = await connectPair({ eventBuffer: 10 });
    const events = client.events();
    const text = `{"event": "TICK", "data": {"n": 1}, "timestamp": {"seconds": 1, "microseconds": 2}}\r\n`;
    for (let chunk = 0; chunk < 20; chunk += 1) server.send(text.repeat(1000));
    const pinging = client.execute('ping');
    server.reply(await server.take());
    await pinging;
    expect((await events.next()).value?.missed).toBe(19_990);
    await client.close();
  });

  test('leaving the loop ends the stream, and so does disposing of it', async () => {
    const { client, server } = await connectPair();
    const events = client.events('TICK');
    server.emit('TICK', { n: 1 });
    for await (const event of events) {
      expect(event.data.n).toBe(1);
      break;
    }
    server.emit('TICK', { n: 2 });
    const pinging = client.execute('ping');
    server.reply(await server.take());
    await pinging;
    expect(await events.next()).toEqual({ done: true, value: undefined });
    const disposed = client.events('TICK');
    const reading = disposed.next();
    await disposed[Symbol.asyncDispose]();
    expect(await reading).toEqual({ done: true, value: undefined });
    await client.close();
  });

  test('several may read at a time', async () => {
    const { client, server } = await connectPair();
    const events = client.events('TICK');
    const reads = [events.next(), events.next()];
    server.emit('TICK', { n: 1 });
    server.emit('TICK', { n: 2 });
    expect((await Promise.all(reads)).map((read) => read.value?.data.n)).toEqual([1, 2]);
    await client.close();
  });

  test('data that does not fit fails the read at its place, and the stream goes on', async () => {
    const { client, server } = await connectPair();
    const [events, all] = [client.events(['TICK', 'BIG']), client.events()];
    server.emit('TICK', { n: 1 });
    server.send(TOO_BIG);
    server.emit('TICK', { n: 2 });
    expect((await events.next()).value?.event).toBe('TICK');
    const error = await rejection(events.next());
    expect(error).toMatchObject({
      code: 'DECODE_FAILED',
      subject: 'BIG',
      value: { unsigned: 18446744073709551615n },
    });
    expect((error as Error).message).toMatch(/^BIG: .*unsigned/);
    expect((await events.next()).value).toMatchObject({ data: { n: 2 } });
    await all.next();
    expect((await all.next()).value).toMatchObject({
      event: 'BIG',
      unknown: true,
      data: { unsigned: 18446744073709551615n },
      fault: { code: 'DECODE_FAILED' },
    });
    expect((await all.next()).value).toMatchObject({ data: { n: 2 } });
    await client.close();
  });

  test('ends when the client is closed, behind what has arrived', async () => {
    const { client, server } = await connectPair();
    const events = client.events('TICK');
    const waiting = client.events('STOP').next();
    server.emit('TICK', { n: 1 });
    const pinging = client.execute('ping');
    server.reply(await server.take());
    await pinging;
    await client.close();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect((await events.next()).value?.data.n).toBe(1);
    expect(await events.next()).toEqual({ done: true, value: undefined });
    expect(await client.events('TICK').next()).toEqual({ done: true, value: undefined });
  });

  test('fails when the connection is lost, once, behind what has arrived', async () => {
    const { client, server } = await connectPair();
    const events = client.events();
    server.emit('STOP');
    server.end();
    await client.closed;
    expect((await events.next()).value?.event).toBe('STOP');
    expect(await rejection(events.next())).toMatchObject({
      code: 'CONNECTION_LOST',
      message: 'events: the connection ended: memory closed it',
    });
    expect(await events.next()).toEqual({ done: true, value: undefined });
    expect(await rejection(client.events('STOP').next())).toMatchObject({
      code: 'CONNECTION_LOST',
    });
  });
});

describe('waiting for an event', () => {
  test('is armed at the call', async () => {
    const { client, server } = await connectPair();
    const stopped = client.waitFor('STOP');
    const pinging = client.execute('ping');
    const request = await server.take();
    server.emit('STOP');
    server.reply(request);
    await pinging;
    expect(await stopped).toEqual({ event: 'STOP', data: undefined, timestamp });
    await client.close();
  });

  test('takes the first that the predicate holds of', async () => {
    const { client, server } = await connectPair();
    const third = client.waitFor('TICK', (event) => event.data.n === 3);
    const either = client.waitFor(['STOP', 'BIG'], { timeoutMs: 5000 });
    for (const n of [1, 2, 3, 4]) server.emit('TICK', { n });
    server.emit('BIG', { unsigned: 5 });
    expect((await third).data.n).toBe(3);
    const event = await either;
    expect(event.event === 'BIG' && event.data.unsigned).toBe(5);
    await client.close();
  });

  test('ends by a time limit, a signal, a predicate that throws, and data that does not fit', async () => {
    const { client, server } = await connectPair();
    const error = await rejection(client.waitFor('STOP', { timeoutMs: 10 }));
    expect(TimeoutError.is(error) && error.message).toBe(
      'STOP: the event did not come within 10 ms',
    );

    const reason = new Error('no more');
    const { signal } = new AbortController();
    expect(await rejection(client.waitFor('STOP', { signal: AbortSignal.abort(reason) }))).toBe(
      reason,
    );
    const controller = new AbortController();
    const waiting = client.waitFor('STOP', () => true, { signal: controller.signal });
    controller.abort(reason);
    expect(await rejection(waiting)).toBe(reason);

    const throwing = client.waitFor(
      'TICK',
      () => {
        throw reason;
      },
      { signal },
    );
    const misfit = client.waitFor('BIG');
    server.emit('TICK', { n: 1 });
    server.send(TOO_BIG);
    expect(await rejection(throwing)).toBe(reason);
    expect(await rejection(misfit)).toMatchObject({ code: 'DECODE_FAILED' });
    await client.close();
  });

  test('ends with the connection, and is no unhandled rejection', async () => {
    const unhandled: unknown[] = [];
    const note = (error: unknown): number => unhandled.push(error);
    process.on('unhandledRejection', note);
    const { client, server } = await connectPair();
    const lost = client.waitFor('STOP');
    server.destroy();
    await client.closed;
    await new Promise((resolve) => setTimeout(resolve, 10));
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
    expect(await rejection(lost)).toMatchObject({ code: 'CONNECTION_LOST', sent: false });
    expect(await rejection(client.waitFor('STOP'))).toMatchObject({ code: 'CONNECTION_LOST' });
  });

  test('leaves nothing behind: a call may use one signal for many waits', async () => {
    const { client, server } = await connectPair();
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    for (let round = 0; round < 5; round += 1) {
      const stopped = client.waitFor('STOP', { signal });
      const pinging = client.execute('ping', { signal });
      server.reply(await server.take());
      server.emit('STOP');
      await Promise.all([stopped, pinging]);
    }
    expect(added).toHaveBeenCalledTimes(10);
    expect(new Set(removed.mock.calls)).toEqual(new Set(added.mock.calls));
    await client.close();
  });
});
