import { describe, expect, it } from 'vitest';
import { start } from './support/harness.js';
import { settle } from './support/raw-client.js';

describe('negotiation', () => {
  it('T-A1 the greeting is the first and only message and offers oob', async () => {
    const harness = await start({ version: { major: 1, minor: 2, micro: 3, package: 'p' } });
    const client = harness.connect();
    expect(await client.next()).toMatchObject({
      QMP: {
        version: { qemu: { major: 1, minor: 2, micro: 3 }, package: 'p' },
        capabilities: ['oob'],
      },
    });
    await settle();
    expect(client.inbox).toEqual([]);
  });

  it('T-A2 before negotiation every command is refused, and it still can be negotiated', async () => {
    const harness = await start();
    const client = harness.connect();
    await client.next();
    const echo = await client.ask({ execute: 'echo', arguments: { value: 1 }, id: 1 });
    expect(echo).toMatchObject({ id: 1, error: { class: 'CommandNotFound' } });
    expect(echo.error?.desc).toMatch(/expecting capabilities negotiation/i);
    for (const bad of ['{]', '{}', 'null ']) {
      const reply = await client.ask(bad);
      expect(reply.error?.class, bad).toBe('GenericError');
      expect(reply, bad).not.toHaveProperty('id');
    }
    expect(await client.ask({ execute: 'nonsense', id: 2 })).toMatchObject({
      id: 2,
      error: { class: 'CommandNotFound' },
    });
    expect(await client.ask({ execute: 'qmp_capabilities', id: 3 })).toMatchObject({
      return: {},
      id: 3,
    });
    expect(harness.started).toEqual([]);
  });

  it('T-A3 a failed negotiation enables nothing', async () => {
    const harness = await start();
    const client = harness.connect();
    await client.next();
    for (const enable of [['nope'], ['oob', 'nope'], 'oob', null]) {
      const reply = await client.ask({ execute: 'qmp_capabilities', arguments: { enable } });
      expect(reply.error?.class, JSON.stringify(enable)).toBe('GenericError');
      const oob = await client.ask({ 'exec-oob': 'ping' });
      expect(oob.error?.class).toBe('GenericError');
    }
    const enable = { execute: 'qmp_capabilities', arguments: { enable: ['oob', 'oob'] } };
    expect((await client.ask(enable)).return).toEqual({});
    expect((await client.ask({ 'exec-oob': 'ping' })).return).toEqual({ count: 1 });
  });

  it('T-A4 the second negotiation is refused', async () => {
    const harness = await start();
    const client = await harness.client();
    const again = await client.ask({ execute: 'qmp_capabilities', id: 2 });
    expect(again).toMatchObject({ id: 2, error: { class: 'CommandNotFound' } });
    expect(again.error?.desc).toMatch(/already complete/);
    const wrong = { execute: 'qmp_capabilities', arguments: { enable: 1 } };
    expect((await client.ask(wrong)).error?.class).toBe('GenericError');
  });

  it('T-A5 exec-oob without the capability is an unexpected member', async () => {
    const harness = await start();
    const client = await harness.client();
    const reply = await client.ask({ 'exec-oob': 'ping', id: 7 });
    expect(reply).toMatchObject({ id: 7, error: { class: 'GenericError' } });
    expect(reply.error?.desc).toMatch(/exec-oob/);
  });

  it('T-A6 capabilities belong to the connection', async () => {
    const harness = await start();
    const first = await harness.client('oob');
    expect(await first.ask({ 'exec-oob': 'ping' })).toHaveProperty('return');
    first.transport.destroy();
    await first.ended;
    const second = harness.connect();
    await second.next();
    expect((await second.ask({ 'exec-oob': 'ping' })).error?.class).toBe('GenericError');
    expect((await second.ask({ execute: 'qmp_capabilities' })).return).toEqual({});
    expect((await second.ask({ 'exec-oob': 'ping' })).error?.class).toBe('GenericError');
  });

  it('T-A8 commands behind qmp_capabilities are read under the new mode', async () => {
    const harness = await start();
    const client = harness.connect();
    await client.next();
    client.send(
      { execute: 'qmp_capabilities', arguments: { enable: ['oob'] }, id: 'c' },
      { execute: 'hold', id: 'h' },
      { 'exec-oob': 'ping', id: 'p' },
    );
    expect((await client.take(2)).map(({ id }) => id)).toEqual(['c', 'p']);
    await harness.held();
    harness.release();
    expect(await client.next()).toMatchObject({ id: 'h', return: {} });
  });

  it('T-A9 no event comes before the reply to qmp_capabilities', async () => {
    const harness = await start();
    let emitting = true;
    const emitAll = (): void => {
      harness.server.emit('BARE');
      if (emitting) setImmediate(emitAll);
    };
    emitAll();
    const client = harness.connect();
    expect(await client.next()).toHaveProperty('QMP');
    await settle();
    expect(client.inbox).toEqual([]);
    expect(await client.ask({ execute: 'qmp_capabilities', id: 1 })).toMatchObject({ id: 1 });
    expect(await client.next()).toMatchObject({ event: 'BARE' });
    emitting = false;
  });
});
