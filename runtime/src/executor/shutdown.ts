import type { IoHalf } from './io-half.js';
import { FLUSH_MIN_MS } from './settings.js';

/**
 * The way down, phase by phase (executor.md 8.8): no new in-band command runs, the running one may end
 * and out-of-band commands may help it to; then output is sent, the reply of whoever asked for the
 * shutdown included; then everything is closed. Takes at most `timeoutMs`, and a second for output.
 */
export async function shutDown(io: IoHalf, timeoutMs: number): Promise<void> {
  const start = performance.now();
  await Promise.resolve(); // a handler may have asked for this: let it leave the stack
  io.drain();
  await settleWithin(io.whenIdle(), timeoutMs);
  const left = timeoutMs - (performance.now() - start);
  await settleWithin(io.flush(), Math.max(left, FLUSH_MIN_MS));
  io.close();
}

function settleWithin(promise: Promise<void>, timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, timeoutMs);
    void promise.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
