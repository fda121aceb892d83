import {
  connect,
  memoryPair,
  type Client,
  type ConnectSettings,
  type Transport,
} from '@qapi-ts/runtime/client';
import type { ClientSchema } from '@qapi-ts/runtime/abi/v1';
import { schema, type Commands, type Events } from './schema.js';

export interface Received {
  readonly execute?: string;
  readonly 'exec-oob'?: string;
  readonly arguments?: unknown;
  readonly id: string;
  /** As it came over the wire. */
  readonly text: string;
}

/** The other end of a connection, played by a test. */
export class FakeServer {
  readonly #transport: Transport;
  /** Requests that the test has not taken yet. */
  readonly requests: Received[] = [];
  readonly closed: Promise<Error | undefined>;
  isClosed = false;
  #rest = '';
  #wake: () => void = () => undefined;

  constructor(transport: Transport) {
    this.#transport = transport;
    this.closed = new Promise((resolve) => {
      transport.start({
        onData: (chunk) => {
          this.#read(Buffer.from(chunk).toString('latin1'));
        },
        onEnd: () => {
          transport.end();
        },
        onDrain: () => undefined,
        onClose: (error) => {
          this.isClosed = true;
          resolve(error);
          this.#wake();
        },
      });
    });
  }

  #read(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.requests.push({ ...(JSON.parse(line) as Received), text: line });
    this.#wake();
  }

  /** The next request. */
  async take(): Promise<Received> {
    for (;;) {
      const request = this.requests.shift();
      if (request !== undefined) return request;
      if (this.isClosed) throw new Error('the client closed the connection');
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  async takeAll(count: number): Promise<Received[]> {
    const taken: Received[] = [];
    while (taken.length < count) taken.push(await this.take());
    return taken;
  }

  /** Sends messages in one chunk; strings and bytes go as they are. */
  send(...messages: (string | Uint8Array | object)[]): void {
    const chunks = messages.map((message) => {
      if (message instanceof Uint8Array) return message;
      return Buffer.from(typeof message === 'string' ? message : `${JSON.stringify(message)}\r\n`);
    });
    this.#transport.write(Buffer.concat(chunks));
  }

  greet(capabilities: readonly string[] = ['oob']): void {
    this.send({ QMP: { version: VERSION, capabilities } });
  }

  reply({ id }: { readonly id: string }, value: unknown = {}): void {
    this.send({ return: value, id });
  }

  fail({ id }: { readonly id: string }, desc: string, errorClass = 'GenericError'): void {
    this.send({ error: { class: errorClass, desc }, id });
  }

  emit(event: string, data?: unknown): void {
    this.send({ event, data, timestamp: { seconds: 1, microseconds: 2 } });
  }

  /** Stops reading. */
  pause(): void {
    this.#transport.pause();
  }

  /** Sends what is queued and closes. */
  end(): void {
    this.#transport.end();
  }

  /** Closes at once; the client sees a reset. */
  destroy(): void {
    this.#transport.destroy();
  }

  async negotiate(capabilities: readonly string[] = ['oob']): Promise<Received> {
    this.greet(capabilities);
    const request = await this.take();
    this.reply(request);
    return request;
  }
}

export const VERSION = { qemu: { major: 7, minor: 2, micro: 22 }, package: '' };

export interface TestOptions extends ConnectSettings {
  readonly capabilities?: readonly string[];
  readonly schema?: ClientSchema<Commands, Events>;
}

/** A client in command mode and the server that it is connected to. */
export async function connectPair(
  options: TestOptions = {},
): Promise<{ client: Client<Commands, Events>; server: FakeServer }> {
  const [near, far] = memoryPair();
  const server = new FakeServer(far);
  const [client] = await Promise.all([
    connect(options.schema ?? schema, { ...options, transport: near }),
    server.negotiate(options.capabilities),
  ]);
  return { client, server };
}
