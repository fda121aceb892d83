import { describe, expect, it } from 'vitest';
import { connectTo, socketPath, start } from './support/harness.js';
import { label, settle, type RawClient } from './support/raw-client.js';

const echo = (id: unknown): object => ({ execute: 'echo', arguments: { value: id }, id });

async function labels(client: RawClient, count: number): Promise<unknown[]> {
  return (await client.take(count)).map(label);
}

describe('order, queue, backpressure', () => {
  it.each([{ enable: [] }, { enable: ['oob'] }])(
    'T-B1 5000 commands in one write, $enable',
    async ({ enable }) => {
      const harness = await start();
      const client = await harness.client(...enable);
      const ids = Array.from({ length: 5000 }, (_, i) => i);
      client.send(...ids.map(echo));
      expect(await labels(client, ids.length)).toEqual(ids);
    },
  );

  it('T-B2 without oob nothing overtakes', async () => {
    const harness = await start();
    const client = await harness.client();
    client.send({ execute: 'hold', id: 1 }, echo(2), { 'exec-oob': 'ping', id: 3 });
    await harness.held();
    await settle();
    expect(client.inbox).toEqual([]);
    harness.release();
    const replies = await client.take(3);
    expect(replies.map(label)).toEqual([1, 2, 3]);
    expect(replies[2]?.error?.class).toBe('GenericError');
  });

  it('T-B6 a faulty request keeps its place', async () => {
    const harness = await start();
    const client = await harness.client('oob');
    client.send({ execute: 'hold', id: 'b' }, { id: 'err-2' });
    await harness.held();
    await settle();
    expect(client.inbox).toEqual([]);
    harness.release();
    const [first, second] = await client.take(2);
    expect(first).toMatchObject({ id: 'b', return: {} });
    expect(second).toMatchObject({ id: 'err-2', error: { class: 'GenericError' } });
  });

  it('T-B7 a syntax error keeps its place and has no id', async () => {
    const harness = await start();
    const client = await harness.client('oob');
    client.send({ execute: 'hold', id: 'b' }, '{"id":"err-2",]\n', echo('c'));
    await harness.held();
    await settle();
    expect(client.inbox).toEqual([]);
    harness.release();
    const replies = await client.take(3);
    expect(replies.map(label)).toEqual(['b', 'GenericError', 'c']);
    expect(replies[1]).not.toHaveProperty('id');
  });

  it('T-B8 execute and exec-oob together run, and fail, in order', async () => {
    const harness = await start();
    const client = await harness.client('oob');
    client.send({ execute: 'hold', id: 1 }, { execute: 'echo', 'exec-oob': 'ping', id: 2 });
    await harness.held();
    await settle();
    expect(client.inbox).toEqual([]);
    harness.release();
    const [, clash] = await client.take(2);
    expect(clash).toMatchObject({ id: 2, error: { class: 'GenericError' } });
  });

  it('T-B9 execute of an allow-oob command waits its turn', async () => {
    const harness = await start();
    const client = await harness.client('oob');
    client.send({ execute: 'hold', id: 1 }, { execute: 'ping', id: 2 });
    await harness.held();
    await settle();
    expect(client.inbox).toEqual([]);
    harness.release();
    expect(await labels(client, 2)).toEqual([1, 2]);
  });

  it.each([1, 2, 8, 64])('T-B10 the queue holds %i', async (queueMax) => {
    const harness = await start({ queueMax });
    const client = await harness.client('oob');
    const ids = Array.from({ length: queueMax }, (_, i) => i);
    // one running and all but one place taken (T-B3)
    client.send({ execute: 'hold', id: 'hold' }, ...ids.slice(1).map(echo));
    await harness.held();
    expect((await client.ask({ 'exec-oob': 'ping', id: 'in time' })).id).toBe('in time');
    // the last place (T-B4): what follows is not read
    client.send(echo(0), { 'exec-oob': 'ping', id: 'late' });
    await settle();
    expect(client.inbox).toEqual([]);
    harness.release();
    // a place is free as soon as the next command is taken, before it runs
    const replies = await labels(client, queueMax + 2);
    expect(replies).toEqual(['hold', 'late', ...ids.slice(1), 0]);
  });

  it('T-B11 backpressure reaches a sender of 100 MB', async () => {
    const path = await socketPath();
    const harness = await start({ listen: { path } });
    const client = await (await connectTo(path)).negotiate(['oob']);
    client.send({ execute: 'hold', id: -1 });
    await harness.held();
    const block = `${JSON.stringify(echo('x'.repeat(1000)))}\n`.repeat(60);
    const before = process.memoryUsage().rss;
    let blocks = 0;
    for (; blocks * block.length < 100e6 && client.transport.bufferedBytes === 0; blocks++) {
      client.send(block);
      await settle(50);
    }
    expect(blocks * block.length).toBeLessThan(4e6); // kernel buffers and what the server keeps
    expect(process.memoryUsage().rss - before).toBeLessThan(20e6);
    harness.release();
    const replies = await client.take(1 + blocks * 60);
    expect(replies[0]?.id).toBe(-1);
    expect(replies.every((reply) => reply.error === undefined)).toBe(true);
  });

  it('T-B12 packets and line ends do not matter', async () => {
    const harness = await start();
    const one = JSON.stringify(echo(1));
    const two = JSON.stringify(echo(2));
    const ways: readonly string[][] = [
      Array.from(`${one}\n${two}\n`),
      [`${one}${two}`],
      [`${one}\r\n${two}\r\n`],
      [`\n\n\t${one}   `, two],
    ];
    for (const packets of ways) {
      const client = await harness.client();
      for (const packet of packets) client.send(packet);
      expect(await labels(client, 2)).toEqual([1, 2]);
      client.transport.destroy();
      await client.ended;
    }
  });

  it.each([0xff, 0x01])('T-B13 a byte %i in mid-object costs one error', async (byte) => {
    const harness = await start();
    const client = await harness.client();
    client.send('{"execute": "ec');
    client.transport.write(Uint8Array.of(byte));
    client.send(echo('next'));
    expect(await labels(client, 2)).toEqual(['GenericError', 'next']);
  });

  it('T-B14 a limit that is exceeded costs one error, in order', async () => {
    const harness = await start({ limits: { nesting: 4 } });
    const client = await harness.client('oob');
    client.send({ execute: 'hold', id: 'hold' }, '[[[[[', echo('next'));
    await harness.held();
    await settle();
    expect(client.inbox).toEqual([]);
    harness.release();
    expect(await labels(client, 3)).toEqual(['hold', 'GenericError', 'next']);
  });
});
