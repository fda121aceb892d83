import { describe, expect, test } from 'vitest';
import type { IntegerMode } from '@qapi-ts/runtime/abi/v1';
import { connectPair } from './fake-server.js';
import { makeSchema } from './schema.js';

const MIN = -9223372036854775808n;
const MAX = 18446744073709551615n;
const BOTH = '{"signed": -9223372036854775808, "unsigned": 18446744073709551615}';
const EVENT = '{"event": "BIG", "data": {"unsigned": 18446744073709551615}}';

const open = (integers: IntegerMode) => connectPair({ schema: makeSchema(integers) });

describe.each(['number', 'mixed', 'bigint'] as const)(
  "64-bit integers with integers: '%s'",
  (mode) => {
    test('are sent exactly', async () => {
      const { client, server } = await open(mode);
      const calling = client.execute('big', { signed: MIN, unsigned: MAX });
      const request = await server.take();
      expect(request.text).toContain(`"arguments": ${BOTH}`);
      server.send(`{"return": {"signed": 1, "unsigned": 2}, "id": "${request.id}"}`);
      await calling;
      await client.close();
    });

    test('are received exactly, or not at all', async () => {
      const { client, server } = await open(mode);
      const calling = client.execute('big', { signed: 1, unsigned: 2n });
      const { id } = await server.take();
      server.send(`{"return": ${BOTH}, "id": "${id}"}`);
      if (mode === 'number') {
        const error: unknown = await calling.catch((reason: unknown) => reason);
        expect(error).toMatchObject({
          code: 'DECODE_FAILED',
          subject: 'big',
          value: { signed: MIN, unsigned: MAX },
        });
        expect((error as Error).message).toMatch(/^big: .*signed.*integers/s);
      } else {
        expect(await calling).toEqual({ signed: MIN, unsigned: MAX });
      }
      const naming = client.execute('query-name'); // the connection lives
      server.reply(await server.take(), 'x');
      expect(await naming).toBe('x');
      await client.close();
    });

    test('small ones have the type that the setting says', async () => {
      const { client, server } = await open(mode);
      const calling = client.execute('big', { signed: 1, unsigned: 2 });
      server.reply(await server.take(), { signed: -1, unsigned: Number.MAX_SAFE_INTEGER });
      const type = mode === 'bigint' ? 'bigint' : 'number';
      const { signed, unsigned } = await calling;
      expect([typeof signed, typeof unsigned]).toEqual([type, type]);
      expect([BigInt(signed), BigInt(unsigned)]).toEqual([-1n, 9007199254740991n]);
      await client.close();
    });

    test('in events', async () => {
      const { client, server } = await open(mode);
      const events = client.events('BIG');
      server.send(EVENT);
      if (mode === 'number') await expect(events.next()).rejects.toMatchObject({ subject: 'BIG' });
      else expect((await events.next()).value?.data).toEqual({ unsigned: MAX });
      await client.close();
    });
  },
);
