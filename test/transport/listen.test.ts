import { constants, lstatSync, readdirSync } from 'node:fs';
import { link, mkdir, rename, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openTransport } from '../../runtime/src/transport/connect.js';
import { listen } from '../../runtime/src/transport/listen.js';
import type { Transport } from '../../runtime/src/transport/transport.js';
import { inTemporaryDirectory } from './pairs.js';
import { RecordingSink } from './recording-sink.js';

const ignore = (transport: Transport): void => {
  transport.destroy();
};

/** Leaves a socket file whose server is dead. */
async function leaveStaleSocket(path: string): Promise<void> {
  const listener = await listen({ path }, ignore);
  await link(path, `${path}.kept`);
  await listener.close();
  await rename(`${path}.kept`, path);
}

describe('listening on a unix socket', () => {
  test('it belongs to its owner only, at every moment, whatever the umask', () =>
    inTemporaryDirectory(async (dir) => {
      const path = join(dir, 's');
      const umask = process.umask(0);
      const modes = new Set<number>();
      let done = false;
      const watch = (): void => {
        for (const name of readdirSync(dir)) {
          const found = lstatSync(join(dir, name), { throwIfNoEntry: false });
          if (found !== undefined) modes.add(found.mode);
        }
        if (!done) setImmediate(watch);
      };
      watch();
      const listener = await listen({ path }, ignore);
      done = true;
      process.umask(umask);
      watch();
      expect(modes).toEqual(new Set([constants.S_IFDIR | 0o700, constants.S_IFSOCK | 0o600]));
      expect(readdirSync(dir)).toEqual(['s']);
      await listener.close();
      expect(readdirSync(dir)).toEqual([]);
    }));

  test('replaces the file of a dead server', () =>
    inTemporaryDirectory(async (path) => {
      path = join(path, 's');
      await leaveStaleSocket(path);
      await expect(openTransport({ path })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
      const listener = await listen({ path }, ignore);
      (await openTransport({ path })).destroy();
      await listener.close();
    }));

  test('refuses the place of a live server, which goes on', () =>
    inTemporaryDirectory(async (dir) => {
      const path = join(dir, 's');
      const first = await listen({ path }, ignore);
      await expect(listen({ path }, ignore)).rejects.toMatchObject({
        code: 'EADDRINUSE',
        message: `cannot listen on ${path}: another server listens there (EADDRINUSE)`,
      });
      (await openTransport({ path })).destroy();
      expect(readdirSync(dir)).toEqual(['s']);
      await first.close();
    }));

  test.each(['nothing', 'a stale socket'])(
    'of servers that start at the same time where there is %s one wins, and the others are told',
    (found) =>
      inTemporaryDirectory(async (dir) => {
        const path = join(dir, 's');
        if (found === 'a stale socket') await leaveStaleSocket(path);
        const starts = await Promise.allSettled(
          Array.from({ length: 8 }, () => listen({ path }, ignore)),
        );
        const won = starts.filter((start) => start.status === 'fulfilled');
        const lost = starts.filter((start) => start.status === 'rejected');
        expect([won.length, lost.length]).toEqual([1, 7]);
        for (const start of lost)
          expect(String(start.reason)).toContain(`cannot listen on ${path}`);
        expect(readdirSync(dir)).toEqual(['s']);
        await won[0]?.value.close();
      }),
  );

  test('touches nothing but sockets', () =>
    inTemporaryDirectory(async (dir) => {
      const path = join(dir, 'file');
      await writeFile(path, 'precious');
      await expect(listen({ path }, ignore)).rejects.toThrow('a file that is not a socket');
      expect(lstatSync(path).size).toBe(8);
    }));

  test('on closing leaves the file of a server that took its place', () =>
    inTemporaryDirectory(async (dir) => {
      const path = join(dir, 's');
      const first = await listen({ path }, ignore);
      await rename(path, join(dir, 'moved'));
      const second = await listen({ path }, ignore);
      await first.close();
      expect(readdirSync(dir).sort()).toEqual(['moved', 's']);
      await second.close();
      await second.close();
    }));

  test('tells what is wrong with a path', () =>
    inTemporaryDirectory(async (dir) => {
      const long = join(dir, 'x'.repeat(200));
      const refused = {
        code: 'ENAMETOOLONG',
        message: expect.stringContaining('too long') as string,
      };
      await expect(listen({ path: long }, ignore)).rejects.toMatchObject(refused);
      await expect(openTransport({ path: long })).rejects.toMatchObject(refused);
      await expect(listen({ path: '' }, ignore)).rejects.toMatchObject({ code: 'EINVAL' });
      await expect(listen({ path: join(dir, 'no', 's') }, ignore)).rejects.toThrow(
        `there is no directory ${join(dir, 'no')}`,
      );
    }));

  test.skipIf(process.platform !== 'linux')('takes the longest paths that the system allows', () =>
    inTemporaryDirectory(async (dir) => {
      const deep = join(dir, 'd'.repeat(97 - dir.length - 1));
      await mkdir(deep);
      const path = join(deep, 'qmp.sock1');
      expect(path).toHaveLength(107);
      const listener = await listen({ path }, ignore);
      (await openTransport({ path })).destroy();
      await listener.close();
    }),
  );

  test('existing connections outlive the listener', () =>
    inTemporaryDirectory(async (dir) => {
      const path = join(dir, 's');
      const accepted: Transport[] = [];
      const listener = await listen({ path }, (transport) => accepted.push(transport));
      const near = await openTransport({ path });
      while (accepted.length === 0) await new Promise(setImmediate);
      await listener.close();
      const sink = new RecordingSink(near);
      accepted[0]?.write('still here');
      await sink.until(() => sink.received === 10);
      expect([near.peer, accepted[0]?.peer]).toEqual([path, path]);
      near.destroy();
      accepted[0]?.destroy();
    }));
});

describe('listening on TCP', () => {
  test('takes a free port of the loopback interface', async () => {
    const listener = await listen({ port: 0 }, ignore);
    expect(listener.address).toMatch(/^127\.0\.0\.1:\d+$/);
    await listener.close();
  });

  test('names the port that is in use', async () => {
    const listener = await listen({ port: 0 }, ignore);
    const port = Number(listener.address.split(':')[1]);
    await expect(listen({ port }, ignore)).rejects.toMatchObject({
      code: 'EADDRINUSE',
      message: `cannot listen on 127.0.0.1:${port}: the port is in use (EADDRINUSE)`,
    });
    await listener.close();
    await expect(openTransport({ port })).rejects.toThrow(
      `cannot connect to localhost:${port}: nobody listens there`,
    );
  });
});

describe('accepting', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  });

  test('a connection that cannot be accepted is told to the owner, and the listener lives', async () => {
    const create = vi.spyOn(net, 'createServer');
    syncBuiltinESMExports();
    const errors: Error[] = [];
    const listener = await listen({ port: 0 }, ignore, (error) => errors.push(error));
    const server = create.mock.results[0]?.value as net.Server;
    const failure = new Error('accept EMFILE');
    server.emit('error', failure);
    expect(errors).toEqual([failure]);
    expect(server.listening).toBe(true);
    await listener.close();
  });
});
