import { QmpError } from '@qapi-ts/runtime/client';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { selectKept } from '../../examples/backup/daemon/retention.js';
import { startDaemon } from '../../examples/backup/server.js';
import { connect, type Client } from '../../generated/backup/client.js';
import type { RetentionPolicy, SnapshotInfo } from '../../generated/backup/index.js';

describe('the backup daemon', () => {
  let directory: string;
  let daemon: Awaited<ReturnType<typeof startDaemon>>;
  let client: Client;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'backup-daemon-'));
    const path = join(directory, 'backup.sock');
    daemon = await startDaemon(path);
    client = await connect({ path });
    await client.execute('volume-add', { name: 'home', type: 'directory', path: '/home' });
  });

  afterEach(async () => {
    await client.close();
    await daemon.close();
    await rm(directory, { recursive: true });
  });

  const classOf = async (call: Promise<unknown>): Promise<string> => {
    try {
      await call;
    } catch (error) {
      if (QmpError.is(error)) return error.class;
      throw error;
    }
    return 'none';
  };
  const createSnapshots = async (...ids: string[]): Promise<void> => {
    for (const id of ids) await client.execute('snapshot-create', { id, volume: 'home' });
  };
  const listSnapshots = async (volume?: string): Promise<string[]> =>
    (await client.execute('query-snapshots', { volume })).map(({ id }) => id);

  it('refuses what is there already, and what is not there', async () => {
    const home = { name: 'home', type: 'directory', path: '/' } as const;
    expect(await classOf(client.execute('volume-add', home))).toBe('GenericError');
    await createSnapshots('a');
    const again = client.execute('snapshot-create', { id: 'a', volume: 'home' });
    expect(await classOf(again)).toBe('GenericError');
    const unknown = client.execute('snapshot-create', { id: 'b', volume: 'moon' });
    expect(await classOf(unknown)).toBe('DeviceNotFound');
    for (const name of ['snapshot-delete', 'x-snapshot-verify'] as const) {
      expect(await classOf(client.execute(name, { id: 'b' }))).toBe('DeviceNotFound');
    }
  });

  it('removes a volume with its snapshots, but only if told to', async () => {
    await createSnapshots('a', 'b');
    expect(await classOf(client.execute('volume-remove', { name: 'home' }))).toBe('GenericError');
    const deleted = client.waitFor('SNAPSHOT_DELETED', ({ data }) => data.id === 'b');
    await client.execute('volume-remove', { name: 'home', 'with-snapshots': true });
    await deleted;
    expect(await client.execute('query-volumes')).toEqual([]);
    expect(await listSnapshots()).toEqual([]);
  });

  it('lists and verifies snapshots, and deletes one', async () => {
    await client.execute('volume-add', { name: 'empty', type: 'stream' });
    await createSnapshots('a', 'b');
    await client.execute('snapshot-create', { id: 'c', volume: 'empty', encrypt: true });
    expect(await listSnapshots()).toEqual(['a', 'b', 'c']);
    expect(await listSnapshots('empty')).toEqual(['c']);
    const verified = await client.execute('x-snapshot-verify', { id: 'c' });
    expect(verified).toEqual({ intact: true, damaged: [] });
    await client.execute('snapshot-delete', { id: 'a' });
    expect(await listSnapshots('home')).toEqual(['b']);
  });

  it('applies a policy, given by name or in full', async () => {
    await createSnapshots('a', 'b', 'c');
    await client.execute('policy-set', { name: 'two', 'keep-last': 2 });
    const plan = { volume: 'home', policy: 'two', 'dry-run': true };
    const { deleted } = await client.execute('policy-apply', plan);
    expect(deleted).toEqual([{ id: 'a', volume: 'home' }]);
    expect(await listSnapshots()).toEqual(['a', 'b', 'c']);

    const policy = { name: 'one', 'keep-last': 1 };
    const { kept } = await client.execute('policy-apply', { volume: 'home', policy });
    expect(kept).toEqual([{ id: 'c', volume: 'home' }]);
    expect(await listSnapshots()).toEqual(['c']);

    const unknown = client.execute('policy-apply', { volume: 'home', policy: 'three' });
    expect(await classOf(unknown)).toBe('DeviceNotFound');
  });

  it('takes an abort of what is not running, and again', async () => {
    await client.executeOob('snapshot-abort', { id: 'moon' });
    await client.execute('snapshot-abort', { id: 'moon' });
    expect(await client.executeOob('query-jobs')).toEqual([]);
  });

  it('stops a snapshot whose client is gone', async () => {
    const other = await connect({ path: daemon.addresses[0] ?? '' });
    await client.execute('volume-add', { name: 'disk', type: 'device', path: '/dev/sdb' });
    const failed = client.waitFor('JOB_STATE_CHANGED', ({ data }) => data.state === 'failed');
    const underWay = other.waitFor('SNAPSHOT_PROGRESS');
    const lost = classOf(other.execute('snapshot-create', { id: 'a', volume: 'disk' })).catch(
      () => 'lost',
    );
    await underWay;
    await other.close();
    await failed;
    expect(await lost).toBe('lost');
    expect(await listSnapshots()).toEqual([]);
  });

  it('hands unchecked arguments to a hook', async () => {
    const result = await client.execute('hook-run', { hook: 'echo', depth: 2n ** 63n });
    expect(result).toEqual({ 'exit-code': 0, output: { depth: 2n ** 63n } });
    expect(await classOf(client.executeRaw('hook-run', { hook: 5 }))).toBe('DeviceNotFound');
    expect(await classOf(client.executeRaw('hook-run'))).toBe('DeviceNotFound');
  });

  it('answers for the store and the tape', async () => {
    expect(await client.execute('query-compressions')).toEqual(['none', 'lz4', 'zstd']);
    const unlock = client.execute('store-unlock', { passphrase: 'open sesame' });
    expect(await classOf(unlock)).toBe('DeviceNotActive');
    const ejected = client.waitFor('__ORG.EXAMPLE_TAPE_EJECTED');
    const tape = await client.execute('__org.example_tape-eject');
    expect((await ejected).data).toEqual(tape);
    expect(await classOf(client.execute('__org.example_tape-eject'))).toBe('DeviceNotActive');
  });

  it('ends without an answer when it is to be restarted', async () => {
    const goodbye = client.waitFor('DAEMON_SHUTDOWN');
    await client.execute('daemon-restart');
    await goodbye;
    await daemon.closed;
  });
});

