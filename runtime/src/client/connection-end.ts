import { ConnectionLostError } from './errors.js';

/** How a connection ended. */
export interface ConnectionEnd {
  /** Whether it was closed here, or by a server that had been told to quit. */
  readonly orderly: boolean;
  /** For people. */
  readonly reason: string;
  readonly cause?: Error | undefined;
}

/** The error of a command that is still waiting for its reply, or for being sent. */
export function commandLost(
  command: string,
  sent: boolean,
  { reason, cause }: ConnectionEnd,
): ConnectionLostError {
  const state = sent
    ? 'before its reply came, and it may have run'
    : 'before it was sent, so it did not run';
  return new ConnectionLostError(`${command}: the connection ended ${state}: ${reason}`, sent, {
    cause,
  });
}

/** The error of whoever waits for anything else. */
export function connectionLost(subject: string, end: ConnectionEnd): ConnectionLostError {
  const { reason, cause } = end;
  return new ConnectionLostError(`${subject}: the connection ended: ${reason}`, false, { cause });
}
