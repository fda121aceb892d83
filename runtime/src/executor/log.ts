import type { Log } from '../abi/server-types.js';

/** Writes warnings and errors to the standard error stream, a line each where they are short. */
export const logToStderr: Log = (level, message) => {
  if (level === 'warn' || level === 'error') console.error(`${level}: ${message}`);
};

/** A log that never throws, whatever the one it was given does. */
export function guardLog(log: Log): Log {
  return (level, message) => {
    try {
      log(level, message);
    } catch {
      // there is nowhere left to say it
    }
  };
}
