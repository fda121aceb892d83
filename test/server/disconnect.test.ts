import { describe, expect, it } from 'vitest';
import {
  connectTo,
  makeRandom,
  socketPath,
  start,
  type Harness,
  type Options,
} from './support/harness.js';
import { Loopback } from './support/loopback.js';
import { label, settle, type RawClient } from './support/raw-client.js';

const echo = (id: unknown): object => ({ execute: 'echo', arguments: { value: id }, id });

/** The same scenario in memory and over a unix socket. */
const MEDIA = {
  memory: async (options: Options = {}): Promise<[Harness, () => Promise<RawClient>]> => {
    const harness = await start(options);
    return [harness, () => Promise.resolve(harness.connect())];
  },
  'unix socket': async (options: Options = {}): Promise<[Harness, () => Promise<RawClient>]> => {
    const path = await socketPath();
    const harness = await start({ ...options, listen: { path } });
    return [harness, () => connectTo(path)];
  },
};
const media = Object.entries(MEDIA).map(([name, make]) => ({ name, make }));

describe.each(media)('disconnect ($name)', ({ make }) => {
  it('T-E1 the running command ends, the queued ones never run', async () => {
    const [harness, connect] = await make();
    const gone = await (await connect()).negotiate(['oob']);
    gone.send({ execute: 'hold', id: 'old' }, ...[1, 2, 3, 4, 5].map(echo));
    const [context] = await harness.held();
    await settle();
    gone.transport.destroy();
    while (context?.signal.aborted === false) await settle(1);
    const other = await (await connect()).negotiate(['oob']);
    other.send(echo('new'));
    harness.release();
    expect(await other.next()).toMatchObject({ id: 'new', return: 'new' });
    await settle();
    expect(other.inbox).toEqual([]);
    expect(harness.started).toEqual(['1:hold', '2:echo']);
    expect(harness.finished).toEqual(['1:hold', '2:echo']);
  });

  it('T-E1 a legacy client that is gone has nothing of its input run', async () => {
    const [harness, connect] = await make();
    const gone = await (await connect()).negotiate();
    gone.send({ execute: 'hold', id: 'old' }, ...[1, 2, 3, 4, 5].map(echo));
    const [context] = await harness.held();
    await settle();
    gone.transport.destroy();
    while (context?.signal.aborted === false) await settle(1);
    harness.release();
    const other = await (await connect()).negotiate();
    expect(await other.ask(echo('new'))).toMatchObject({ id: 'new' });
    expect(harness.started).toEqual(['1:hold', '2:echo']);
  });

  it('T-E2 a queue that was full does not stop the next client', async () => {
    const [harness, connect] = await make();
    const gone = await (await connect()).negotiate(['oob']);
    gone.send({ execute: 'hold' }, ...Array.from({ length: 20 }, (_, i) => echo(i)));
    const [context] = await harness.held();
    await settle();
    gone.transport.destroy();
    while (context?.signal.aborted === false) await settle(1);
    const next = await (await connect()).negotiate(['oob']);
    next.send(echo('next'));
    harness.release();
    expect(await next.next()).toMatchObject({ id: 'next' });
    expect(harness.started).toEqual(['1:hold', '2:echo']);
  });

  it('T-E4 the signal aborts once, and a handler that ignores it completes', async () => {
    let aborts = 0;
    let closes = 0;
    const [harness, connect] = await make({
      onCommand: (_, { signal, onClose }) => {
        signal.addEventListener('abort', () => aborts++);
        onClose(() => closes++);
      },
    });
    const client = await (await connect()).negotiate();
    client.send({ execute: 'hold' });
    const [context] = await harness.held();
    expect(context?.signal.aborted).toBe(false);
    client.transport.destroy();
    while (context?.signal.aborted === false) await settle(1);
    await settle();
    expect([aborts, closes]).toEqual([1, 1]);
    expect(harness.finished).toEqual([]);
    harness.release();
    await settle();
    expect(harness.finished).toEqual(['1:hold']);
    expect([aborts, closes]).toEqual([1, 1]);
    context?.onClose(() => closes++); // too late: at once
    await settle(1);
    expect(closes).toBe(2);
  });

  it('T-E5 half a message does not reach the next client', async () => {
    const [, connect] = await make({ maxSessions: 1 });
    const first = await (await connect()).negotiate();
    first.send('{"execute": "ec');
    await settle();
    first.transport.destroy();
    await settle(50);
    const second = await (await connect()).negotiate();
    expect(await second.ask(echo(1))).toMatchObject({ id: 1, return: 1 });
  });

  it('T-E8 a client that never reads is stopped, then closed; others are not affected', async () => {
    const [harness, connect] = await make({ outHigh: 100_000, outMax: 2_000_000 });
    const reader = await (await connect()).negotiate();
    const idle = await (await connect()).negotiate();
    idle.transport.pause();
    const big = 'x'.repeat(10_000);
    idle.send(...Array.from({ length: 500 }, () => echo(big)));
    while (!(await isStill(() => harness.started.length)));
    const stopped = harness.started.length;
    expect(stopped).toBeLessThan(200); // what the system takes, and outHigh
    expect(await reader.ask(echo(1))).toMatchObject({ id: 1 });
    // events go on until there is too much
    for (let n = 0; n < 500; n++) {
      harness.server.emit('GAUGE', { name: big, n });
      if (n % 20 === 0) await settle(5); // the reader keeps up
    }
    while (harness.problems().length === 0) await settle(1);
    expect(harness.problems()[0]).toMatch(/session 2 .*slow-consumer/);
    expect((await reader.take(500)).every(({ event }) => event === 'GAUGE')).toBe(true);
    expect(await reader.ask(echo(2))).toMatchObject({ id: 2 });
    expect(harness.started.length).toBe(stopped + 2);
  });

  it('T-E8 a client that reads again gets everything', async () => {
    const [harness, connect] = await make({ outHigh: 100_000 });
    const client = await (await connect()).negotiate(['oob']);
    client.transport.pause();
    const big = 'x'.repeat(10_000);
    client.send(...Array.from({ length: 300 }, (_, i) => echo(`${i}${big}`)));
    while (!(await isStill(() => harness.started.length)));
    expect(harness.started.length).toBeLessThan(200);
    client.transport.resume();
    const replies = await client.take(300);
    expect(replies.map((reply) => reply.return)).toEqual(replies.map((_, i) => `${i}${big}`));
  });
});

