import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { connectTo, socketPath, start } from './support/harness.js';
import { label, settle } from './support/raw-client.js';

const echo = (id: unknown): object => ({ execute: 'echo', arguments: { value: id }, id });

describe('shutdown', () => {
  it('T-G1 quit: its reply, then the end of the stream, for every client', async () => {
    for (let round = 0; round < 200; round++) {
      const path = await socketPath();
      const harness = await start({ listen: { path } });
      const client = await (await connectTo(path)).negotiate();
      const other = await (await connectTo(path)).negotiate();
      client.send({ execute: 'quit', id: 'q' });
      expect((await client.rest()).map(label)).toEqual(['q']);
      expect(await other.rest()).toEqual([]);
      expect([client.error, other.error]).toEqual([undefined, undefined]);
      await harness.server.closed;
    }
  });

  it.each([
    [false, ['hold', 1, 2, 3]],
    [true, ['hold']],
  ])('T-G2 close while one runs and three wait (qemuCompat %j)', async (qemuCompat, expected) => {
    const harness = await start({ qemuCompat });
    const client = await harness.client('oob');
    client.send({ execute: 'hold', id: 'hold' }, ...[1, 2, 3].map(echo));
    await harness.held();
    const closed = harness.server.close();
    await settle();
    expect(client.inbox).toEqual([]);
    harness.release();
    const replies = await client.rest();
    expect(replies.map(label)).toEqual(expected);
    expect(replies[0]).toHaveProperty('return');
    for (const { error } of replies.slice(1)) {
      expect(error).toMatchObject({ class: 'GenericError' });
      expect(error?.desc).toMatch(/shutting down/);
    }
    await closed;
    expect(harness.started).toEqual(['1:hold']);
  });

  it('T-G3 out-of-band commands work while the server waits', async () => {
    const harness = await start();
    const client = await harness.client('oob');
    client.send({ execute: 'hold', id: 'hold' });
    await harness.held();
    const closed = harness.server.close({ timeoutMs: 60_000 });
    await settle();
    client.send(echo('late'), { 'exec-oob': 'release', id: 'release' });
    expect((await client.rest()).map(label)).toEqual(['release', 'hold', 'late']);
    await closed;
  });

  it('T-G4 a handler that never settles is left behind', async () => {
    const harness = await start();
    const client = await harness.client('oob');
    client.send({ execute: 'hold', id: 'hold' }, echo(1));
    await harness.held();
    const begin = performance.now();
    await harness.server.close({ timeoutMs: 100 });
    expect(performance.now() - begin).toBeGreaterThanOrEqual(99);
    expect(performance.now() - begin).toBeLessThan(3000);
    expect(await client.rest()).toEqual([]);
    harness.release();
    await settle();
    expect(harness.finished).toEqual(['1:hold']);
    expect(harness.problems()).toEqual([]);
  });

  it('T-G5 commands and connections at every moment of a shutdown', async () => {
    for (let moment = 0; moment < 30; moment++) {
      const path = await socketPath();
      const harness = await start({ listen: { path } });
      const client = await harness.client('oob');
      const local = await connectTo(path);
      await local.negotiate(moment % 2 === 0 ? ['oob'] : []);
      client.send({ execute: 'hold', id: 'hold' });
      await harness.held();
      const closed = harness.server.close({ timeoutMs: 60_000 });
      const late = harness.connect();
      for (let turn = 0; turn < 30; turn++) {
        client.send(echo(turn), { 'exec-oob': 'ping', id: 'p' });
        local.send(echo(turn), '{]', { 'exec-oob': 'ping' });
        if (turn === moment) harness.release();
        harness.server.emit('BARE');
        await settle(1);
      }
      await closed;
      expect(await late.rest()).toEqual([]);
      const replies = (await client.rest()).filter(({ error }) => error === undefined);
      expect(replies.filter(({ id }) => id === 'hold')).toHaveLength(1);
      expect(harness.started).toEqual(['1:hold']);
      harness.server.emit('BARE'); // ignored
      await expect(connectTo(path)).rejects.toThrow(/ENOENT/);
    }
  });

  it('T-G6 closing twice, at once, and from handlers is one shutdown', async () => {
    const inside: Promise<void>[] = [];
    const harness = await start({
      onCommand: (command) => {
        if (command === 'echo') inside.push(harness.server.close(), harness.server.close());
      },
    });
    const client = await harness.client();
    client.send(echo(1));
    expect((await client.rest()).map(label)).toEqual([1]);
    const outside = [harness.server.close(), harness.server.close()];
    await Promise.all([...inside, ...outside, harness.server.closed]);
    expect(inside).toHaveLength(2);
  });

  it('T-G6 a handler may return the promise of close', async () => {
    const harness = await start({ quit: () => harness.server.close() });
    const client = await harness.client();
    client.send({ execute: 'quit', id: 'q' });
    expect((await client.rest()).map(label)).toEqual(['q']);
    await harness.server.closed;
  });

  it('T-G6 a handler that awaits close late is left behind at the timeout', async () => {
    const harness = await start({
      quit: async () => {
        await settle(1);
        await harness.server.close({ timeoutMs: 50 });
      },
    });
    const client = await harness.client();
    client.send({ execute: 'quit', id: 'q' });
    expect(await client.rest()).toEqual([]);
    await harness.server.closed;
  });

  it('T-G7 nothing is left of a server that has closed', async () => {
    const path = await socketPath();
    const harness = await start({ listen: [{ path }, { port: 0 }] });
    expect(existsSync(path)).toBe(true);
    const client = await (await connectTo(path)).negotiate();
    await client.ask(echo(1));
    await harness.server.close();
    expect(existsSync(path)).toBe(false);
    expect(await client.rest()).toEqual([]);
    client.transport.destroy();
    await settle();
    const handles = process.getActiveResourcesInfo().filter((name) => /Pipe|TCP/.test(name));
    expect(handles.filter((name) => name !== 'PipeWrap')).toEqual([]); // those are of the test runner
  });

  it('an event that the rate limit holds back is sent before the end', async () => {
    const harness = await start({ rateLimits: { GAUGE: { intervalMs: 60_000, keys: ['name'] } } });
    const client = await harness.client();
    for (const n of [1, 2, 3]) harness.server.emit('GAUGE', { name: 'a', n });
    harness.server.emit('GAUGE', { name: 'b', n: 4 });
    await harness.server.close();
    const events = await client.rest();
    expect(events.map(({ data }) => (data as { n: number }).n)).toEqual([1, 4, 3]);
  });

  it('closes when its signal aborts, and when it is disposed of', async () => {
    const controller = new AbortController();
    const harness = await start({ signal: controller.signal });
    const client = await harness.client();
    controller.abort();
    await harness.server.closed;
    expect(await client.rest()).toEqual([]);

    const other = await start();
    await other.server[Symbol.asyncDispose]();
    await other.server.closed;
    await expect(start({ signal: controller.signal })).rejects.toThrow(/abort/);
  });
});
