import { connect, isClientError, memoryPair, TimeoutError } from '@qapi-ts/runtime/client';
import { describe, expect, test, vi } from 'vitest';
import { connectPair } from './fake-server.js';
import { schema } from './schema.js';

async function stackOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return (error as Error).stack ?? '';
  }
  return expect.unreachable('it should have failed');
}

describe('the stack of an error shows the line of the caller', () => {
  test('of a call', async () => {
    const { client, server } = await connectPair({ window: 2 });
    async function callIt(): Promise<void> {
      await client.execute('ping', { timeoutMs: 5000 });
    }
    async function callAll(): Promise<void> {
      await Promise.all([client.execute('query-name'), client.execute('ping')]);
    }
    const failing = stackOf(callIt());
    server.fail(await server.take(), 'no');
    expect(await failing).toMatch(/^CommandError: ping: no \(GenericError\)\n/);
    expect(await failing).toContain('callIt');
    const wrong = stackOf(client.execute('count', { from: 'x' as never }));
    expect(await wrong).toContain('errors.test.ts');
    const losing = stackOf(callAll());
    await server.take();
    server.destroy();
    expect(await losing).toContain('callAll');
  });

  test('of a time limit, a wait, a stream, and of connecting', async () => {
    const { client, server } = await connectPair();
    async function callIt(): Promise<void> {
      await client.execute('ping', { timeoutMs: 5 });
    }
    async function waitForIt(): Promise<void> {
      await client.waitFor('STOP', { timeoutMs: 5 });
    }
    async function readIt(): Promise<void> {
      for await (const event of client.events('STOP')) expect.unreachable(event.event);
    }
    expect(await stackOf(callIt())).toContain('callIt');
    expect(await stackOf(waitForIt())).toContain('waitForIt');
    const reading = stackOf(readIt());
    server.destroy();
    expect(await reading).toContain('readIt');
    async function connectIt(): Promise<void> {
      await connect(schema, { transport: memoryPair()[0], timeoutMs: 5 });
    }
    expect(await stackOf(connectIt())).toContain('connectIt');
  });
});

describe('errors are told by a mark', () => {
  test('that another copy of the package knows', async () => {
    const { client } = await connectPair();
    const error: unknown = await client
      .execute('ping', { timeoutMs: 1 })
      .catch((reason: unknown) => reason);
    vi.resetModules();
    const copy = await import('@qapi-ts/runtime/client');
    expect(copy.TimeoutError).not.toBe(TimeoutError);
    expect(error).not.toBeInstanceOf(copy.TimeoutError);
    expect([copy.TimeoutError.is(error), copy.isClientError(error)]).toEqual([true, true]);
    expect(copy.ProtocolError.is(error)).toBe(false);
    await client.close();
  });

  test('and are a union on code', () => {
    const error: unknown = new TimeoutError('late', true);
    if (!isClientError(error)) throw new Error('it is one');
    expect(error.code === 'TIMEOUT' && error.sent).toBe(true);
    for (const other of [undefined, null, 'TIMEOUT', new Error('x'), { code: 'TIMEOUT' }]) {
      expect([isClientError(other), TimeoutError.is(other)]).toEqual([false, false]);
    }
  });
});
