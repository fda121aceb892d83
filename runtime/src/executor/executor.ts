import type { Log } from '../abi/server-types.js';
import type { ServerSchemaTable } from '../abi/tables.js';
import type { Transport } from '../transport/transport.js';
import type { HandlerTable } from './commands.js';
import { HandlerMarker } from './dispatch.js';
import { makeEmitter, type AnyEmit, type RateLimit } from './emitter.js';
import { InBandLane } from './in-band-lane.js';
import { IoHalf } from './io-half.js';
import { linkCommands } from './link-commands.js';
import { OobLane } from './oob-lane.js';
import type { ConnectOptions } from './session.js';
import type { ExecutorSettings } from './settings.js';
import { shutDown } from './shutdown.js';

export interface ExecutorOptions extends ExecutorSettings {
  readonly schema: ServerSchemaTable;
  readonly handlers: HandlerTable;
  /** Undefined where out-of-band execution is off. */
  readonly oob: HandlerTable | undefined;
  /** As the greeting and `query-version` say it. */
  readonly version: unknown;
  readonly checkReplies: boolean;
  readonly rateLimits: ReadonlyMap<string, RateLimit>;
  readonly log: Log;
  /** What `quit` does where it has no handler. */
  readonly onQuit: () => void;
}

/** Executes the commands of the connections that it is given. Both halves run on this thread. */
export class Executor {
  /** @see Emit */
  readonly emit: AnyEmit;
  readonly #io: IoHalf;
  readonly #lane: InBandLane;
  readonly #marker = new HandlerMarker();

  /** @throws `TypeError` where the handlers do not fit the schema. */
  constructor(options: ExecutorOptions) {
    const { schema, version } = options;
    const { integers, events } = schema;
    const commands = linkCommands(schema, options, version, options.onQuit);
    const emit = makeEmitter({ ...options, events }, (event) => {
      io.publish(event);
    });
    const laneSettings = { ...options, commands, integers, emit, marker: this.#marker };

    // The two ports: each half sees the other through its own and nothing else.
    const io: IoHalf = new IoHalf(
      {
        request: (message) => {
          lane.request(message);
        },
        sessionClosed: (sid) => {
          lane.sessionClosed(sid);
        },
      },
      new OobLane(laneSettings),
      { ...options, offered: offersOob(options) ? ['oob'] : [] },
    );
    const lane = new InBandLane(io, laneSettings);

    this.emit = emit;
    this.#io = io;
    this.#lane = lane;
    lane.start();
  }

  /** Connections that are not gone yet. */
  get sessionCount(): number {
    return this.#io.sessionCount;
  }

  /** Whether a handler is on the stack: nothing that waits for handlers may be waited for there. */
  get insideHandler(): boolean {
    return this.#marker.inside;
  }

  connect(transport: Transport, options: ConnectOptions): void {
    this.#io.connect(transport, options);
  }

  /** To be called once. See {@link shutDown}. */
  async close(timeoutMs: number): Promise<void> {
    await shutDown(this.#io, timeoutMs);
    this.#lane.stop();
  }
}

/** In one thread, too: out-of-band commands overtake handlers that wait, though not those that compute. */
function offersOob({ schema, oob }: ExecutorOptions): boolean {
  return oob !== undefined && schema.commands.some(({ allowOob }) => allowOob === true);
}
