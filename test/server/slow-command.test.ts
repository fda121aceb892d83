import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SlowCommandWatch } from '../../runtime/src/executor/slow-command-watch.js';

const message = {
  sid: 3,
  n: 1,
  peer: 'test',
  request: {
    kind: 'request',
    lane: 'in-band',
    command: 'backup',
    arguments: undefined,
    id: 'job-1',
  },
} as const;

describe('commands that take long', () => {
  const seen: string[] = [];
  beforeEach(() => {
    seen.length = 0;
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const makeWatch = (): SlowCommandWatch =>
    new SlowCommandWatch((level, text) => seen.push(`${level}: ${text}`));

  it('are reported after a second, and every ten seconds from then on', () => {
    const done = makeWatch().watch(message);
    vi.advanceTimersByTime(999);
    expect(seen).toEqual([]);
    vi.advanceTimersByTime(19_001);
    expect(seen).toEqual([
      'warn: command backup (session 3, id "job-1") has run for 1 s',
      'warn: command backup (session 3, id "job-1") has run for 11 s',
    ]);
    done();
    vi.advanceTimersByTime(60_000);
    expect(seen).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('are not reported once the server has closed', () => {
    const watch = makeWatch();
    watch.watch(message);
    watch.stop();
    vi.advanceTimersByTime(60_000);
    expect(seen).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
