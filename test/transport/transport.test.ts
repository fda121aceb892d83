import { describe, expect, test } from 'vitest';
import { pairs } from './pairs.js';
import { RecordingSink } from './recording-sink.js';

const megabytes = (count: number): Buffer => Buffer.alloc(count << 20, 'abcdefg');

describe.each(pairs)('a transport over %s', (kind, connectPair) => {
  async function openPair(): Promise<[RecordingSink, RecordingSink]> {
    const [near, far] = await connectPair();
    return [new RecordingSink(near), new RecordingSink(far)];
  }

  test('carries every byte both ways, as text and as bytes', async () => {
    const [near, far] = await openPair();
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    near.transport.write(bytes);
    near.transport.write('{"execute": "x"}');
    far.transport.write(bytes);
    await far.until(() => far.received === 272);
    await near.until(() => near.received === 256);
    expect(far.bytes).toEqual(Buffer.concat([bytes, Buffer.from('{"execute": "x"}')]));
    expect(near.bytes).toEqual(Buffer.from(bytes));
    if (kind === 'unix socket') expect(far.count('drain')).toBe(0); // nothing had to wait
    near.transport.destroy();
    far.transport.destroy();
  });

  test('while paused delivers nothing, and the writer sees what waits', async () => {
    const [near, far] = await openPair();
    far.call((it) => {
      it.pause();
    });
    const data = megabytes(16);
    near.call((it) => {
      it.write(data);
    });
    near.call((it) => {
      it.write('!');
    });
    expect(near.transport.bufferedBytes).toBeGreaterThan(0);
    expect(near.count('drain')).toBe(0);
    far.call((it) => {
      it.resume();
    });
    await far.until(() => far.received === data.length + 1);
    await near.until(() => near.count('drain') > 0);
    expect(near.transport.bufferedBytes).toBe(0);
    expect(far.bytes.equals(Buffer.concat([data, Buffer.from('!')]))).toBe(true);
    near.transport.destroy();
    far.transport.destroy();
  });

  test('can be paused from within a delivery', async () => {
    const [near, far] = await openPair();
    far.transport.pause();
    for (let index = 0; index < 100; index += 1) near.transport.write(Buffer.alloc(50_000));
    const received: number[] = [];
    const onData = far.onData.bind(far);
    far.onData = (chunk) => {
      received.push(chunk.length);
      far.transport.pause();
      onData(chunk);
    };
    far.transport.resume();
    await far.until(() => received.length === 1);
    await new Promise(setImmediate);
    expect(received).toHaveLength(1);
    near.transport.destroy();
    far.transport.destroy();
  });

  test('end sends what is queued, then both sides close without an error', async () => {
    const [near, far] = await openPair();
    far.transport.pause();
    near.call((it) => {
      it.write(megabytes(4));
      it.end();
      it.write('lost');
    });
    far.transport.resume();
    await far.until(() => far.count('end') === 1);
    expect(far.received).toBe(4 << 20);
    far.call((it) => {
      it.end();
    });
    await Promise.all([near, far].map((sink) => sink.until(() => sink.count('close') === 1)));
    for (const sink of [near, far]) {
      expect(sink.calls.at(-1)).toBe('close');
      expect(sink.closeError).toBeUndefined();
      sink.transport.end();
      sink.transport.destroy();
      sink.transport.write('lost');
    }
    await new Promise(setImmediate);
    expect(near.count('close') + far.count('close')).toBe(2);
  });

  test('end closes also where the peer never ends, and drops what it sends', async () => {
    const [near, far] = await openPair();
    near.transport.write('bye');
    near.transport.end();
    far.transport.write('too late');
    await far.until(() => far.count('end') === 1);
    await near.until(() => near.count('close') === 1);
    expect(far.bytes.toString()).toBe('bye');
    expect(near.received).toBe(0);
    far.transport.destroy();
  });

  test('a peer that wrote a lot meanwhile still gets the last reply', async () => {
    const [near, far] = await openPair();
    near.transport.pause();
    far.transport.write(megabytes(1));
    near.transport.write('bye');
    near.transport.end();
    await far.until(() => far.count('end') === 1);
    expect(far.bytes.toString()).toBe('bye');
    far.transport.end();
    await far.until(() => far.count('close') === 1);
    expect(far.closeError).toBeUndefined();
  });

  test('destroy closes both sides, once', async () => {
    const [near, far] = await openPair();
    near.call((it) => {
      it.destroy();
      it.destroy();
    });
    await near.until(() => near.count('close') === 1);
    await far.until(() => far.count('end') + far.count('close') > 0);
    far.call((it) => {
      it.destroy();
    });
    await far.until(() => far.count('close') === 1);
    await new Promise(setImmediate);
    expect([near.count('close'), far.count('close')]).toEqual([1, 1]);
    expect(near.closeError).toBeUndefined();
  });

  test('writing to a peer that is gone ends in an error, never in a crash', async () => {
    const [near, far] = await openPair();
    far.transport.destroy();
    await far.until(() => far.count('close') === 1);
    while (near.count('close') === 0) {
      near.transport.write(megabytes(1));
      await new Promise(setImmediate);
    }
    if (kind !== 'streams') expect(near.closeError?.code).toMatch(/^(EPIPE|ECONNRESET)$/);
  });

  test('a connection that dies before it is started tells so once it is', async () => {
    const [near, far] = await connectPair();
    near.destroy();
    far.destroy();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const sink = new RecordingSink(far);
    await sink.until(() => sink.count('close') === 1);
    expect(sink.calledInside).toBe(false);
  });

  test('never calls the sink inside a call', async () => {
    const [near, far] = await openPair();
    near.call((it) => {
      it.write('a');
      it.pause();
      it.resume();
    });
    await far.until(() => far.received === 1);
    near.call((it) => {
      it.end();
    });
    far.call((it) => {
      it.destroy();
    });
    await near.until(() => near.count('close') === 1);
    expect([near.calledInside, far.calledInside]).toEqual([false, false]);
  });

  test('starts once', async () => {
    const [near, far] = await openPair();
    expect(() => {
      near.transport.start(far);
    }).toThrow('started twice');
    near.transport.destroy();
    far.transport.destroy();
  });
});
