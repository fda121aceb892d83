import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { HandlerMarker } from '../../runtime/src/executor/dispatch.js';
import { InBandLane } from '../../runtime/src/executor/in-band-lane.js';
import type { IoPort, RequestMessage } from '../../runtime/src/executor/port.js';
import { spin, start } from './support/harness.js';
import { label, settle } from './support/raw-client.js';

const echo = (id: unknown): object => ({ execute: 'echo', arguments: { value: id }, id });

describe('several sessions, fairness', () => {
  it('T-D1 sessions take turns', async () => {
    const harness = await start();
    const holder = await harness.client('oob');
    holder.send({ execute: 'hold' });
    await harness.held();
    const queued = [8, 2, 2];
    for (const count of queued) {
      const client = await harness.client('oob');
      client.send(...Array.from({ length: count }, (_, i) => echo(i)));
      await settle();
    }
    harness.release();
    while (harness.finished.length < 13) await settle(1);
    const order = harness.started.slice(1).map((name) => 'ABC'[Number(name[0]) - 2]);
    expect(order.join('')).toBe('ABCABCAAAAAA');
  });

  it('T-D2 sessions may use the same ids', async () => {
    const harness = await start();
    const clients = await Promise.all([harness.client('oob'), harness.client('oob')]);
    for (let id = 0; id < 100; id++) {
      for (const [index, client] of clients.entries()) {
        client.send({ execute: 'echo', arguments: { value: `${index}-${id}` }, id });
      }
    }
    for (const [index, client] of clients.entries()) {
      const replies = await client.take(100);
      expect(replies.map((reply) => reply.return)).toEqual(replies.map((_, i) => `${index}-${i}`));
      expect(replies.map(({ id }) => id)).toEqual(replies.map((_, i) => i));
      expect(client.inbox).toEqual([]);
    }
  });

  it.each([
    ['global', 1],
    ['session', 2],
  ] as const)('T-D5 commands of two sessions: %s', async (serialise, most) => {
    const harness = await start({ serialise });
    const clients = await Promise.all([harness.client('oob'), harness.client('oob')]);
    for (const client of clients) client.send({ execute: 'hold', id: 1 }, echo(2), echo(3));
    await harness.held(most);
    await settle();
    expect(harness.started.length).toBe(most);
    while (harness.finished.length < 6) {
      harness.release();
      await settle(1);
    }
    expect(harness.maxConcurrent).toBe(most);
    for (const client of clients) expect((await client.take(3)).map(label)).toEqual([1, 2, 3]);
  });

  it('T-D6 the event loop turns between commands', async () => {
    const harness = await start({
      onCommand: () => {
        spin(1);
      },
    });
    const client = await harness.client('oob');
    let ticks = 0;
    const timer = setInterval(() => ticks++, 10);
    client.send(...Array.from({ length: 1000 }, (_, i) => echo(i)));
    const replies = await client.take(1000);
    clearInterval(timer);
    expect(replies.at(-1)?.id).toBe(999);
    expect(ticks).toBeGreaterThan(20); // at least every 50 ms of the second that it took
  });

  it('a session that has much to be parsed lets others have their turn', async () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0); // the number of values decides
    onTestFinished(() => {
      clock.mockRestore();
    });
    let pings = 0;
    let pingsBefore = 0;
    const harness = await start({
      ping: () => {
        if (pings === 0) other.send(echo('in between'));
        return { count: ++pings };
      },
      onCommand: () => (pingsBefore = pings),
    });
    const flood = await harness.client('oob');
    const other = await harness.client();
    flood.send('{"exec-oob": "ping"}'.repeat(1000));
    expect(await other.next()).toMatchObject({ id: 'in between' });
    expect(pingsBefore).toBeLessThan(200);
    expect((await flood.take(1000)).at(-1)).toMatchObject({ return: { count: 1000 } });
  });

  it('T-D7 a handler cannot start a command', async () => {
    const answers: (string | undefined)[] = [];
    let nested: unknown;
    const io: IoPort = {
      next: () => undefined,
      respond: (_sid, _n, text) => answers.push(text),
      publish: () => undefined,
    };
    const message: RequestMessage = {
      sid: 1,
      n: 1,
      peer: 'test',
      request: { kind: 'request', lane: 'in-band', command: 'x', arguments: undefined, id: 1 },
    };
    const table = { kind: 'command', name: 'x' } as const;
    const run = (): void => {
      try {
        lane.request({ ...message, n: 2 });
      } catch (error) {
        nested = error;
      }
    };
    const lane = new InBandLane(io, {
      commands: new Map([['x', { table, run, runOob: undefined }]]),
      integers: 'number',
      emit: () => undefined,
      marker: new HandlerMarker(),
      serialise: 'global',
      format: {},
      checkReplies: true,
      log: () => undefined,
    });
    lane.start();
    lane.request(message);
    expect(answers).toEqual([]); // the handler does not run inside the call
    await settle(1);
    expect(answers).toHaveLength(1);
    expect(String(nested)).toMatch(/not asked for/);
  });

  it('T-D8 exclusive: the second client waits for the first to leave', async () => {
    const harness = await start({ exclusive: true });
    const first = await harness.client();
    const second = harness.connect();
    second.send({ execute: 'qmp_capabilities', id: 'early' });
    await settle();
    expect(second.inbox).toEqual([]);
    expect(await first.ask(echo(1))).toMatchObject({ id: 1 });
    first.transport.destroy();
    expect(await second.next()).toHaveProperty('QMP');
    expect(await second.next()).toMatchObject({ id: 'early', return: {} });
  });
});
