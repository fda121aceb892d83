import type {
  AnyEvent,
  CallOptions,
  CallParameters,
  Client,
  EventOf,
  EventStream,
  Names,
  OobCallOptions,
  RawCallOptions,
  ServerGreeting,
  WaitOptions,
} from '../abi/client-types.js';
import type { CommandMap, EventMap, NameOf, OobCommandName } from '../abi/maps.js';
import type { CommandTable, IntegerMode, SchemaTable } from '../abi/tables.js';
import type { Lane } from '../message/request.js';
import { checkArguments } from '../validate/check.js';
import { decodeReturn } from '../validate/decode.js';
import { readAny } from '../validate/received-any.js';
import { ValidationError } from '../validate/validation-error.js';
import type { WireValue } from '../wire/value.js';
import type { CallRequest } from './call.js';
import { conclude } from './conclude.js';
import type { Connection } from './connection.js';
import { connectionLost } from './connection-end.js';
import { DecodeError, OobUnavailableError } from './errors.js';
import type { EventHub } from './event-hub.js';
import type { Negotiated } from './negotiate.js';
import { indexSchema, type SchemaIndex } from './schema-index.js';
import { waitForEvent, type EventPredicate } from './wait-for-event.js';

/** A connected client: lays the types of a schema over a connection. See {@link Client}. */
export class QmpClient<C extends CommandMap<C>, E extends EventMap<E>> implements Client<C, E> {
  readonly greeting: ServerGreeting;
  readonly capabilities: readonly string[];
  readonly closed: Promise<Error | undefined>;
  readonly #index: SchemaIndex;
  readonly #integers: IntegerMode;
  readonly #connection: Connection;
  readonly #events: EventHub;

  constructor(
    schema: SchemaTable,
    connection: Connection,
    events: EventHub,
    negotiated: Negotiated,
  ) {
    this.greeting = negotiated.greeting;
    this.capabilities = negotiated.capabilities;
    this.#index = indexSchema(schema);
    this.#integers = schema.integers;
    this.#connection = connection;
    this.#events = events;
    this.closed = this.#watchEnd();
  }

  async execute<K extends NameOf<C>>(
    name: K,
    ...parameters: CallParameters<C[K]['arguments']>
  ): Promise<C[K]['returns']> {
    const command = this.#findCommand(name);
    const request = prepare(command, parameters, 'in-band');
    const value = conclude(request, await this.#connection.execute(request));
    return this.#decode(command, value);
  }

  async executeOob<K extends OobCommandName<C>>(
    name: K,
    ...parameters: CallParameters<C[K]['arguments'], OobCallOptions>
  ): Promise<C[K]['returns']> {
    const command = this.#findCommand(name);
    if (command.allowOob !== true) {
      throw new TypeError(`${name}: the schema does not allow it out-of-band; use 'execute'`);
    }
    const request = prepare(command, parameters, 'out-of-band');
    const { fallback }: OobCallOptions = request.options;
    const lane = this.#chooseLane(name, fallback === 'in-band');
    const value = conclude(request, await this.#connection.execute({ ...request, lane }));
    return this.#decode(command, value);
  }

  async executeRaw(name: string, args?: object, options: RawCallOptions = {}): Promise<unknown> {
    const lane = options.oob === true ? this.#chooseLane(name, false) : 'in-band';
    const successResponse = this.#index.commands.get(name)?.successResponse ?? true;
    const request = { command: name, lane, arguments: args, successResponse, options };
    return readAny(conclude(request, await this.#connection.execute(request)));
  }

  events(): EventStream<AnyEvent<E>>;
  events<K extends NameOf<E>>(names: Names<E, K>): EventStream<EventOf<E, K>>;
  events(names?: string | readonly string[]): EventStream<never> {
    return this.#events.open(names) as EventStream<never>;
  }

  waitFor<K extends NameOf<E>>(
    names: Names<E, K>,
    predicateOrOptions?: ((event: EventOf<E, K>) => boolean) | WaitOptions,
    options?: WaitOptions,
  ): Promise<EventOf<E, K>> {
    const [predicate, limits = {}] =
      typeof predicateOrOptions === 'function'
        ? [predicateOrOptions, options]
        : [undefined, predicateOrOptions ?? options];
    const event = waitForEvent(this.#events, names, predicate as EventPredicate, limits);
    return event as Promise<EventOf<E, K>>;
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #findCommand(name: string): CommandTable {
    const command = this.#index.commands.get(name);
    if (command !== undefined) return command;
    throw new TypeError(`the schema has no command '${name}'; 'executeRaw' takes any name`);
  }

  #chooseLane(command: string, fallsBack: boolean): Lane {
    if (this.capabilities.includes('oob')) return 'out-of-band';
    if (fallsBack) return 'in-band';
    const why = this.greeting.capabilities.includes('oob')
      ? 'it was not enabled on this connection'
      : `${this.#connection.peer} does not offer it`;
    throw new OobUnavailableError(`${command}: no out-of-band execution: ${why}`);
  }

  #decode(command: CommandTable, value: WireValue | undefined): unknown {
    if (value === undefined) return undefined;
    try {
      return decodeReturn(command, value, this.#integers);
    } catch (error) {
      throw ValidationError.is(error) ? new DecodeError(command.name, value, error) : error;
    }
  }

  async #watchEnd(): Promise<Error | undefined> {
    const end = await this.#connection.closed;
    return end.orderly ? undefined : connectionLost(this.#connection.peer, end);
  }
}

/** Arguments come first where the command has any; then come the options. */
function prepare(command: CommandTable, parameters: readonly unknown[], lane: Lane): CallRequest {
  const [args, options] = command.arguments === undefined ? [undefined, ...parameters] : parameters;
  checkArguments(command, args);
  return {
    command: command.name,
    lane,
    arguments: args as object | undefined,
    successResponse: command.successResponse ?? true,
    options: (options as CallOptions | undefined) ?? {},
  };
}
