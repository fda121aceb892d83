import type { Log } from '../abi/server-types.js';
import { guardLog, logToStderr } from '../executor/log.js';
import type { ExecutorSettings, InputEofPolicy } from '../executor/settings.js';
import type { ServerSettings } from './options.js';

const MIB = 1024 * 1024;

/** The settings of a server, nothing left open. */
export interface ResolvedSettings extends ExecutorSettings {
  readonly version: unknown;
  readonly checkReplies: boolean;
  readonly maxSessions: number;
  readonly exclusive: boolean;
  readonly onInputEof: InputEofPolicy | undefined;
  readonly log: Log;
}

/** @throws `RangeError` for a number that makes no sense */
export function resolveSettings(settings: ServerSettings): ResolvedSettings {
  const { version, qemuCompat = false } = settings;
  const { major = 0, minor = 0, micro = 0, package: name = '' } = version ?? {};
  const outHigh = readCount('outHigh', settings.outHigh, MIB);
  return {
    version: { qemu: { major, minor, micro }, package: name },
    checkReplies: settings.checkReplies ?? process.env.NODE_ENV !== 'production',
    queueMax: readCount('queueMax', settings.queueMax, 8),
    serialise: settings.serialise ?? 'global',
    limits: settings.limits ?? {},
    outHigh,
    outMax: readCount('outMax', settings.outMax, Math.max(16 * MIB, outHigh)),
    maxSessions: readCount('maxSessions', settings.maxSessions, 16),
    exclusive: settings.exclusive ?? false,
    onInputEof: settings.onInputEof,
    maxErrors: readCount('maxErrors', settings.maxErrors, qemuCompat ? Infinity : 100),
    silentShutdown: qemuCompat,
    format: { pretty: settings.pretty ?? false },
    log: guardLog(settings.log ?? logToStderr),
  };
}

function readCount(name: string, value: number | undefined, preset: number): number {
  if (value === undefined) return preset;
  if (value === Infinity || (Number.isSafeInteger(value) && value > 0)) return value;
  throw new RangeError(`${name} must be a positive integer or Infinity, not ${value}`);
}
