import type { OobHandlers, ServerSchema } from '../abi/server-types.js';
import type { CommandMap, EventMap } from '../abi/maps.js';
import type { HandlerTable } from '../executor/commands.js';
import type { RateLimit } from '../executor/emitter.js';
import { Executor } from '../executor/executor.js';
import type { ListenOn, ServeOptions } from './options.js';
import { resolveSettings } from './resolve-settings.js';
import { QmpServer, type Server } from './server.js';

/** The same options where the types of the schema do not matter any more. */
interface UntypedOptions {
  readonly handlers: HandlerTable;
  readonly oob?: HandlerTable | false | undefined;
  readonly rateLimits?: Readonly<Record<string, RateLimit | undefined>> | undefined;
}

/**
 * Starts a QMP server: it answers the commands of `schema` with the handlers that it is given, on every
 * connection that `listen` brings.
 *
 * A handler that wants the server itself may use it: no command runs before `serve` has settled. Give the
 * variable a type (`const server: Server<Events> = await serve(...)`) where a handler returns what it gets
 * from the server; TypeScript cannot infer such a circle.
 *
 * @throws `TypeError` where the handlers do not fit the schema, `RangeError` for a number out of range,
 * the system's error where it cannot listen, the reason of `signal` where that has aborted already.
 */
export async function serve<
  C extends CommandMap<C>,
  E extends EventMap<E>,
  const O extends OobHandlers<C, E>,
>(schema: ServerSchema<C, E>, options: ServeOptions<C, E, O>): Promise<Server<E>> {
  const { signal, listen } = options;
  signal?.throwIfAborted();
  const settings = resolveSettings(options);
  const { handlers, oob = {}, rateLimits = {} } = options as unknown as UntypedOptions;
  const executor: Executor = new Executor({
    ...settings,
    schema,
    handlers,
    oob: oob === false ? undefined : oob,
    rateLimits: new Map(
      Object.entries(rateLimits).flatMap(([name, limit]) =>
        limit === undefined ? [] : [[name, limit]],
      ),
    ),
    onQuit: () => {
      close();
    },
  });
  const server = new QmpServer<E>(executor, settings);
  const close = (): void => void server.close();
  signal?.addEventListener('abort', close);
  void server.closed.then(() => signal?.removeEventListener('abort', close));
  await server.listen(isList(listen) ? listen : [listen]);
  return server;
}

function isList(listen: ListenOn | readonly ListenOn[]): listen is readonly ListenOn[] {
  return Array.isArray(listen);
}
