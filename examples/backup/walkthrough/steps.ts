import assert from 'node:assert/strict';
import { QmpError } from '@qapi-ts/runtime/client';
import type { Client } from '../../../generated/backup/client.js';

type Step = (client: Client) => Promise<void>;

/** What the demo shows, in this order. Each step rejects unless it really happened. */
export const steps: readonly (readonly [title: string, step: Step])[] = [
  ['A typed call', addVolume],
  ['64-bit integers, exact both ways', keepIntegers],
  ['Arguments that do not fit the schema', refuseArguments],
  ['A long command and its progress', watchProgress],
  ['Out-of-band commands overtake a long command', overtake],
  ['A clean end', quit],
];

async function addVolume(client: Client): Promise<void> {
  const volume = await client.execute('volume-add', {
    name: 'home',
    type: 'directory',
    path: '/home',
    exclude: ['*.o', 'cache/'],
  });
  assert.equal(volume.name, 'home');
  assert.equal(volume.snapshots, 0);
}

async function keepIntegers(client: Client): Promise<void> {
  const limit = 18446744073709551615n;
  const attributes = { lowest: -9223372036854775808n };
  const volume = await client.execute('volume-add', {
    name: 'disk',
    type: 'device',
    path: '/dev/sdb',
    limit,
    attributes,
  });
  assert.equal(volume.limit, limit);
  assert.deepEqual(volume.attributes, attributes);
  assert.equal(volume.generation, 2n ** 63n + 2n);
}

async function refuseArguments(client: Client): Promise<void> {
  // `execute` would not compile, and would not send this.
  const args = { name: 'media', type: 'directory', path: 5 };
  const error = await failureOf(client.executeRaw('volume-add', args));
  assert.equal(error.class, 'GenericError');
  assert.match(error.desc, /path/);
}

async function watchProgress(client: Client): Promise<void> {
  const events = client.events('SNAPSHOT_PROGRESS');
  const command = client.execute('snapshot-create', {
    id: 'home-1',
    volume: 'home',
    labels: ['daily'],
  });
  const watch = async (): Promise<number> => {
    let count = 0;
    for await (const { data } of events) {
      count += 1;
      if (data.done === data.total) break;
    }
    return count;
  };
  const [snapshot, count] = await Promise.all([command, watch()]);
  assert.equal(count, 3);
  assert.equal(snapshot.volume, 'home');
}

async function overtake(client: Client): Promise<void> {
  const answered: string[] = [];
  const note = <T>(name: string, answer: Promise<T>): Promise<T> =>
    answer.finally(() => answered.push(name));

  const progress = client.waitFor('SNAPSHOT_PROGRESS');
  const create = client.execute('snapshot-create', { id: 'disk-1', volume: 'disk' });
  const failure = note('snapshot-create', failureOf(create));
  const queued = note('query-free-space', client.execute('query-free-space'));
  await Promise.race([progress, failure]);

  const [job] = await note('query-jobs', client.executeOob('query-jobs'));
  assert.equal(job?.state, 'running');
  await note('snapshot-abort', client.executeOob('snapshot-abort', { id: 'disk-1' }));

  assert.equal((await failure).class, 'DeviceNotActive');
  assert.equal(await queued, 2 ** 40);
  assert.deepEqual(
    answered,
    ['query-jobs', 'snapshot-abort', 'snapshot-create', 'query-free-space'],
    'out-of-band commands must be answered first',
  );
}

async function quit(client: Client): Promise<void> {
  const goodbye = client.waitFor('DAEMON_SHUTDOWN');
  await client.execute('quit');
  await goodbye;
}

/** The error that a command is answered with. Rejects where it succeeds, or fails otherwise. */
async function failureOf(call: Promise<unknown>): Promise<QmpError> {
  try {
    await call;
  } catch (error) {
    if (QmpError.is(error)) return error;
    throw error;
  }
  throw new assert.AssertionError({ message: 'the command must fail' });
}
