import { ERROR_QUEUE_MAX } from './settings.js';

/** The life of an executor; it only ever moves to the right. */
export type Phase = 'running' | 'draining' | 'flushing' | 'closed';

export type SessionMode = 'negotiating' | 'command' | 'closing';

/** What decides whether a session's input is parsed. */
export interface ParseState {
  readonly mode: SessionMode;
  readonly oobEnabled: boolean;
  readonly queued: number;
  readonly executing: boolean;
  /** Bytes of output that wait for the peer. */
  readonly outBytes: number;
}

/**
 * Whether the next message of a session may be parsed (executor.md 8.3). A function of the present state
 * and of nothing else: a stopped session cannot be forgotten, since there is nothing to undo.
 */
export function mayParse(
  phase: Phase,
  session: ParseState,
  limits: { readonly queueMax: number; readonly outHigh: number },
): boolean {
  if (session.mode === 'closing' || session.outBytes >= limits.outHigh) return false;
  switch (phase) {
    case 'running':
      return session.oobEnabled
        ? session.queued < limits.queueMax
        : session.queued === 0 && !session.executing;
    case 'draining':
      return session.queued < ERROR_QUEUE_MAX; // only errors are queued; out-of-band goes on
    case 'flushing':
    case 'closed':
      return false;
  }
}
