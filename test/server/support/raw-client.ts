import type { Transport } from '../../../runtime/src/transport/transport.js';

/** A message as the server wrote it, and what it means to `JSON.parse`. */
export interface Message {
  readonly text: string;
  readonly QMP?: { readonly capabilities: readonly string[]; readonly version: unknown };
  readonly return?: unknown;
  readonly error?: { readonly class: string; readonly desc: string };
  readonly id?: unknown;
  readonly event?: string;
  readonly data?: unknown;
}

/** A client that knows lines and nothing else, so that a test sees what is really on the wire. */
export class RawClient {
  readonly transport: Transport;
  /** What was received and not yet taken. */
  readonly inbox: Message[] = [];
  /** Settles when the server has ended its output or the connection is gone. */
  readonly ended: Promise<void>;
  error: Error | undefined;
  isClosed = false;
  #rest = '';
  #wake = deferred();

  constructor(transport: Transport) {
    this.transport = transport;
    const { promise, resolve } = deferred();
    this.ended = promise;
    transport.start({
      onData: (chunk) => {
        const lines = (this.#rest + Buffer.from(chunk).toString('latin1')).split('\r\n');
        this.#rest = lines.pop() ?? '';
        for (const text of lines) this.inbox.push({ ...(JSON.parse(text) as object), text });
        this.#notify();
      },
      onEnd: () => {
        resolve();
        this.#notify();
      },
      onDrain: () => {
        this.#notify();
      },
      onClose: (error) => {
        this.error = error;
        this.isClosed = true;
        resolve();
        this.#notify();
      },
    });
    void promise.then(() => {
      this.#isEnded = true;
      this.#notify();
    });
  }

  #isEnded = false;

  #notify(): void {
    this.#wake.resolve();
    this.#wake = deferred();
  }

  /** Sends JSON values or text as it is, in one write. */
  send(...messages: readonly (object | string)[]): void {
    const texts = messages.map((m) => (typeof m === 'string' ? m : `${JSON.stringify(m)}\n`));
    this.transport.write(Buffer.from(texts.join('')));
  }

  /** Settles when `condition` holds; asked again after everything that happens here. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      const wake = this.#wake.promise;
      if (this.#isEnded) throw new Error('the connection ended before the condition was met');
      await wake;
    }
  }

  /** The next message. */
  async next(): Promise<Message> {
    const [message] = await this.take(1);
    if (message === undefined) throw new Error('no message');
    return message;
  }

  /** The next `count` messages. */
  async take(count: number): Promise<Message[]> {
    await this.until(() => this.inbox.length >= count);
    return this.inbox.splice(0, count);
  }

  /** Everything up to the end of the stream. */
  async rest(): Promise<Message[]> {
    await this.ended;
    return this.inbox.splice(0);
  }

  /** Sends and waits for the next message. */
  async ask(message: object | string): Promise<Message> {
    this.send(message);
    return this.next();
  }

  /** Reads the greeting and negotiates, with `oob` where `enable` says so. */
  async negotiate(enable: readonly string[] = []): Promise<this> {
    await this.next();
    const reply = await this.ask({ execute: 'qmp_capabilities', arguments: { enable } });
    if (reply.return === undefined) throw new Error(`negotiation failed: ${reply.text}`);
    return this;
  }
}

export interface Deferred {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
}

export function deferred(): Deferred {
  let resolve!: () => void;
  const promise = new Promise<void>((settled) => {
    resolve = settled;
  });
  return { promise, resolve };
}

/** Lets the event loop turn, enough for everything that is on its way in memory to arrive. */
export async function settle(turns = 20): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** What tells messages apart in most tests: the id, the event's name, or the class of an id-less error. */
export function label({ id, event, error }: Message): unknown {
  return id ?? event ?? error?.class;
}
