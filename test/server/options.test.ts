import { describe, expect, it } from 'vitest';
import type { ServerSchema } from '../../runtime/src/abi/server-types.js';
import {
  serve,
  type ServeOptions,
  type Server,
  type Transport,
} from '../../runtime/src/server/index.js';
import { memoryPair } from '../../runtime/src/transport/memory.js';
import { connectTo, socketPath, start } from './support/harness.js';
import { label, RawClient, settle } from './support/raw-client.js';
import { schema } from './support/schema.js';

interface Small {
  run: { arguments: undefined; returns: string; oob: false };
  stop: { arguments: undefined; returns: string; oob: true };
}

type NoEvents = Record<string, never>;

const small: ServerSchema<Small, NoEvents> = {
  abi: 1,
  integers: 'number',
  commands: [
    { kind: 'command', name: 'run', returns: 'str' },
    { kind: 'command', name: 'stop', returns: 'str', allowOob: true },
  ],
  events: [],
  introspection: [],
};

const stop = (): string => 'stopped';
const run = (): string => 'ran';

/** As a caller in plain JavaScript would, or one with a cast. */
function serveUnchecked(options: object): Promise<unknown> {
  return serve(small, options as ServeOptions<Small, NoEvents, { stop: typeof stop }>);
}

describe('options', () => {
  it.each([
    [{ handlers: {}, oob: { stop } }, /'run' has no handler/],
    [{ handlers: { run }, oob: {} }, /'stop' has no out-of-band handler/],
    [{ handlers: { run } }, /'stop' has no out-of-band handler/],
    [{ handlers: { run }, oob: false }, /'stop' has no handler/],
    [{ handlers: { run, walk: run }, oob: { stop } }, /'walk' is not a command of the schema/],
    [{ handlers: { run }, oob: { stop, run } }, /'run' does not have allow-oob/],
    [
      { handlers: { run, 'query-version': run }, oob: { stop } },
      /'query-version' is answered by the server/,
    ],
    [{ handlers: { run, toString: run }, oob: { stop } }, /'toString' is not a command/],
  ])('refuses handlers that do not fit: %#', async (options, message) => {
    const promise = serveUnchecked({ listen: [], ...options });
    await expect(promise).rejects.toThrow(message);
    await expect(promise).rejects.toThrow(TypeError);
  });

  it.each(['queueMax', 'outHigh', 'outMax', 'maxSessions', 'maxErrors'])(
    'refuses nonsense for %s',
    async (name) => {
      for (const value of [0, -1, 1.5, NaN]) {
        const promise = serveUnchecked({
          listen: [],
          handlers: { run },
          oob: { stop },
          [name]: value,
        });
        await expect(promise).rejects.toThrow(RangeError);
        await expect(promise).rejects.toThrow(name);
      }
    },
  );

  it('runs the out-of-band handler in-band where there is no other', async () => {
    const [ours, theirs] = memoryPair();
    const contexts: string[] = [];
    const server = await serve(small, {
      listen: theirs,
      handlers: { run },
      oob: {
        stop: (_, { kind }) => {
          contexts.push(kind);
          return 'stopped';
        },
      },
    });
    const client = await new RawClient(ours).negotiate();
    expect(await client.ask({ execute: 'stop' })).toMatchObject({ return: 'stopped' });
    expect(contexts).toEqual(['oob']);
    ours.destroy();
    await server.closed; // its only connection is gone
  });

  it('prefers the in-band handler in-band', async () => {
    const [ours, theirs] = memoryPair();
    await serve(small, {
      listen: [theirs],
      handlers: { run, stop: () => Promise.resolve('stopped in-band') },
      oob: { stop },
    });
    const client = await new RawClient(ours).negotiate(['oob']);
    expect(await client.ask({ execute: 'stop' })).toMatchObject({ return: 'stopped in-band' });
    expect(await client.ask({ 'exec-oob': 'stop' })).toMatchObject({ return: 'stopped' });
    ours.destroy();
  });

  it('answers query-version and query-commands from the tables', async () => {
    const harness = await start({ version: { major: 4, minor: 5, micro: 6, package: 'x' } });
    const client = await harness.client();
    expect((await client.ask({ execute: 'query-version' })).return).toEqual({
      qemu: { major: 4, minor: 5, micro: 6 },
      package: 'x',
    });
    const commands = (await client.ask({ execute: 'query-commands' })).return;
    expect(commands).toEqual(schema.commands.map(({ name }) => ({ name })));
    const wrong = await client.ask({ execute: 'query-version', arguments: { x: 1 } });
    expect(wrong.error?.class).toBe('GenericError');
  });

  it('qmp_capabilities works where the schema does not have it', async () => {
    const [ours, theirs] = memoryPair();
    await serve(small, { listen: theirs, handlers: { run }, oob: { stop } });
    const client = await new RawClient(ours).negotiate(['oob']);
    expect((await client.ask({ execute: 'qmp_capabilities' })).error?.class).toBe(
      'CommandNotFound',
    );
    expect((await client.ask({ execute: 'query-commands' })).error?.class).toBe('CommandNotFound');
    ours.destroy();
  });

  it('errors of handlers: a QmpError as it is, anything else as a GenericError', async () => {
    const harness = await start();
    const client = await harness.client();
    const fail = (errorClass: string): object => ({
      execute: 'fail',
      arguments: { class: errorClass, desc: 'the text' },
    });
    expect((await client.ask(fail('DeviceNotFound'))).error).toEqual({
      class: 'DeviceNotFound',
      desc: 'the text',
    });
    expect(harness.problems()).toEqual([]);
    expect((await client.ask(fail('Error'))).error).toEqual({
      class: 'GenericError',
      desc: 'the text',
    });
    expect(harness.problems().join()).toMatch(/command fail failed: Error: the text\n +at /);
  });

  it('success-response: false has no reply on success', async () => {
    const harness = await start();
    const client = await harness.client();
    client.send(
      { execute: 'silent', id: 1 },
      { execute: 'silent', arguments: { fail: true }, id: 2 },
      { execute: 'query-version', id: 3 },
    );
    expect((await client.take(2)).map(label)).toEqual([2, 3]);
  });

  it.each([true, false])(
    'a result that does not fit the schema, checkReplies %j',
    async (check) => {
      const harness = await start({
        checkReplies: check,
        ping: () => ({ count: 'many' }) as unknown as { count: number },
      });
      const client = await harness.client('oob');
      for (const request of [{ execute: 'ping' }, { 'exec-oob': 'ping' }]) {
        const reply = await client.ask(request);
        if (check) expect(reply.error?.desc).toMatch(/^internal error: .*ping/);
        else expect(reply.return).toEqual({ count: 'many' });
      }
      if (check) expect(harness.problems().join()).toMatch(/ping.*count/);
    },
  );

  it('a result that is no JSON is an internal error', async () => {
    const harness = await start({
      checkReplies: false,
      ping: () => ({ count: Symbol('no JSON') as unknown as number }),
    });
    const client = await harness.client();
    const reply = await client.ask({ execute: 'ping', id: 1 });
    expect(reply).toMatchObject({ id: 1, error: { class: 'GenericError' } });
  });

  it('maxSessions: further connections are closed', async () => {
    const path = await socketPath();
    const harness = await start({ listen: { path }, maxSessions: 2 });
    const first = await (await connectTo(path)).negotiate();
    const second = await (await connectTo(path)).negotiate();
    const third = await connectTo(path);
    expect(await third.rest()).toEqual([]);
    expect(harness.problems().join()).toMatch(/refused/);
    first.transport.destroy();
    await settle(50);
    await (await connectTo(path)).negotiate();
    expect(await second.ask({ execute: 'query-version' })).toHaveProperty('return');
  });

  it('maxErrors: garbage for ever ends the connection, after the answers', async () => {
    const harness = await start();
    const client = await harness.client();
    client.send('?\n'.repeat(100), { execute: 'query-version', id: 'good' });
    const replies = await client.take(101);
    expect(replies.at(-1)).toMatchObject({ id: 'good' });
    client.send('?\n'.repeat(1000));
    expect(await client.rest()).toHaveLength(101);
    expect(harness.problems().join()).toMatch(/101 faulty messages/);

    const patient = await start({ qemuCompat: true });
    const other = await patient.client();
    other.send('?\n'.repeat(1000));
    expect(await other.take(1000)).toHaveLength(1000);
  });

  it('listens on several addresses, and says so where others can reach it', async () => {
    const path = await socketPath();
    const harness = await start({ listen: [{ path }, { port: 0 }, { host: '0.0.0.0', port: 0 }] });
    const [first, second, third] = harness.server.addresses;
    expect(first).toBe(path);
    expect(second).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(harness.problems()).toEqual([
      `warn: listening on ${third ?? ''}: whoever reaches it can execute every command`,
    ]);
  });

  it('serves nobody before the caller has got the server', async () => {
    const received: string[] = [];
    /** Delivers its input as early as a transport may. */
    const eager: Transport = {
      peer: 'eager',
      bufferedBytes: 0,
      start: (sink) => {
        queueMicrotask(() => {
          sink.onData(Buffer.from('{"execute": "qmp_capabilities"} {"execute": "run"}'));
        });
      },
      write: (data) => received.push(String(data)),
      pause: () => undefined,
      resume: () => undefined,
      end: () => undefined,
      destroy: () => undefined,
    };
    const server: Server<NoEvents> = await serve(small, {
      listen: eager,
      handlers: { run: () => String(server.addresses.length) },
      oob: { stop },
    });
    await settle(5);
    expect(received.at(-1)).toBe('{"return": "0"}\r\n');
  });

  it('listens everywhere or nowhere', async () => {
    const path = await socketPath();
    await expect(start({ listen: [{ path }, { path: `${path}/none` }] })).rejects.toThrow(/none/);
    await expect(connectTo(path)).rejects.toThrow(/ENOENT/);
  });

  it('a log that throws harms nothing', async () => {
    const harness = await start({
      log: () => {
        throw new Error('the log is broken');
      },
    });
    const client = await harness.client('oob');
    expect(await client.ask({ 'exec-oob': 'oob-throw' })).toHaveProperty('error');
    expect(await client.ask({ 'exec-oob': 'ping' })).toHaveProperty('return');
  });

  it('pretty: every element on a line of its own', async () => {
    const [ours, theirs] = memoryPair();
    const server = await serve(small, {
      listen: theirs,
      handlers: { run },
      oob: { stop },
      pretty: true,
    });
    let text = '';
    const received = new Promise<void>((resolve) => {
      ours.start({
        onData: (chunk) => {
          text += Buffer.from(chunk).toString();
          if (text.includes('capabilities') && text.endsWith('}\r\n')) resolve();
        },
        onEnd: () => undefined,
        onDrain: () => undefined,
        onClose: () => undefined,
      });
    });
    await received;
    expect(text).toMatch(/^\{\r?\n {4}"QMP": \{\r?\n {8}"version"/);
    await server.close();
  });
});