describe('a retention policy', () => {
  const DAY = 86_400n * 1_000_000_000n;
  const MINUTE = 60n * 1_000_000_000n;
  /** 2026-01-05, a Monday. */
  const MONDAY = 20_458n * DAY;
  const snapshotAt = (created: bigint): SnapshotInfo => ({
    id: String(created),
    volume: 'home',
    created,
    generation: 1,
    size: 0,
    ratio: 1,
    labels: [],
  });
  const indexesKept = (times: readonly bigint[], policy: Partial<RetentionPolicy>): number[] => {
    const snapshots = times.map(snapshotAt);
    const kept = selectKept(snapshots, { name: 'test', 'keep-last': 0, ...policy });
    return snapshots.flatMap((snapshot, index) => (kept.has(snapshot) ? [index] : []));
  };
  const days = [0n, 1n, 6n, 7n, 13n, 14n].map((day) => MONDAY + day * DAY);

  it('keeps the last ones, or all', () => {
    expect(indexesKept(days, { 'keep-last': 2 })).toEqual([4, 5]);
    expect(indexesKept(days, { 'keep-last': 0 })).toEqual([]);
    expect(indexesKept(days, { 'keep-last': 9 })).toEqual([0, 1, 2, 3, 4, 5]);
    expect(indexesKept(days, { 'keep-last': 'all' })).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('keeps the last one of each week', () => {
    expect(indexesKept(days, { 'keep-weekly': 'all' })).toEqual([2, 4, 5]);
    expect(indexesKept(days, { 'keep-weekly': 2 })).toEqual([4, 5]);
    expect(indexesKept(days, { 'keep-weekly': 'all', 'week-ends-on': 'monday' })).toEqual([
      0, 3, 5,
    ]);
  });

  it('counts days in local time', () => {
    const times = [MONDAY - 30n * MINUTE, MONDAY + 30n * MINUTE];
    expect(indexesKept(times, { 'keep-weekly': 'all' })).toEqual([0, 1]);
    expect(indexesKept(times, { 'keep-weekly': 'all', 'utc-offset': 60 })).toEqual([1]);
    expect(indexesKept(times, { 'keep-weekly': 'all', 'utc-offset': -60 })).toEqual([1]);
  });
});
