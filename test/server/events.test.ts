import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeEmitter } from '../../runtime/src/executor/emitter.js';
import { RateLimiter } from '../../runtime/src/executor/rate-limit.js';
import { start } from './support/harness.js';
import { label, settle } from './support/raw-client.js';

describe('events', () => {
  it('T-F1 events come before the reply of the command that caused them', async () => {
    const harness = await start();
    const emitter = await harness.client();
    const other = await harness.client();
    const silent = harness.connect(); // does not negotiate
    await silent.next();
    const before = Date.now();
    emitter.send({ execute: 'emit', arguments: { n: 3 }, id: 'e' });
    const messages = await emitter.take(4);
    expect(messages.map(label)).toEqual(['TICK', 'TICK', 'TICK', 'e']);
    expect(messages.slice(0, 3).map(({ data }) => data)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    const { timestamp } = JSON.parse(messages[0]?.text ?? '') as {
      timestamp: { seconds: number; microseconds: number };
    };
    const at = timestamp.seconds * 1000 + timestamp.microseconds / 1000;
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThanOrEqual(Date.now());
    expect((await other.take(3)).map(({ data }) => data)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    await settle();
    expect(other.inbox).toEqual([]);
    expect(silent.inbox).toEqual([]);
  });

  it('T-F4 emitting while something is delivered or closed only queues', async () => {
    const order: string[] = [];
    const harness = await start({
      onCommand: (_, { signal, onClose, emit }) => {
        signal.addEventListener('abort', () => {
          order.push('abort');
          emit('TICK', { n: 1 });
        });
        onClose(() => {
          order.push('close');
          emit('TICK', { n: 2 });
        });
        onClose(() => {
          throw new Error('a broken hook');
        });
      },
    });
    const watcher = await harness.client();
    const client = await harness.client();
    client.send({ execute: 'hold' });
    await harness.held();
    client.transport.destroy();
    expect((await watcher.take(2)).map(({ data }) => data)).toEqual([{ n: 1 }, { n: 2 }]);
    expect(order).toEqual(['abort', 'close']);
    expect(harness.problems().join()).toMatch(/a broken hook/);
    await settle();
    expect(watcher.inbox).toEqual([]);
  });

  it('T-F4 a slow consumer that an event closes does not disturb the emitter', async () => {
    const harness = await start({ outMax: 1000, outHigh: 1000 });
    const slow = await harness.client();
    const watcher = await harness.client();
    slow.transport.pause();
    slow.send({ execute: 'hold' });
    const [context] = await harness.held();
    context?.onClose(() => {
      harness.server.emit('BARE');
    });
    const name = 'x'.repeat(300);
    for (let n = 0; n < 5; n++) {
      harness.server.emit('GAUGE', { name, n });
      await settle(); // the watcher reads, the other does not
    }
    const events = (await watcher.take(6)).map(label);
    expect(events.filter((event) => event === 'BARE')).toHaveLength(1);
    expect(events.filter((event) => event === 'GAUGE')).toHaveLength(5);
  });

  it('T-F5 an event of an out-of-band handler comes before its reply', async () => {
    const harness = await start();
    const client = await harness.client('oob');
    client.send({ 'exec-oob': 'oob-emit', id: 1 });
    expect((await client.take(2)).map(label)).toEqual(['BARE', 1]);
  });

  it('an event without data has no data member', async () => {
    const harness = await start();
    const client = await harness.client();
    harness.server.emit('BARE');
    expect(await client.next()).not.toHaveProperty('data');
  });

  it('an unknown event, or data that does not fit, is the emitter’s error', async () => {
    const harness = await start();
    expect(() => {
      harness.server.emit('NOPE' as 'BARE');
    }).toThrow(TypeError);
    expect(() => {
      harness.server.emit('TICK', { n: 'x' as unknown as number });
    }).toThrow(/n/);
  });
});

interface Vectors {
  readonly windowMs: number;
  readonly keys: Readonly<Record<string, string>>;
  readonly limited: readonly string[];
  readonly vectors: readonly {
    readonly name: string;
    readonly emits: readonly (readonly [at: number, event: string, data: object])[];
    readonly delivered: readonly { readonly at: number; readonly of: number }[];
  }[];
}

describe('rate limit', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const file = new URL('../../../shared/reference/wire/throttle-vectors.json', import.meta.url);
  const reference = JSON.parse(readFileSync(file, 'utf8')) as Vectors;

  it.each(reference.vectors)('as recorded: $name', ({ emits, delivered }) => {
    const seen: { at: number; of: number }[] = [];
    const limiter = new RateLimiter((text) => {
      const { data } = JSON.parse(text) as { data: { of: number } };
      seen.push({ at: Date.now(), of: data.of });
    });
    const names = [...new Set([...reference.limited, ...emits.map(([, name]) => name)])];
    const emit = makeEmitter(
      {
        events: names.map((name) => ({
          kind: 'event',
          name,
          data: () => ({ kind: 'object', name: 'D', members: [] }),
        })),
        rateLimits: new Map(
          reference.limited.map((name) => {
            const key = reference.keys[name];
            return [
              name,
              { intervalMs: reference.windowMs, ...(key === undefined ? {} : { keys: [key] }) },
            ];
          }),
        ),
        checkReplies: false,
        format: {},
      },
      (event) => {
        limiter.publish(event);
      },
    );
    for (const [of, [at, name, data]] of emits.entries()) {
      vi.advanceTimersByTime(at - Date.now());
      emit(name, { ...data, of });
    }
    vi.advanceTimersByTime(10 * reference.windowMs);
    expect(seen).toEqual(delivered);
  });

  it('what is held back is delivered at shutdown, and no window is left', () => {
    const seen: string[] = [];
    const limiter = new RateLimiter((text) => seen.push(text));
    for (const text of ['1', '2', '3'])
      limiter.publish({ text, stream: { key: 'k', intervalMs: 5 } });
    limiter.flush();
    expect(seen).toEqual(['1', '3']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('keys a name of the object prototype like any other', () => {
    const streams: (string | undefined)[] = [];
    const emit = makeEmitter(
      {
        events: [
          { kind: 'event', name: 'E', data: () => ({ kind: 'object', name: 'D', members: [] }) },
        ],
        rateLimits: new Map([['E', { keys: ['__proto__', 'toString'] }]]),
        checkReplies: false,
        format: {},
      },
      ({ stream }) => streams.push(stream?.key),
    );
    emit('E', {});
    emit('E', { ['__proto__']: 1 });
    emit('E', { toString: 1 });
    expect(new Set(streams).size).toBe(3);
  });
});
