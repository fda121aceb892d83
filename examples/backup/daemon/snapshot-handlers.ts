import { setTimeout } from 'node:timers/promises';
import { QmpError } from '@qapi-ts/runtime/server';
import type { SnapshotProgress } from '../../../generated/backup/index.js';
import type { Context, Handlers } from '../../../generated/backup/server.js';
import type { Catalogue } from './catalogue.js';
import type { Job, Jobs } from './jobs.js';

/** How fast the daemon pretends to read: so many bytes in so many milliseconds. */
const STEP_BYTES = 16 * 1024 * 1024;
const STEP_MS = 20;

export function snapshotHandlers(
  catalogue: Catalogue,
  jobs: Jobs,
): Pick<Handlers, 'snapshot-create' | 'snapshot-delete' | 'query-snapshots' | 'x-snapshot-verify'> {
  return {
    'snapshot-create': async ({ id, volume, labels = [], encrypt = false }, context) => {
      const { size, generation } = catalogue.findVolume(volume);
      catalogue.refuseKnownSnapshot(id);
      const created = BigInt(Date.now()) * 1_000_000n;
      const progress = { id, volume, done: 0, total: size };
      await jobs.run({ id, kind: 'create', progress }, context.emit, (job) =>
        copyData(job, progress, context),
      );
      return catalogue.addSnapshot({
        id,
        volume,
        created,
        generation,
        size,
        ratio: 1.5,
        labels,
        cipher: encrypt ? 'aes-256-gcm' : undefined,
      });
    },

    'snapshot-delete': ({ id }, { emit }) => {
      const { volume } = catalogue.findSnapshot(id);
      catalogue.removeSnapshot(id);
      emit('SNAPSHOT_DELETED', { id, volume });
    },

    'query-snapshots': ({ volume }) => catalogue.listSnapshots(volume),

    'x-snapshot-verify': ({ id }) => {
      catalogue.findSnapshot(id);
      return { intact: true, damaged: [] };
    },
  };
}

/** Reads in steps and looks up after each one: whether to go on, and to tell how far it has come. */
async function copyData(
  job: Job,
  progress: SnapshotProgress & { done: number; total: number },
  { emit, signal }: Context,
): Promise<void> {
  do {
    await setTimeout(STEP_MS);
    if (job.isAborting || signal.aborted) {
      throw new QmpError('DeviceNotActive', `'${job.id}' was aborted`);
    }
    progress.done = Math.min(progress.done + STEP_BYTES, progress.total);
    emit('SNAPSHOT_PROGRESS', progress);
  } while (progress.done < progress.total);
}
