import type { Emit } from '../abi/server-types.js';
import type { EventMap } from '../abi/maps.js';
import type { Executor } from '../executor/executor.js';
import { describe } from '../executor/reply.js';
import { listen } from '../transport/listen.js';
import { stdio } from '../transport/stdio.js';
import type { Address, Listener, Transport } from '../transport/transport.js';
import { Door } from './door.js';
import type { ListenOn } from './options.js';
import type { ResolvedSettings } from './resolve-settings.js';

export interface CloseOptions {
  /**
   * How long the running command may take to end, in milliseconds. Default 5000. Sending the last output
   * may take a second more.
   */
  readonly timeoutMs?: number | undefined;
}

/** A server that is running. */
export interface Server<E extends EventMap<E>> extends AsyncDisposable {
  /** Where it listens, in the order of `listen`: a path, or `host:port` with the port really taken. */
  readonly addresses: readonly string[];
  /** Settles when the server has closed, whoever asked for it. Never rejects. */
  readonly closed: Promise<void>;
  readonly emit: Emit<E>;
  /**
   * Serves a connection that came about elsewhere. It counts and ends like those that `listen` brings, and
   * is destroyed where there are too many or the server is closing.
   */
  accept(transport: Transport): void;
  /**
   * Shuts down: no new connections, no further in-band commands, what is queued is refused; the running
   * command may end, and out-of-band commands may help it to; then the last replies are sent and all is
   * closed. Further calls wait for the same shutdown.
   *
   * Never rejects. Called while a handler is on the stack it does not wait, since the handler's own reply
   * is among those that are sent first; later in an asynchronous handler do not await it.
   */
  close(options?: CloseOptions): Promise<void>;
}

const CLOSE_TIMEOUT_MS = 5_000;

export class QmpServer<E extends EventMap<E>> implements Server<E> {
  readonly closed: Promise<void>;
  readonly emit: Emit<E>;
  readonly #executor: Executor;
  readonly #settings: ResolvedSettings;
  readonly #listeners: Listener[] = [];
  readonly #doors: Door[] = [];
  /** For connections that no listener brings. */
  readonly #acceptDoor: Door;
  /** All connections that there can be were given at the start: nobody comes after the last one. */
  #closesWhenEmpty = false;
  #closing: Promise<void> | undefined;
  #resolveClosed!: () => void;

  constructor(executor: Executor, settings: ResolvedSettings) {
    this.#executor = executor;
    this.#settings = settings;
    this.emit = executor.emit as Emit<E>;
    this.closed = new Promise((resolve) => {
      this.#resolveClosed = resolve;
    });
    this.#acceptDoor = this.#openDoor('drop');
  }

  get addresses(): readonly string[] {
    return this.#listeners.map(({ address }) => address);
  }

  /** Listens everywhere, or nowhere and throws. */
  async listen(targets: readonly ListenOn[]): Promise<void> {
    try {
      for (const target of targets) if (isAddress(target)) await this.#listenOn(target);
    } catch (error) {
      await this.close({ timeoutMs: 0 });
      throw error;
    }
    for (const target of targets) {
      if (target === 'stdio') this.#openDoor('drain').enter(stdio());
      else if (!isAddress(target)) this.accept(target);
    }
    this.#closesWhenEmpty = targets.length > 0 && !targets.some(isAddress);
    // In a later turn: no handler may run before the caller has got the server that it may want to use.
    setImmediate(() => {
      for (const door of this.#doors) door.open();
    });
  }

  accept(transport: Transport): void {
    this.#acceptDoor.enter(transport);
  }

  close({ timeoutMs = CLOSE_TIMEOUT_MS }: CloseOptions = {}): Promise<void> {
    this.#closing ??= this.#shutDown(timeoutMs);
    return this.#executor.insideHandler ? Promise.resolve() : this.#closing;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #isClosing(): boolean {
    return this.#closing !== undefined;
  }

  async #listenOn(address: Address): Promise<void> {
    if (this.#isClosing()) return;
    const { log } = this.#settings;
    const door = this.#openDoor('drop');
    const listener = await listen(address, door.enter, (error) => {
      log('error', `a connection could not be accepted: ${error.message}`);
    });
    if (!('path' in address) && !isLoopback(address.host)) {
      log('warn', `listening on ${listener.address}: whoever reaches it can execute every command`);
    }
    this.#listeners.push(listener);
    if (this.#isClosing()) await listener.close();
  }

  #openDoor(onInputEof: 'drop' | 'drain'): Door {
    const door = new Door(this.#executor, this.#settings, onInputEof, () => {
      if (this.#closesWhenEmpty && this.#executor.sessionCount === 0) void this.close();
    });
    if (this.#isClosing()) door.close();
    this.#doors.push(door);
    return door;
  }

  async #shutDown(timeoutMs: number): Promise<void> {
    for (const door of this.#doors) door.close();
    const stopped = this.#listeners.map((listener) => this.#stop(listener));
    await this.#executor.close(timeoutMs);
    await Promise.all(stopped);
    this.#resolveClosed();
  }

  async #stop(listener: Listener): Promise<void> {
    try {
      await listener.close();
    } catch (error) {
      this.#settings.log('error', `closing ${listener.address}: ${describe(error)}`);
    }
  }
}

function isAddress(target: ListenOn): target is Address {
  return target !== 'stdio' && !('start' in target);
}

function isLoopback(host = '127.0.0.1'): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);
}
