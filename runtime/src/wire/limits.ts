/** What one message may cost. Exceeding any of the limits is an error, and the message is dropped. */
export interface WireLimits {
  /** Bytes of token text in one message, and so in one token; white space does not count. */
  readonly tokenBytes: number;
  /** Tokens in one message. */
  readonly tokens: number;
  /** Open objects plus open arrays. */
  readonly nesting: number;
}

/** The limits of the reference implementation (64 MiB, 2 Mi tokens, 1024 levels). */
export const DEFAULT_LIMITS: WireLimits = {
  tokenBytes: 64 * 1024 * 1024,
  tokens: 2 * 1024 * 1024,
  nesting: 1024,
};
