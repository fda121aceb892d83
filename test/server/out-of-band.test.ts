import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { start } from './support/harness.js';
import { label, settle } from './support/raw-client.js';
import { schema } from './support/schema.js';

const IDS = ['null', '{}', '[]', '1e400', '18446744073709551616', '"\\u0000"', undefined];

describe('out of band', () => {
  it('T-C2 overtakes a handler that waits, not one that computes', async () => {
    const harness = await start();
    const client = await harness.client('oob');
    client.send({ execute: 'hold', id: 1 });
    await harness.held();
    expect(await client.ask({ 'exec-oob': 'ping', id: 2 })).toMatchObject({ id: 2 });
    harness.release();
    expect(await client.next()).toMatchObject({ id: 1 });

    client.send({ execute: 'spin', arguments: { ms: 20 }, id: 3 });
    await settle(1);
    client.send({ 'exec-oob': 'ping', id: 4 });
    expect((await client.take(2)).map(label)).toEqual([3, 4]);
  });

  it('T-C3 overtakes what is running and what is queued', async () => {
    const harness = await start();
    const client = await harness.client('oob');
    client.send(
      { execute: 'hold', id: 'hold' },
      { execute: 'echo', arguments: { value: 1 }, id: 'echo' },
      { 'exec-oob': 'ping', id: 'ping' },
    );
    expect((await client.next()).id).toBe('ping');
    await harness.held();
    client.send({ 'exec-oob': 'release', id: 'release' });
    expect((await client.take(3)).map(label)).toEqual(['release', 'hold', 'echo']);
  });

  it('T-C4 is refused at once where it cannot run', async () => {
    const harness = await start();
    const client = await harness.client('oob');
    client.send({ execute: 'hold', id: 'hold' });
    await harness.held();
    const cases = [
      [{ 'exec-oob': 'echo', arguments: { value: 1 }, id: 1 }, 'GenericError', /out-of-band/],
      [{ 'exec-oob': 'echo', arguments: { wrong: 1 }, id: 2 }, 'GenericError', /out-of-band/],
      [{ 'exec-oob': 'nope', id: 3 }, 'CommandNotFound', /nope/],
      [{ 'exec-oob': 'oob-spin', arguments: { ms: 'x' }, id: 4 }, 'GenericError', /ms/],
      [{ 'exec-oob': 'ping', arguments: { extra: 1 }, id: 5 }, 'GenericError', /extra/],
      [{ 'exec-oob': 1, id: 6 }, 'GenericError', /exec-oob/],
      [{ 'exec-oob': 'qmp_capabilities', id: 7 }, 'GenericError', /out-of-band/],
    ] as const;
    for (const [request, errorClass, text] of cases) {
      const reply = await client.ask(request);
      expect(reply).toMatchObject({ id: request.id, error: { class: errorClass } });
      expect(reply.error?.desc).toMatch(text);
    }
    expect(harness.started).toEqual(['1:hold']);
  });

  it('T-C5 needs no id', async () => {
    const harness = await start();
    const client = await harness.client('oob');
    const reply = await client.ask({ 'exec-oob': 'ping' });
    expect(reply.return).toEqual({ count: 1 });
    expect(reply).not.toHaveProperty('id');
  });

  it('T-C6 ids come back as they were sent', async () => {
    const harness = await start();
    const client = await harness.client('oob');
    for (const id of IDS) {
      const member = id === undefined ? '' : `, "id": ${id}`;
      const requests = [
        `{"execute": "echo", "arguments": {"value": 1}${member}}`,
        `{"execute": "fail", "arguments": {"class": "DeviceNotFound", "desc": "d"}${member}}`,
        `{"execute": "query-qmp-schema"${member}}`,
        `{"exec-oob": "ping"${member}}`,
        `{"exec-oob": "oob-throw"${member}}`,
        `{"execute": "nope"${member}}`,
        `{"wrong": 1${member}}`,
      ];
      for (const request of requests) {
        const { text } = await client.ask(request);
        if (id === undefined) expect(text).not.toContain('"id"');
        else expect(text.replaceAll('}, ', '')).toContain(`"id": ${id}`);
      }
    }
  });

  it('T-C7 a handler that throws harms nobody else', async () => {
    const harness = await start();
    const client = await harness.client('oob');
    const other = await harness.client('oob');
    const reply = await client.ask({ 'exec-oob': 'oob-throw', id: 1 });
    expect(reply).toMatchObject({
      id: 1,
      error: { class: 'GenericError', desc: 'thrown out-of-band' },
    });
    expect(harness.problems().join()).toMatch(/error: .*oob-throw[^]*thrown out-of-band[^]*at /);
    expect(await client.ask({ 'exec-oob': 'ping' })).toHaveProperty('return');
    expect(await other.ask({ 'exec-oob': 'ping' })).toHaveProperty('return');
  });

  it('T-C8 a handler that takes long is reported', async () => {
    let now = 0;
    let takes = 9;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
    onTestFinished(() => {
      clock.mockRestore();
    });
    const harness = await start({ ping: () => ({ count: (now += takes) }) });
    const client = await harness.client('oob');
    await client.ask({ 'exec-oob': 'ping' });
    expect(harness.problems()).toEqual([]);
    for (takes of [50, 500]) await client.ask({ 'exec-oob': 'ping' });
    expect(harness.problems()).toEqual([
      'warn: out-of-band command ping held up all sessions for 50 ms',
      'error: out-of-band command ping held up all sessions for 500 ms',
    ]);
  });

  it('T-C10 a handler that returns a promise fails, and its rejection is not lost', async () => {
    const broken = (): Promise<never> => Promise.reject(new Error('too late'));
    const harness = await start({ ping: broken as unknown as () => { count: number } });
    const client = await harness.client('oob');
    const reply = await client.ask({ 'exec-oob': 'ping', id: 1 });
    expect(reply).toMatchObject({ id: 1, error: { class: 'GenericError' } });
    expect(reply.error?.desc).toMatch(/not synchronous/);
    await settle();
    expect(harness.problems()[0]).toMatch(/^error: .*ping.*promise/);
    expect(harness.problems()[1]).toMatch(/^error: .*too late/);
  });

  it('T-C18 query-qmp-schema tells which commands allow it', async () => {
    const harness = await start();
    const client = await harness.client();
    const reply = await client.ask({ execute: 'query-qmp-schema', id: 1 });
    expect(reply).toMatchObject({ id: 1, return: schema.introspection });
    const allowed = (reply.return as { name: string; 'allow-oob'?: boolean }[])
      .filter((entry) => 'allow-oob' in entry)
      .map(({ name }) => name);
    expect(allowed).toEqual(
      schema.commands.filter(({ allowOob }) => allowOob).map(({ name }) => name),
    );
  });

  it('oob: false neither offers nor accepts it, and the commands need in-band handlers', async () => {
    const harness = await start({ oobOff: true });
    const client = harness.connect();
    expect((await client.next()).QMP?.capabilities).toEqual([]);
    const enable = { execute: 'qmp_capabilities', arguments: { enable: ['oob'] } };
    expect((await client.ask(enable)).error?.class).toBe('GenericError');
    await client.ask({ execute: 'qmp_capabilities' });
    expect(await client.ask({ execute: 'ping' })).toMatchObject({ return: { count: 1 } });
  });
});
