import { QmpError } from '@qapi-ts/runtime/server';
import type { HookResult } from '../../../generated/backup/index.js';
import type { Handlers } from '../../../generated/backup/server.js';
import type { Jobs } from './jobs.js';

/** What the administrator has installed. A real daemon would run programs. */
const HOOKS: ReadonlyMap<string, (args: Record<string, unknown>) => HookResult> = new Map([
  ['echo', (args) => ({ 'exit-code': 0, output: args })],
]);

/** `shutDown` ends the daemon, once the command that asks for it has its reply. */
export function storeHandlers(
  jobs: Jobs,
  shutDown: () => void,
): Pick<
  Handlers,
  | 'query-compressions'
  | 'query-free-space'
  | 'store-unlock'
  | 'hook-run'
  | 'daemon-restart'
  | 'quit'
> {
  return {
    'query-compressions': () => ['none', 'lz4', 'zstd'],

    'query-free-space': () => 2 ** 40,

    'store-unlock': () => {
      throw new QmpError('DeviceNotActive', 'the store is not locked');
    },

    'hook-run': ({ hook, ...args }) => {
      const run = HOOKS.get(hook);
      if (run === undefined) throw new QmpError('DeviceNotFound', `there is no hook '${hook}'`);
      return run(args);
    },

    'daemon-restart': (_args, { emit }) => {
      if (!jobs.isIdle) throw new QmpError('GenericError', 'a job is running');
      emit('DAEMON_SHUTDOWN');
      shutDown();
    },

    quit: (_args, { emit }) => {
      emit('DAEMON_SHUTDOWN');
      shutDown();
    },
  };
}
