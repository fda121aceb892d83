import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { UnmatchedReply } from '@qapi-ts/runtime/client';
import { connectPair, type Received } from './fake-server.js';

type Step = 'in-band' | 'out-of-band' | 'answer' | 'turn' | 'give up' | 'stray';

const steps = fc.array(
  fc.record({
    step: fc.constantFrom<Step>(
      'in-band',
      'in-band',
      'out-of-band',
      'answer',
      'answer',
      'turn',
      'give up',
      'stray',
    ),
    /** Which of the candidates, and whether an answer is an error. */
    choice: fc.nat(),
  }),
  { minLength: 1, maxLength: 60 },
);

/** The value or desc that the answer to a request carries. */
const answerTo = ({ id }: Received): string => `answer to ${id}`;

// T-H7: 10^4 cases.
test('whatever the order of replies, every call gets its own', { timeout: 120_000 }, async () => {
  const unmatched: UnmatchedReply[] = [];
  const { client, server } = await connectPair({ onUnmatched: (reply) => unmatched.push(reply) });
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const unanswered: Received[] = [];
      const calls: Promise<void>[] = [];
      const controllers: AbortController[] = [];
      let strays = 0;
      unmatched.length = 0;

      const call = (isOob: boolean): void => {
        const controller = new AbortController();
        const { signal } = controller;
        const key = calls.length;
        const value = { key, isOob };
        const calling = isOob
          ? client.executeRaw('x', value, { oob: true, signal })
          : client.execute('echo', { value }, { signal });
        calls.push(
          calling.then(
            (result) => {
              expect(result).toMatchObject({ key });
            },
            (error: unknown) => {
              if (signal.aborted) expect(error).toBe(signal.reason);
              else expect(error).toMatchObject({ code: 'COMMAND_FAILED', desc: `key ${key}` });
            },
          ),
        );
        controllers.push(controller);
      };
      const keyOf = (request: Received): number => {
        const args = request.arguments as { key: number; value?: { key: number } };
        return args.value?.key ?? args.key;
      };
      const collect = async (): Promise<void> => {
        await new Promise(setImmediate);
        await new Promise(setImmediate);
        unanswered.push(...server.requests.splice(0));
        expect(unanswered.filter((it) => it.execute !== undefined).length).toBeLessThanOrEqual(8);
      };
      const answer = (choice: number): void => {
        const [request] = unanswered.splice(choice % unanswered.length, 1);
        if (request === undefined) return;
        const key = keyOf(request);
        if (choice % 3 === 0) server.fail(request, `key ${key}`);
        else server.reply(request, { key, text: answerTo(request) });
      };

      for (const { step, choice } of script) {
        if (step === 'in-band' || step === 'out-of-band') call(step === 'out-of-band');
        else if (step === 'answer') answer(choice);
        else if (step === 'turn') await collect();
        else if (step === 'give up') controllers[choice % controllers.length]?.abort();
        else {
          strays += 1;
          server.send({ return: 'stray', id: choice });
        }
      }
      for (;;) {
        await collect();
        if (unanswered.length === 0) break;
        while (unanswered.length > 0) answer(7);
      }
      await Promise.all(calls);
      expect(unmatched).toHaveLength(strays);
    }),
    { numRuns: 10_000 },
  );
  await client.close();
});
