import { defineOobHandlers, type OobHandlers } from '../../../generated/backup/server.js';
import type { Jobs } from './jobs.js';

/** Answered at once, whatever the in-band handlers wait for: they only look at what is in memory. */
export function oobHandlers(jobs: Jobs): OobHandlers {
  return defineOobHandlers({
    'query-jobs': () => jobs.list(),

    'snapshot-abort': ({ id }) => {
      jobs.abort(id);
    },
  });
}
