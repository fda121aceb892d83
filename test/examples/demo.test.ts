import { QmpError } from '@qapi-ts/runtime/client';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runDemo } from '../../examples/backup/walkthrough/run-demo.js';
import { steps } from '../../examples/backup/walkthrough/steps.js';
import type { Client } from '../../generated/backup/client.js';

interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

/** What the transcript has to show, in this order. */
const EXPECTED = [
  /^a backup daemon listens on .*backup\.sock$/,
  /^1\. Greeting and capabilities negotiation$/,
  /<- {2}\{"QMP": .*"capabilities": \["oob"\]/,
  /-> {2}\{"execute": "qmp_capabilities"/,
  /^2\. A typed call$/,
  /-> {2}\{"execute": "volume-add", .*"name": "home"/,
  /<- {2}\{"return": \{"name": "home"/,
  /^3\. 64-bit integers/,
  /-> {2}\{"execute": "volume-add", .*"limit": 18446744073709551615, .*-9223372036854775808\}/,
  /<- {2}\{"return": .*9223372036854775810, .*18446744073709551615, .*-9223372036854775808\}/,
  /^4\. Arguments that do not fit/,
  /-> {2}\{"execute": "volume-add", .*"path": 5\}/,
  /<- {2}\{"error": \{"class": "GenericError", .*path/,
  /^5\. A long command and its progress$/,
  /-> {2}\{"execute": "snapshot-create", .*"id": "home-1"/,
  /<- {2}\{"event": "SNAPSHOT_PROGRESS", .*"done": 16777216,/,
  /<- {2}\{"event": "SNAPSHOT_PROGRESS", .*"done": 33554432,/,
  /<- {2}\{"event": "SNAPSHOT_PROGRESS", .*"done": 50331648,/,
  /<- {2}\{"return": \{"id": "home-1"/,
  /^6\. Out-of-band commands overtake/,
  /-> {2}\{"execute": "snapshot-create", .*"id": "disk-1"/,
  /-> {2}\{"execute": "query-free-space"/,
  /<- {2}\{"event": "SNAPSHOT_PROGRESS", .*"id": "disk-1"/,
  /-> {2}\{"exec-oob": "query-jobs"/,
  /<- {2}\{"return": \[\{"id": "disk-1", .*"state": "running"/,
  /-> {2}\{"exec-oob": "snapshot-abort"/,
  /<- {2}\{"event": "JOB_STATE_CHANGED", .*"state": "aborting"/,
  /<- {2}\{"return": \{\}, "id": "snapshot-abort:/,
  /<- {2}\{"error": \{"class": "DeviceNotActive", .*"id": "snapshot-create:/,
  /<- {2}\{"return": 1099511627776, "id": "query-free-space:/,
  /^7\. A clean end$/,
  /-> {2}\{"execute": "quit"/,
  /<- {2}\{"event": "DAEMON_SHUTDOWN"\}/,
  /<- {2}\{"return": \{\}, "id": "quit:/,
  /everything happened as it should$/,
];

function expectTranscript(text: string): void {
  // Long messages are wrapped.
  const lines = text.replaceAll(/\n {10,}(?! *\d+ ms)/g, ' ').split('\n');
  let from = 0;
  for (const expected of EXPECTED) {
    const at = lines.findIndex((line, index) => index >= from && expected.test(line));
    expect(at, `${expected.source}, from line ${from} of\n${lines.join('\n')}`).not.toBe(-1);
    from = at + 1;
  }
}

/** Rejects with all that the program printed unless it exits with 0. */
async function run(program: string, args: readonly string[]): Promise<Output> {
  try {
    return await promisify(execFile)(program, args);
  } catch (error) {
    const { stdout, stderr } = error as Output;
    throw new Error(`${program} failed:\n${stdout}${stderr}`, { cause: error });
  }
}

describe('the demo', () => {
  it('goes through all its steps', async () => {
    const lines: string[] = [];
    await runDemo((line) => lines.push(...line.split('\n')));
    expectTranscript(lines.join('\n'));
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  it('runs as a program and exits with 0', async () => {
    const outDir = 'build/test-demo';
    await run('node_modules/.bin/tsc', ['-p', 'examples', '--outDir', outDir]);
    const { stdout, stderr } = await run(process.execPath, [`${outDir}/examples/backup/demo.js`]);
    expect(stderr).toBe('');
    expectTranscript(stdout);
  }, 120_000);
});

describe('a step of the demo', () => {
  const clientWith = (methods: Partial<Client>): Client => methods as Client;
  const takeStep = (title: string, client: Client): Promise<void> => {
    const step = steps.find(([name]) => name.startsWith(title))?.[1];
    if (step === undefined) throw new Error(`no step '${title}'`);
    return step(client);
  };

  it('fails where an integer was rounded', async () => {
    const volume = { name: 'disk', limit: 18446744073709551616, generation: 2n ** 63n + 2n };
    const client = clientWith({ execute: () => Promise.resolve(volume as never) });
    await expect(takeStep('64-bit', client)).rejects.toThrow(/18446744073709551615n/);
  });

  it('fails where bad arguments are taken', async () => {
    const client = clientWith({ executeRaw: () => Promise.resolve({}) });
    await expect(takeStep('Arguments', client)).rejects.toThrow('the command must fail');
  });

  it('fails where the out-of-band commands had to wait', async () => {
    const client = clientWith({
      waitFor: () => Promise.resolve(undefined as never),
      execute: (...[name]: readonly unknown[]) =>
        name === 'snapshot-create'
          ? Promise.reject(new QmpError('DeviceNotActive', 'aborted'))
          : Promise.resolve((2 ** 40) as never),
      executeOob: () =>
        new Promise((resolve) => {
          setImmediate(() => {
            resolve([{ state: 'running' }] as never);
          });
        }),
    });
    await expect(takeStep('Out-of-band', client)).rejects.toThrow(
      'out-of-band commands must be answered first',
    );
  });
});