describe('disconnect', () => {
  it('T-E7 half-close, drop: what an oob session has queued is dropped', async () => {
    const [harness, connect] = await MEDIA['unix socket']();
    const client = await (await connect()).negotiate(['oob']);
    client.send({ execute: 'hold', id: 0 }, ...[1, 2, 3, 4].map(echo));
    await harness.held();
    client.transport.end();
    await settle(50);
    harness.release();
    expect(await client.rest()).toEqual([]);
    await settle();
    expect(harness.started).toEqual(['1:hold']);
  });

  it('T-E7 half-close, drain: all are answered, then the server ends', async () => {
    const [harness, connect] = await MEDIA['unix socket']({ onInputEof: 'drain' });
    const client = await (await connect()).negotiate(['oob']);
    client.send({ execute: 'hold', id: 0 }, ...[1, 2, 3, 4].map(echo));
    await harness.held();
    client.transport.end();
    await settle(50);
    harness.release();
    await expectEnd(client, [0, 1, 2, 3, 4]);
  });

  it('T-E7 half-close, no oob: all are answered, whatever the policy (wire.md 13.5)', async () => {
    const [harness, connect] = await MEDIA['unix socket']();
    const client = await (await connect()).negotiate();
    client.send({ execute: 'hold', id: 0 }, ...[1, 2, 3, 4].map(echo));
    await harness.held();
    client.transport.end();
    await settle(50);
    harness.release();
    await expectEnd(client, [0, 1, 2, 3, 4]);
  });

  it('T-E3 a thousand clients that vanish leave nothing behind', async () => {
    const seed = Date.now() % 1_000_000;
    const random = makeRandom(seed);
    const harness = await start({ maxSessions: 8 });
    for (let round = 0; round < 1000; round++) {
      const client = harness.connect();
      const enable = random(2) === 0 ? [] : ['oob'];
      client.send(
        { execute: 'qmp_capabilities', arguments: { enable } },
        ...Array.from({ length: 9 }, (_, i) => echo(i)),
      );
      await settle(random(12));
      client.transport.destroy();
      await settle(1);
      expect(harness.problems(), `seed ${seed}`).toEqual([]); // nobody is refused: no session is left
    }
    const last = await harness.client();
    expect(await last.ask(echo('last')), `seed ${seed}`).toMatchObject({ id: 'last' });
    expect(harness.concurrent).toBe(0);
  });

  it.each(['global', 'session'] as const)(
    'a command that was taken does not start when its session ends at that moment (%s)',
    async (serialise) => {
      const harness = await start({ serialise });
      const connection = new Loopback();
      harness.server.accept(connection);
      connection.send('{"execute": "qmp_capabilities", "arguments": {"enable": ["oob"]}}');
      await settle();
      connection.send(JSON.stringify(echo('never')));
      connection.halfClose();
      await settle();
      expect(connection.isOver).toBe(true);
      expect(harness.started).toEqual([]);
      const next = await harness.client();
      expect(await next.ask(echo('next'))).toMatchObject({ id: 'next' });
    },
  );

  it('output that the system takes at once lets the input go on', async () => {
    const path = await socketPath();
    await start({ listen: { path }, outHigh: 100, qemuCompat: true });
    const client = await (await connectTo(path)).negotiate();
    client.send('?\n'.repeat(1000));
    expect(await client.take(1000)).toHaveLength(1000);
  });

  it('a reply larger than outMax is sent when nothing else waits', async () => {
    const harness = await start({ outMax: 1000, outHigh: 1000 });
    const client = await harness.client();
    const big = 'x'.repeat(5000);
    expect(await client.ask(echo(big))).toMatchObject({ id: big });
  });
});

async function expectEnd(client: RawClient, expected: unknown[]): Promise<void> {
  expect((await client.rest()).map(label)).toEqual(expected);
}

/** Whether a number stays the same while everything on its way arrives. */
async function isStill(read: () => number): Promise<boolean> {
  const before = read();
  await settle(100);
  return read() === before;
}
