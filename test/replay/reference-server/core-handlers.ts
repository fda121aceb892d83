import { open } from 'node:fs/promises';
import { QmpError } from '@qapi-ts/runtime/server';
import type { Handler, OobHandler } from './untyped.js';

let isRunning = true;

/** What a machine without devices does. */
export const coreHandlers: Readonly<Record<string, Handler>> = {
  'query-name': () => ({}),
  'query-status': () => ({
    running: isRunning,
    singlestep: false,
    status: isRunning ? 'running' : 'paused',
  }),
  stop: (_, { emit }) => {
    if (isRunning) emit('STOP', undefined);
    isRunning = false;
  },
  cont: (_, { emit }) => {
    if (!isRunning) emit('RESUME', undefined);
    isRunning = true;
  },
  system_reset: (_, { emit }) => {
    emit('RESET', { guest: false, reason: 'host-qmp-system-reset' });
  },
  system_powerdown: (_, { emit }) => {
    emit('POWERDOWN', undefined);
  },
  'query-jobs': () => [],
  'blockdev-add': async ({ config }) => {
    if (typeof config !== 'string') return;
    // Waits for a writer where it is a FIFO.
    const file = await open(config, 'r');
    await file.close();
  },
};

export const coreOobHandlers: Readonly<Record<string, OobHandler>> = {
  'query-yank': () => [],
  yank: ({ instances }) => {
    if (!Array.isArray(instances) || instances.length === 0) return undefined;
    throw new QmpError('DeviceNotFound', 'there is no such instance');
  },
  'migrate-pause': () => {
    throw new QmpError('GenericError', 'there is no migration');
  },
};
