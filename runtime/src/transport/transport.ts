/**
 * One connection: a stream of bytes in both directions. The owner (a server session or a client) drives
 * it; a transport knows nothing of messages. Sockets, stdio and the in-memory pair implement it.
 */
export interface Transport {
  /** Who is at the other end, for people: a path, `host:port`, `stdio`. */
  readonly peer: string;
  /** Bytes that were written and are not yet accepted by the system. */
  readonly bufferedBytes: number;
  /** Begins delivery to `sink`. Called once. Calls to the sink never happen inside a call to the transport. */
  start(sink: TransportSink): void;
  /** Queues text (ASCII) or bytes for sending. Ignored after `end` or `destroy`. */
  write(data: string | Uint8Array): void;
  /** Stops reading; a chunk already on its way may still arrive. */
  pause(): void;
  resume(): void;
  /** Sends what is queued, then closes. */
  end(): void;
  /** Closes at once; what is queued is lost. */
  destroy(): void;
}

export interface TransportSink {
  onData(chunk: Uint8Array): void;
  /** The peer will send no more; output is still possible. */
  onEnd(): void;
  /** Everything that was written has been accepted by the system. */
  onDrain(): void;
  /** The connection is gone, in both directions. Called exactly once, last. */
  onClose(error?: Error): void;
}

/** Something that accepts connections. */
export interface Listener {
  /** Where it listens, for people and for `connect`. */
  readonly address: string;
  /** Stops accepting and removes what it left in the file system. Existing connections stay. */
  close(): Promise<void>;
}

/** Where a server listens or a client connects. */
export type Address = { readonly path: string } | { readonly host?: string; readonly port: number };
