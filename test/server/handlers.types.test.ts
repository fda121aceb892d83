import { describe, expectTypeOf, it } from 'vitest';
import type {
  Emit,
  Handlers,
  InBandContext,
  OobContext,
  ServerSchema,
} from '../../runtime/src/abi/server-types.js';
import { serve, type Server } from '../../runtime/src/server/index.js';
import {
  defineHandlers,
  defineOobHandlers,
  schema,
  type Commands,
  type Events,
} from './support/schema.js';

/** Nothing here runs: `tsc` is the test. */
function neverRun(_: () => unknown): void {
  expectTypeOf(_).toBeFunction();
}

const nothing = (): void => undefined;

const handlers = defineHandlers({
  echo: ({ value }) => value,
  hold: async () => {
    await Promise.resolve();
  },
  spin: ({ ms }) => {
    expectTypeOf(ms).toBeNumber();
  },
  fail: nothing,
  emit: nothing,
  silent: nothing,
});

const oob = defineOobHandlers({
  ping: (args, context) => {
    expectTypeOf(args).toEqualTypeOf<undefined>();
    expectTypeOf(context).toEqualTypeOf<OobContext<Events>>();
    return { count: 1 };
  },
  release: nothing,
  'oob-stats': () => ({ pings: 0 }),
  'oob-throw': nothing,
  'oob-spin': ({ ms }) => {
    expectTypeOf(ms).toBeNumber();
  },
  'oob-emit': nothing,
});

const listen = { path: '/run/x' };
const rest = {
  release: nothing,
  'oob-stats': () => ({ pings: 0 }),
  'oob-throw': nothing,
  'oob-spin': nothing,
  'oob-emit': nothing,
};

describe('types of handlers', () => {
  it('accepts good ones', () => {
    neverRun(() => serve(schema, { handlers, oob, listen }));
    neverRun(() => serve(schema, { handlers, oob: false, listen }));
    neverRun(() =>
      serve(schema, {
        handlers: { ...handlers, quit: nothing, ping: () => ({ count: 1 }) },
        oob,
        listen,
      }),
    );
    neverRun(async () => {
      const server = await serve(schema, {
        handlers: {
          ...handlers,
          emit: ({ n }, context) => {
            expectTypeOf(n).toBeNumber();
            expectTypeOf(context).toEqualTypeOf<InBandContext<Events>>();
          },
        },
        oob: {
          ...rest,
          ping: (_, { emit }) => {
            emit('TICK', { n: 1 });
            return { count: 1 };
          },
        },
        listen,
      });
      expectTypeOf(server).toEqualTypeOf<Server<Events>>();
    });
  });

  it('oob is needed exactly where the schema has allow-oob commands', () => {
    interface Plain {
      run: { arguments: undefined; returns: string; oob: false };
    }
    const plain = {} as ServerSchema<Plain, Events>;
    const run = (): string => '';
    neverRun(() => serve(plain, { handlers: { run }, listen }));
    // @ts-expect-error there is no allow-oob command
    neverRun(() => serve(plain, { handlers: { run }, oob: { run }, listen }));
    // @ts-expect-error the out-of-band handlers are missing
    neverRun(() => serve(schema, { handlers, listen }));
  });

  it('in-band: refuses missing, unknown and wrong ones', () => {
    const serveWith = (given: Handlers<Commands, Events>): unknown =>
      serve(schema, { handlers: given, oob, listen });
    const others = { hold: nothing, spin: nothing, fail: nothing, emit: nothing, silent: nothing };
    neverRun(() => {
      // @ts-expect-error 'echo' is missing
      serveWith(others);
      // @ts-expect-error 'nope' is no command
      serveWith({ ...handlers, nope: nothing });
      // @ts-expect-error query-version is answered by the server
      serveWith({ ...handlers, 'query-version': nothing });
      // @ts-expect-error the result of 'ping' is wrong
      serveWith({ ...handlers, ping: () => ({ count: '' }) });
    });
  });

  it('out-of-band: refuses asynchronous, missing, unknown and wrong ones (T-C16)', () => {
    const ping = (): { count: number } => ({ count: 1 });
    const wait = async (): Promise<void> => Promise.resolve();
    neverRun(() =>
      defineOobHandlers({
        ...rest,
        ping,
        // @ts-expect-error asynchronous, though the command returns nothing
        release: async () => {
          await wait();
        },
      }),
    );
    // @ts-expect-error it is asynchronous
    neverRun(() => defineOobHandlers({ ...rest, ping: async () => Promise.resolve({ count: 1 }) }));
    // @ts-expect-error asynchronous, given directly
    neverRun(() => serve(schema, { handlers, oob: { ...rest, ping, release: wait }, listen }));
    // @ts-expect-error 'ping' is missing
    neverRun(() => defineOobHandlers(rest));
    // @ts-expect-error 'echo' does not have allow-oob
    neverRun(() => defineOobHandlers({ ...rest, ping, echo: nothing }));
    // @ts-expect-error 'echo' does not have allow-oob
    neverRun(() => serve(schema, { handlers, oob: { ...rest, ping, echo: nothing }, listen }));
    // @ts-expect-error the result is wrong
    neverRun(() => defineOobHandlers({ ...rest, ping: () => ({ count: 'x' }) }));
  });

  it('a helper for one context does not take the other', () => {
    const inBandOnly = (context: InBandContext<Events>): string => context.command;
    const oobOnly = (context: OobContext<Events>): string => context.command;
    neverRun(() => {
      const inBand = {} as InBandContext<Events>;
      const outOfBand = {} as OobContext<Events>;
      inBandOnly(inBand);
      oobOnly(outOfBand);
      // @ts-expect-error an in-band helper may wait
      inBandOnly(outOfBand);
      // @ts-expect-error an in-band context is another
      oobOnly(inBand);
    });
  });

  it('emit takes data exactly where the event has some', () => {
    const emit = {} as Emit<Events>;
    neverRun(() => {
      emit('TICK', { n: 1 });
      emit('BARE');
      // @ts-expect-error data is missing
      emit('TICK');
      // @ts-expect-error there is no data
      emit('BARE', {});
      // @ts-expect-error the data is wrong
      emit('TICK', { n: '' });
      // @ts-expect-error no such event
      emit('NOPE');
    });
  });

  it('only commands of the schema are named', () => {
    expectTypeOf<Parameters<typeof defineOobHandlers>[0]>().toExtend<{ ping: unknown }>();
    expectTypeOf<keyof Commands>().toExtend<string>();
  });
});
