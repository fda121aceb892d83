import { expect } from 'vitest';

const FACTOR = 8;
/** The collector of garbage has more than its share with more objects. Quadratic work gives 64. */
const LIMIT = 28;
const ATTEMPTS = 4;

/**
 * Fails where work grows faster than the input: where eight times the input takes far more than eight times
 * the time of the processor. Others use the machine too, so one good attempt is enough.
 */
export function expectLinear(task: (size: number) => void, size: number): void {
  // Once to warm up.
  task(size);
  let ratio = Infinity;
  for (let attempt = 0; attempt < ATTEMPTS && ratio >= LIMIT; attempt += 1) {
    const small = Math.min(
      timeOf(() => task(size)),
      timeOf(() => task(size)),
    );
    ratio = Math.min(ratio, timeOf(() => task(FACTOR * size)) / small);
  }
  expect(ratio).toBeLessThan(LIMIT);
}

function timeOf(task: () => void): number {
  const before = process.cpuUsage();
  task();
  return process.cpuUsage(before).user;
}
