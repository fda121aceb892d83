import type { ServerGreeting } from '../abi/client-types.js';
import type { CallRequest } from './call.js';
import { conclude } from './conclude.js';
import type { Connection } from './connection.js';
import { connectionLost } from './connection-end.js';
import { CommandError, OobUnavailableError } from './errors.js';
import type { ClientSettings } from './settings.js';

export interface Negotiated {
  readonly greeting: ServerGreeting;
  /** What is enabled. */
  readonly capabilities: readonly string[];
}

/** Waits for the greeting and enters command mode, with out-of-band execution as `oob` says. */
export async function negotiate(
  connection: Connection,
  oob: ClientSettings['oob'],
): Promise<Negotiated> {
  const greeting = await connection.greeting;
  if (!('kind' in greeting)) throw connectionLost('no greeting came', greeting);
  const { version, capabilities: offered } = greeting;
  const isOffered = offered.includes('oob');
  if (oob === 'require' && !isOffered) {
    throw new OobUnavailableError(`${connection.peer} does not offer out-of-band execution`);
  }
  const wanted = oob !== 'off' && isOffered ? ['oob'] : [];
  const capabilities = await enable(connection, wanted, oob === 'require');
  connection.enterCommandMode();
  return { greeting: { version, capabilities: offered }, capabilities };
}

/** Enables what is wanted; unless that is required, nothing where the server refuses (wire.md 2.3). */
async function enable(
  connection: Connection,
  wanted: readonly string[],
  isRequired: boolean,
): Promise<readonly string[]> {
  const request: CallRequest = {
    command: 'qmp_capabilities',
    lane: 'in-band',
    arguments: wanted.length > 0 ? { enable: wanted } : undefined,
    successResponse: true,
    options: {},
  };
  try {
    conclude(request, await connection.execute(request));
    return wanted;
  } catch (error) {
    if (!CommandError.is(error) || wanted.length === 0) throw error;
    if (!isRequired) return await enable(connection, [], false);
    const message = `${connection.peer} refused out-of-band execution: ${error.desc}`;
    throw new OobUnavailableError(message, { cause: error });
  }
}
