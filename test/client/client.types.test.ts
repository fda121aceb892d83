import { describe, expectTypeOf, test } from 'vitest';
import type { AnyEvent, CallParameters, Client, ClientSchema } from '@qapi-ts/runtime/abi/v1';
import { connect, type ClientError, type Timestamp } from '@qapi-ts/runtime/client';
import type { Commands, Events } from './schema.js';

declare const client: Client<Commands, Events>;

// The bodies are checked by the compiler and never run.
describe('types of a client', () => {
  test('connect infers them from the schema', () => {
    const use = (schema: ClientSchema<Commands, Events>) => connect(schema, { path: '/run/x' });
    expectTypeOf(use).returns.resolves.toEqualTypeOf<Client<Commands, Events>>();
  });

  test('where to connect to', () => {
    type Options = Parameters<typeof connect>[1];
    expectTypeOf<{ path: string }>().toExtend<Options>();
    expectTypeOf<{ port: number; host: string; oob: 'require' }>().toExtend<Options>();
    expectTypeOf<{ host: string }>().not.toExtend<Options>();
    expectTypeOf<{ path: string; oob: 'yes' }>().not.toExtend<Options>();
  });

  test('arguments and results go by the name', () => {
    const use = () => {
      expectTypeOf(client.execute('query-name')).resolves.toEqualTypeOf<string>();
      expectTypeOf(client.execute('query-name', { timeoutMs: 5 })).resolves.toEqualTypeOf<string>();
      expectTypeOf(client.execute('count')).resolves.toEqualTypeOf<number>();
      expectTypeOf(client.execute('count', { to: 5 }, { timeoutMs: 5 })).resolves.toBeNumber();
      expectTypeOf(client.execute('ping')).resolves.toBeVoid();
      void client.execute('echo', { value: [] });
      // @ts-expect-error arguments are required
      void client.execute('echo');
      // @ts-expect-error a member is missing
      void client.execute('echo', {});
      // @ts-expect-error a member is of another type
      void client.execute('count', { to: '5' });
      // @ts-expect-error there is no such member
      void client.execute('count', { until: 5 });
      // @ts-expect-error the command takes no arguments
      void client.execute('ping', { job: 'x' });
      // @ts-expect-error there is no such command
      void client.execute('nope');
    };
    expectTypeOf(use).toBeFunction();
  });

  test('only allow-oob commands go out-of-band', () => {
    const use = () => {
      expectTypeOf(client.executeOob('abort', { job: 'x' })).resolves.toBeVoid();
      void client.executeOob('ping', { fallback: 'in-band' });
      // @ts-expect-error the schema does not mark it allow-oob
      void client.executeOob('query-name');
      // @ts-expect-error arguments are required
      void client.executeOob('abort');
      // @ts-expect-error only executeOob has a fallback
      void client.execute('ping', { fallback: 'in-band' });
    };
    expectTypeOf(use).toBeFunction();
  });

  test('parameters of a call', () => {
    expectTypeOf<CallParameters<undefined, 1>>().toEqualTypeOf<[options?: 1]>();
    expectTypeOf<CallParameters<{ a?: 1 }, 1>>().toEqualTypeOf<[args?: { a?: 1 }, options?: 1]>();
    expectTypeOf<CallParameters<{ a: 1 }, 1>>().toEqualTypeOf<[args: { a: 1 }, options?: 1]>();
    type Union = { type: 'a'; size?: 1 } | { type: 'b' };
    expectTypeOf<CallParameters<Union, 1>>().toEqualTypeOf<[args: Union, options?: 1]>();
  });

  test('events go by the name', () => {
    const use = async () => {
      for await (const event of client.events('TICK')) {
        expectTypeOf(event.event).toEqualTypeOf<'TICK'>();
        expectTypeOf(event.data).toEqualTypeOf<{ n: number }>();
        expectTypeOf(event.timestamp).toEqualTypeOf<Timestamp>();
      }
      for await (const event of client.events(['TICK', 'STOP'])) {
        if (event.event === 'TICK') expectTypeOf(event.data.n).toBeNumber();
        else expectTypeOf(event.data).toBeUndefined();
      }
      const tick = await client.waitFor('TICK', (event) => event.data.n > 1, { timeoutMs: 5 });
      expectTypeOf(tick.data.n).toBeNumber();
      expectTypeOf((await client.waitFor('STOP', { timeoutMs: 5 })).data).toBeUndefined();
      // @ts-expect-error there is no such event
      client.events('NOPE');
      // @ts-expect-error there is no such event
      void client.waitFor(['TICK', 'NOPE']);
    };
    expectTypeOf(use).toBeFunction();
  });

  test('of all events those that the schema knows can be told apart', () => {
    const use = (event: AnyEvent<Events>) => {
      if (event.unknown === true) {
        expectTypeOf(event.event).toBeString();
        return;
      }
      expectTypeOf(event.event).toEqualTypeOf<'TICK' | 'BIG' | 'STOP'>();
      if (event.event === 'TICK') expectTypeOf(event.data).toEqualTypeOf<{ n: number }>();
    };
    expectTypeOf(use).toBeFunction();
  });

  test('errors are a union on code', () => {
    const use = (error: ClientError) => {
      if (error.code === 'COMMAND_FAILED') expectTypeOf(error.command).toBeString();
      if (error.code === 'CONNECTION_LOST') expectTypeOf(error.sent).toBeBoolean();
      // @ts-expect-error only some have it
      expectTypeOf(error.sent);
    };
    expectTypeOf(use).toBeFunction();
  });

  test('a client can be disposed of', () => {
    expectTypeOf<Client<Commands, Events>>().toExtend<AsyncDisposable>();
  });
});
