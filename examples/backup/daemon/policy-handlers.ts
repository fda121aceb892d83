import type { Handlers } from '../../../generated/backup/server.js';
import type { Catalogue } from './catalogue.js';
import type { Jobs } from './jobs.js';
import { selectKept } from './retention.js';

export function policyHandlers(
  catalogue: Catalogue,
  jobs: Jobs,
): Pick<Handlers, 'policy-set' | 'policy-apply'> {
  return {
    'policy-set': (policy) => {
      catalogue.setPolicy(policy);
    },

    'policy-apply': ({ volume, policy: ref, 'dry-run': isDryRun = false }, { emit }) => {
      catalogue.findVolume(volume);
      const policy = typeof ref === 'string' ? catalogue.findPolicy(ref) : ref;
      const snapshots = catalogue.listSnapshots(volume);
      const keeps = selectKept(snapshots, policy);
      const kept = snapshots.filter((snapshot) => keeps.has(snapshot)).map(identify);
      const deleted = snapshots.filter((snapshot) => !keeps.has(snapshot)).map(identify);
      if (isDryRun) return { deleted, kept };

      const task = { id: volume, kind: 'prune' as const, deleted: 0 };
      return jobs.run(task, emit, () => {
        for (const snapshot of deleted) {
          catalogue.removeSnapshot(snapshot.id);
          task.deleted += 1;
          emit('SNAPSHOT_DELETED', snapshot);
        }
        return { deleted, kept };
      });
    },
  };
}

function identify({ id, volume }: { id: string; volume: string }): { id: string; volume: string } {
  return { id, volume };
}
