import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTransport } from '../../runtime/src/transport/connect.js';
import { listen } from '../../runtime/src/transport/listen.js';
import { inTemporaryDirectory } from './pairs.js';
import { RecordingSink } from './recording-sink.js';

describe('connecting', () => {
  test('tells the address, the problem and the code where nobody answers', () =>
    inTemporaryDirectory(async (dir) => {
      const path = join(dir, 'none');
      await expect(openTransport({ path })).rejects.toMatchObject({
        code: 'ENOENT',
        message: `cannot connect to ${path}: there is no such socket; is the server running? (ENOENT)`,
      });
    }));

  test('ends with the reason of a signal, before and meanwhile', () =>
    inTemporaryDirectory(async (dir) => {
      const path = join(dir, 's');
      let accepted = 0;
      const listener = await listen({ path }, (transport) => {
        accepted += 1;
        transport.destroy();
      });
      const reason = new Error('changed my mind');
      await expect(openTransport({ path }, { signal: AbortSignal.abort(reason) })).rejects.toBe(
        reason,
      );
      const controller = new AbortController();
      const opening = openTransport({ path }, { signal: controller.signal });
      controller.abort(reason);
      await expect(opening).rejects.toBe(reason);
      expect(accepted).toBe(0);
      await listener.close();
    }));

  test('a signal that aborts later does no harm', () =>
    inTemporaryDirectory(async (dir) => {
      const path = join(dir, 's');
      const listener = await listen({ path }, (far) => {
        far.write('hello');
      });
      const controller = new AbortController();
      const near = await openTransport({ path }, { signal: controller.signal });
      controller.abort();
      const sink = new RecordingSink(near);
      await sink.until(() => sink.received === 5);
      near.destroy();
      await listener.close();
    }));
});
