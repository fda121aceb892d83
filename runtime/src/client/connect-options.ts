import type { Address, Transport } from '../transport/transport.js';
import type { WireLimits } from '../wire/limits.js';
import type { WireValue } from '../wire/value.js';

/** Where to connect to, or a transport that is connected already, and how. */
export type ConnectOptions = (Address | { readonly transport: Transport }) & ConnectSettings;

export interface ConnectSettings {
  /**
   * Out-of-band execution: `'prefer'` (default) enables it where the server offers it, `'require'` fails
   * with an `OobUnavailableError` otherwise, `'off'` leaves it alone.
   */
  readonly oob?: 'require' | 'prefer' | 'off' | undefined;
  /** Milliseconds for connecting, greeting and negotiation together. Default 10,000. */
  readonly timeoutMs?: number | undefined;
  /** Gives up connecting when it aborts, with its reason. Without effect once connected. */
  readonly signal?: AbortSignal | undefined;
  /**
   * How many in-band commands may be with the server at a time. Default 8, which is what QEMU takes:
   * with more it stops reading, and out-of-band commands behind them have to wait.
   */
  readonly window?: number | undefined;
  /**
   * How many calls may be unanswered in all, those waiting here and those that were given up but may
   * still be answered included. Further ones fail with a `QueueFullError`. Default 100,000.
   */
  readonly maxPending?: number | undefined;
  /** How many events each stream holds for its consumer; then the oldest is dropped. Default 10,000. */
  readonly eventBuffer?: number | undefined;
  /** Limits of a message from the server. Default: 64 MiB, 2 Mi tokens, 1024 levels. */
  readonly limits?: Partial<WireLimits> | undefined;
  /**
   * Told of replies that belong to no call of this client, such as those to a command of a client that
   * was connected before. They are dropped. What it throws is ignored.
   */
  readonly onUnmatched?: ((reply: UnmatchedReply) => void) | undefined;
}

export type UnmatchedReply =
  | {
      readonly kind: 'return';
      readonly id: WireValue | undefined;
      readonly value: WireValue;
    }
  | {
      readonly kind: 'error';
      readonly id: WireValue | undefined;
      readonly class: string;
      readonly desc: string;
    };
