import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectTo, socketPath } from './support/harness.js';
import { compileDaemon, startDaemon } from './support/daemon.js';
import { label, type Message } from './support/raw-client.js';

/** The faults looked for here showed in one run of ten or so; `QAPI_DAEMON_RUNS=200` for more. */
const RUNS = Number(process.env.QAPI_DAEMON_RUNS ?? 20);

describe('a server process', () => {
  let script: string;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    ({ script, remove } = await compileDaemon());
  });
  afterAll(() => remove());

  const commands = [
    { execute: 'qmp_capabilities', id: 'c' },
    { execute: 'emit', arguments: { n: 3 }, id: 'e' },
    ...[1, 2, 3].map((id) => ({ execute: 'echo', arguments: { value: 'x'.repeat(1000) }, id })),
  ];
  const replies = [undefined, 'c', 'TICK', 'TICK', 'TICK', 'e', 1, 2, 3];

  it.each([
    ['with quit', [{ execute: 'quit', id: 'q' }], ['BARE', 'q']],
    ['without', [], []],
  ])('T-E6 commands | server: every reply is there, %s', async (_, last, lastReplies) => {
    await repeat(RUNS, async () => {
      const { process, result } = startDaemon(script);
      process.stdin.end([...commands, ...last].map((c) => JSON.stringify(c)).join('\n'));
      const { stdout, stderr, code } = await result;
      const messages = stdout
        .split('\r\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Message);
      expect(messages.map(label)).toEqual([...replies, ...lastReplies]);
      expect({ stderr, code }).toEqual({ stderr: 'closed\n', code: 0 });
    });
  });

  it('T-G1 quit: the reply, the end of the stream, and the process ends by itself', async () => {
    await repeat(RUNS, async () => {
      const path = await socketPath();
      const { process, result } = startDaemon(script, path);
      await new Promise((resolve) => process.stdout.once('data', resolve));
      const client = await (await connectTo(path)).negotiate();
      client.send({ execute: 'quit', id: 'q' });
      expect((await client.rest()).map(label)).toEqual(['BARE', 'q']);
      expect(client.error).toBeUndefined();
      const { stderr, code } = await result;
      expect({ stderr, code }).toEqual({ stderr: 'closed\n', code: 0 });
      expect(existsSync(path)).toBe(false); // T-G7
    });
  });
});

/** Two at a time. */
async function repeat(runs: number, run: () => Promise<void>): Promise<void> {
  let left = runs;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await run();
  };
  await Promise.all([worker(), worker()]);
}
