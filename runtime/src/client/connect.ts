import type { Client, ClientSchema } from '../abi/client-types.js';
import type { CommandMap, EventMap } from '../abi/maps.js';
import { openTransport } from '../transport/connect.js';
import type { Transport } from '../transport/transport.js';
import type { ConnectOptions } from './connect-options.js';
import { Connection } from './connection.js';
import { armDeadline, type GivenUp } from './deadline.js';
import { ConnectError, TimeoutError } from './errors.js';
import { EventHub } from './event-hub.js';
import { negotiate } from './negotiate.js';
import { QmpClient } from './qmp-client.js';
import { RequestIds } from './request-ids.js';
import { resolveSettings } from './settings.js';

/**
 * Connects to a QMP server, waits for its greeting, and enters command mode.
 *
 * Rejects with a `ConnectError` where nobody answers, a `TimeoutError`, the reason of `signal`, a
 * `ConnectionLostError`, a `ProtocolError`, an `OobUnavailableError` where `oob` is required, a
 * `CommandError` where the server refuses negotiation. The transport is closed then, a given one too.
 */
export async function connect<C extends CommandMap<C>, E extends EventMap<E>>(
  schema: ClientSchema<C, E>,
  options: ConnectOptions,
): Promise<Client<C, E>> {
  const settings = resolveSettings(options);
  const { signal } = options;
  if (signal?.aborted === true) {
    if ('transport' in options) options.transport.destroy();
    throw signal.reason;
  }
  const events = new EventHub(schema, settings.eventBuffer);
  const opening = new AbortController();
  let connection: Connection | undefined;
  let givenUp: GivenUp | undefined;
  const disarm = armDeadline(signal, settings.timeoutMs, (why) => {
    givenUp = why;
    opening.abort();
    connection?.fail(new Error(GIVEN_UP));
  });
  try {
    const transport = await open(options, opening.signal);
    connection = new Connection(transport, settings, new RequestIds(), events);
    if (opening.signal.aborted) connection.fail(new Error(GIVEN_UP)); // in the turn before this one
    const negotiated = await negotiate(connection, settings.oob);
    return new QmpClient(schema, connection, events, negotiated);
  } catch (error) {
    connection?.fail(error as Error);
    if (givenUp?.kind === 'aborted') throw givenUp.reason;
    if (givenUp?.kind === 'timeout') throw timedOut(connection, settings.timeoutMs);
    throw error;
  } finally {
    disarm();
  }
}

const GIVEN_UP = 'connecting was given up';

async function open(options: ConnectOptions, signal: AbortSignal): Promise<Transport> {
  if ('transport' in options) return options.transport;
  try {
    return await openTransport(options, { signal });
  } catch (cause) {
    throw new ConnectError((cause as Error).message, { cause });
  }
}

function timedOut(connection: Connection | undefined, timeoutMs: number): TimeoutError {
  const what =
    connection === undefined
      ? 'no connection came about'
      : connection.isGreeted
        ? `${connection.peer} did not answer qmp_capabilities`
        : `${connection.peer} sent no greeting (does it serve another client at present?)`;
  return new TimeoutError(`${what} within ${timeoutMs} ms`, false);
}
