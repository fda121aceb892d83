import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Emit, InBandContext } from '../../../runtime/src/abi/server-types.js';
import { QmpError } from '../../../runtime/src/message/qmp-error.js';
import { serve, type Server, type ServerSettings } from '../../../runtime/src/server/index.js';
import type { EventRateLimit } from '../../../runtime/src/server/options.js';
import { memoryPair } from '../../../runtime/src/transport/memory.js';
import { HalfOpenSocket } from './half-open-socket.js';
import { deferred, RawClient, settle, type Deferred } from './raw-client.js';
import { defineOobHandlers, schema, type Events } from './schema.js';

export type Context = InBandContext<Events>;

export interface Options extends Partial<ServerSettings> {
  readonly rateLimits?: { readonly GAUGE?: EventRateLimit<Events['GAUGE']> };
  /** Called at the start of every in-band handler. */
  readonly onCommand?: (command: string, context: Context) => void;
  readonly quit?: (context: Context) => void | Promise<void>;
  /** Out-of-band execution is off; `ping` and its like have in-band handlers. */
  readonly oobOff?: boolean;
  /** Instead of counting. */
  readonly ping?: () => { count: number };
}

interface Hold {
  readonly context: Context;
  readonly ended: Deferred;
}

/** A server with the test schema, and the strings to pull. */
export class Harness {
  server!: Server<Events>;
  /** The in-band commands in the order in which they started: the session's id and the command. */
  readonly started: string[] = [];
  readonly finished: string[] = [];
  readonly logs: { readonly level: string; readonly message: string }[] = [];
  /** In-band commands running now, and the most that ever ran at a time. */
  concurrent = 0;
  maxConcurrent = 0;
  readonly #holds: Hold[] = [];
  #pings = 0;

  async start(options: Options): Promise<void> {
    const { onCommand, quit, ping, oobOff, rateLimits, ...settings } = options;
    const tracked =
      <A, R>(handler: (args: A, context: Context) => R) =>
      (args: A, context: Context): R =>
        this.#track(context, () => {
          onCommand?.(context.command, context);
          return handler(args, context);
        });
    const oob = defineOobHandlers({
      ping: ping ?? (() => ({ count: ++this.#pings })),
      release: () => {
        this.release();
      },
      'oob-stats': () => ({ pings: this.#pings }),
      'oob-throw': () => {
        throw new Error('thrown out-of-band');
      },
      'oob-spin': ({ ms }) => {
        spin(ms);
      },
      'oob-emit': (_, { emit }: { readonly emit: Emit<Events> }) => {
        emit('BARE');
      },
    });
    this.server = await serve(schema, {
      listen: [],
      log: (level, message) => this.logs.push({ level, message }),
      ...settings,
      ...(rateLimits === undefined ? {} : { rateLimits }),
      handlers: {
        echo: tracked(({ value }) => value),
        hold: tracked((_, context) => this.#hold(context)),
        spin: tracked(({ ms }) => {
          spin(ms);
        }),
        fail: tracked(({ class: errorClass, desc }) => {
          throw errorClass === 'Error' ? new Error(desc) : new QmpError(errorClass, desc);
        }),
        emit: tracked(({ n }, context) => {
          for (let i = 1; i <= n; i++) context.emit('TICK', { n: i });
        }),
        silent: tracked(({ fail }) => {
          if (fail === true) throw new QmpError('GenericError', 'not silent');
        }),
        ...(oobOff === true ? oob : {}),
        ...(quit === undefined ? {} : { quit: (_, context) => quit(context) }),
      },
      oob: oobOff === true ? false : oob,
    });
  }

  /** The warnings and errors that the server has logged. */
  problems(): string[] {
    return this.logs
      .filter(({ level }) => level === 'warn' || level === 'error')
      .map(({ level, message }) => `${level}: ${message}`);
  }

  /** Ends the `hold` that has waited longest, or all. */
  release(which: 'first' | 'all' = 'first'): void {
    const count = which === 'first' ? 1 : this.#holds.length;
    for (const { ended } of this.#holds.splice(0, count)) ended.resolve();
  }

  /** Settles when `count` `hold` commands wait; their contexts. */
  async held(count = 1): Promise<Context[]> {
    while (this.#holds.length < count) await settle(1);
    return this.#holds.map(({ context }) => context);
  }

  /** A new connection in memory. */
  connect(): RawClient {
    const [ours, theirs] = memoryPair();
    this.server.accept(theirs);
    return new RawClient(ours);
  }

  /** A new connection in memory that has negotiated. */
  client(...enable: readonly string[]): Promise<RawClient> {
    return this.connect().negotiate(enable);
  }

  #track<R>(context: Context, run: () => R): R {
    const name = `${context.session.id}:${context.command}`;
    this.started.push(name);
    this.maxConcurrent = Math.max(this.maxConcurrent, ++this.concurrent);
    const end = (): void => {
      this.concurrent--;
      this.finished.push(name);
    };
    let result: R | undefined;
    try {
      result = run();
      return result;
    } finally {
      if (result instanceof Promise) void result.then(end, end);
      else end();
    }
  }

  async #hold(context: Context): Promise<void> {
    const ended = deferred();
    this.#holds.push({ context, ended });
    await ended.promise;
  }
}

/** A server for clients in memory. */
export async function start(options: Options = {}): Promise<Harness> {
  const harness = new Harness();
  await harness.start(options);
  onTestFinished(async () => {
    harness.release('all');
    await harness.server.close({ timeoutMs: 0 });
  });
  return harness;
}

/** A path for a unix socket, in a directory of its own. */
export async function socketPath(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'qapi-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return join(directory, 's');
}

export async function connectTo(path: string): Promise<RawClient> {
  const client = new RawClient(await HalfOpenSocket.open(path));
  onTestFinished(() => {
    client.transport.destroy();
  });
  return client;
}

/** A whole number from 0 to `below - 1`. */
export type Random = (below: number) => number;

/** Random numbers that a seed repeats (mulberry32). */
export function makeRandom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** Computes without a pause. */
export function spin(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}
