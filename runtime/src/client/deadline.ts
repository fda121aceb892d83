/** Why a caller gave up. */
export type GivenUp =
  { readonly kind: 'timeout' } | { readonly kind: 'aborted'; readonly reason: unknown };

/** The longest time that timers take; more means never. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Watches a signal that has not aborted yet, and a time. `giveUp` is called at most once, never within
 * this call, and not after the returned function was called.
 */
export function armDeadline(
  signal: AbortSignal | undefined,
  timeoutMs: number | undefined,
  giveUp: (why: GivenUp) => void,
): () => void {
  const disarm = (): void => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  };
  const onAbort = (): void => {
    disarm();
    giveUp({ kind: 'aborted', reason: signal?.reason });
  };
  const onTimeout = (): void => {
    disarm();
    giveUp({ kind: 'timeout' });
  };
  const isLimited = timeoutMs !== undefined && timeoutMs <= MAX_TIMER_MS;
  const timer = isLimited ? setTimeout(onTimeout, timeoutMs) : undefined;
  signal?.addEventListener('abort', onAbort);
  return disarm;
}
