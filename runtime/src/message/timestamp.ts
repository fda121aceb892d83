/** When an event was raised, on the server's clock, since the epoch (wire.md 11.6). */
export interface Timestamp {
  readonly seconds: number;
  /** 0 to 999999. Both are -1 where the server has no clock. */
  readonly microseconds: number;
}

/** Splits milliseconds since the epoch, as `Date.now()` gives them, or finer. */
export function timestampFromMilliseconds(milliseconds: number): Timestamp {
  const total = Math.floor(milliseconds * 1000);
  const seconds = Math.floor(total / 1_000_000);
  return { seconds, microseconds: total - seconds * 1_000_000 };
}
