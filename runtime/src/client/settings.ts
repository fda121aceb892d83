import type { WireLimits } from '../wire/limits.js';
import type { CallTableSettings } from './call-table.js';
import type { ConnectSettings, UnmatchedReply } from './connect-options.js';

export interface ConnectionSettings extends CallTableSettings {
  readonly limits: Partial<WireLimits>;
  readonly onUnmatched: (reply: UnmatchedReply) => void;
}

export interface ClientSettings extends ConnectionSettings {
  readonly oob: 'require' | 'prefer' | 'off';
  readonly timeoutMs: number;
  readonly eventBuffer: number;
}

/** Fills in the defaults. @throws `RangeError` for a limit that would let nothing through. */
export function resolveSettings(options: ConnectSettings): ClientSettings {
  return {
    oob: options.oob ?? 'prefer',
    timeoutMs: options.timeoutMs ?? 10_000,
    window: checkLimit('window', options.window ?? 8),
    maxPending: checkLimit('maxPending', options.maxPending ?? 100_000),
    eventBuffer: checkLimit('eventBuffer', options.eventBuffer ?? 10_000),
    limits: options.limits ?? {},
    onUnmatched: options.onUnmatched ?? (() => undefined),
  };
}

function checkLimit(name: string, value: number): number {
  if (value >= 1) return value;
  throw new RangeError(`'${name}' must be at least 1, and is ${value}`);
}
