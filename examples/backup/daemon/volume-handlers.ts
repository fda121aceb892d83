import { QmpError } from '@qapi-ts/runtime/server';
import type { Handlers } from '../../../generated/backup/server.js';
import type { Catalogue } from './catalogue.js';

export function volumeHandlers(
  catalogue: Catalogue,
): Pick<Handlers, 'volume-add' | 'volume-remove' | 'query-volumes'> {
  return {
    'volume-add': (options) => catalogue.addVolume(options),

    'volume-remove': ({ name, 'with-snapshots': withSnapshots = false }, { emit }) => {
      catalogue.findVolume(name);
      const snapshots = catalogue.listSnapshots(name);
      if (snapshots.length > 0 && !withSnapshots) {
        throw new QmpError('GenericError', `volume '${name}' has ${snapshots.length} snapshots`);
      }
      for (const { id, volume } of snapshots) {
        catalogue.removeSnapshot(id);
        emit('SNAPSHOT_DELETED', { id, volume });
      }
      catalogue.removeVolume(name);
    },

    'query-volumes': () => catalogue.listVolumes(),
  };
}
