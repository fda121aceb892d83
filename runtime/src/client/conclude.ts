import type { WireValue } from '../wire/value.js';
import type { CallRequest, Outcome } from './call.js';
import { commandLost } from './connection-end.js';
import { CommandError, QueueFullError, TimeoutError } from './errors.js';

/**
 * The result of a call, `undefined` where the server sends none; throws what it failed with. To be
 * called in the async function that the caller awaits, whose line the stack then shows.
 */
export function conclude(request: CallRequest, outcome: Outcome): WireValue | undefined {
  const { command, options } = request;
  switch (outcome.kind) {
    case 'return':
      return outcome.value;
    case 'sent':
      return undefined;
    case 'error':
      throw new CommandError(command, outcome);
    case 'lost':
      throw commandLost(command, outcome.sent, outcome.end);
    case 'timeout': {
      const { sent } = outcome;
      const state = sent ? 'no reply came' : 'it could not be sent';
      const hint = sent ? 'and may still run' : 'because earlier commands are not answered';
      throw new TimeoutError(
        `${command}: ${state} within ${options.timeoutMs ?? 0} ms, ${hint}`,
        sent,
      );
    }
    case 'aborted':
      throw outcome.reason;
    case 'refused':
      throw new QueueFullError(`${command}: ${outcome.pending} calls are unanswered already`);
  }
}
