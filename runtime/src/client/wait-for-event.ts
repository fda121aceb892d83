import type { WaitOptions } from '../abi/client-types.js';
import { connectionLost } from './connection-end.js';
import { armDeadline } from './deadline.js';
import { TimeoutError } from './errors.js';
import type { EventHub } from './event-hub.js';
import type { ReceivedEvent } from './received-event.js';
import type { Subscriber } from './subscriber.js';

export type EventPredicate = (event: ReceivedEvent) => boolean;

/** Waits for the first event of these names, from now on, that `predicate` holds of. */
export function waitForEvent(
  hub: EventHub,
  names: string | readonly string[],
  predicate: EventPredicate | undefined,
  options: WaitOptions,
): Promise<ReceivedEvent> {
  const waiting = wait(hub, names, predicate, options);
  // The wait begins before the command that causes the event. If that fails, nobody looks here.
  waiting.catch(() => undefined);
  return waiting;
}

async function wait(
  hub: EventHub,
  names: string | readonly string[],
  predicate: EventPredicate | undefined,
  { signal, timeoutMs }: WaitOptions,
): Promise<ReceivedEvent> {
  if (signal?.aborted === true) throw signal.reason;
  const caller = new Error();
  const what = typeof names === 'string' ? names : names.join(', ');
  const conclude = await new Promise<() => ReceivedEvent>((resolve) => {
    const settle = (conclusion: () => ReceivedEvent): void => {
      disarm();
      hub.unsubscribe(waiter);
      resolve(conclusion);
    };
    const waiter: Subscriber = {
      onEvent: (event) => {
        try {
          if (event.fault !== undefined) throw event.fault;
          if (predicate === undefined || predicate(event)) settle(() => event);
        } catch (error) {
          settle(() => {
            throw error;
          });
        }
      },
      onEnd: (end) => {
        settle(() => {
          throw showCaller(connectionLost(what, end), caller);
        });
      },
    };
    const disarm = armDeadline(signal, timeoutMs, (why) => {
      settle(() => {
        if (why.kind === 'aborted') throw why.reason;
        const message = `${what}: the event did not come within ${timeoutMs ?? 0} ms`;
        throw showCaller(new TimeoutError(message, false), caller);
      });
    });
    hub.subscribe(names, waiter);
  });
  return conclude();
}

/** Gives an error that arises later the stack of the call that it belongs to. */
function showCaller(error: Error, caller: Error): Error {
  const frames = caller.stack?.slice(caller.stack.indexOf('\n'));
  error.stack = `${error.name}: ${error.message}${frames ?? ''}`;
  return error;
}
