import { QmpError } from '@qapi-ts/runtime/server';
import type { Handlers } from '../../../generated/backup/server.js';

export function tapeHandlers(): Pick<Handlers, '__org.example_tape-eject'> {
  let isLoaded = true;
  return {
    '__org.example_tape-eject': (_args, { emit }) => {
      if (!isLoaded) throw new QmpError('DeviceNotActive', 'there is no tape in the drive');
      isLoaded = false;
      const tape = { barcode: 'EX0001L9', capacity: 18_000_000_000_000 };
      emit('__ORG.EXAMPLE_TAPE_EJECTED', tape);
      return tape;
    },
  };
}
