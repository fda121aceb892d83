import { serve, type Server } from '@qapi-ts/runtime/server';
import type { Events } from '../../generated/backup/index.js';
import { defineHandlers, schema } from '../../generated/backup/server.js';
import { Catalogue } from './daemon/catalogue.js';
import { Jobs } from './daemon/jobs.js';
import { oobHandlers } from './daemon/oob-handlers.js';
import { policyHandlers } from './daemon/policy-handlers.js';
import { snapshotHandlers } from './daemon/snapshot-handlers.js';
import { storeHandlers } from './daemon/store-handlers.js';
import { tapeHandlers } from './daemon/tape-handlers.js';
import { volumeHandlers } from './daemon/volume-handlers.js';

/** Starts the backup daemon on a unix socket. It ends with the command `quit`. */
export function startDaemon(path: string): Promise<Server<Events>> {
  const catalogue = new Catalogue();
  const jobs = new Jobs();
  const shutdown = new AbortController();
  return serve(schema, {
    version: { major: 0, minor: 2, micro: 0 },
    handlers: defineHandlers({
      ...volumeHandlers(catalogue),
      ...snapshotHandlers(catalogue, jobs),
      ...policyHandlers(catalogue, jobs),
      ...storeHandlers(jobs, () => {
        shutdown.abort();
      }),
      ...tapeHandlers(),
    }),
    oob: oobHandlers(jobs),
    listen: { path },
    signal: shutdown.signal,
  });
}
