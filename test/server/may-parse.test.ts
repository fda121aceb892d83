import { describe, expect, it } from 'vitest';
import { mayParse, type ParseState, type Phase } from '../../runtime/src/executor/may-parse.js';
import { ERROR_QUEUE_MAX } from '../../runtime/src/executor/settings.js';

const limits = { queueMax: 8, outHigh: 1000 };
const idle: ParseState = {
  mode: 'command',
  oobEnabled: false,
  queued: 0,
  executing: false,
  outBytes: 0,
};

describe('mayParse', () => {
  it.each<[string, Phase, Partial<ParseState>, boolean]>([
    ['idle', 'running', {}, true],
    ['negotiating', 'running', { mode: 'negotiating' }, true],
    ['closing', 'running', { mode: 'closing' }, false],
    ['output below the mark', 'running', { outBytes: 999 }, true],
    ['output at the mark', 'running', { outBytes: 1000 }, false],
    ['one queued', 'running', { queued: 1 }, false],
    ['one running', 'running', { executing: true }, false],
    ['oob, one running', 'running', { oobEnabled: true, executing: true }, true],
    ['oob, all but one place taken', 'running', { oobEnabled: true, queued: 7 }, true],
    ['oob, the queue full', 'running', { oobEnabled: true, queued: 8 }, false],
    ['draining, one running', 'draining', { executing: true }, true],
    ['draining, many errors', 'draining', { queued: ERROR_QUEUE_MAX - 1 }, true],
    ['draining, too many errors', 'draining', { queued: ERROR_QUEUE_MAX }, false],
    ['draining, output at the mark', 'draining', { outBytes: 1000 }, false],
    ['flushing', 'flushing', {}, false],
    ['closed', 'closed', {}, false],
  ])('%s (%s)', (_, phase, state, expected) => {
    expect(mayParse(phase, { ...idle, ...state }, limits)).toBe(expected);
  });
});
