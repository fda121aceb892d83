import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { describeReference, REFERENCE } from '../support/reference.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TSC = join(dirname(createRequire(import.meta.url).resolve('typescript')), '../bin/tsc');

/** Sessions in which we differ from a real QEMU on purpose. One that agrees after all fails the test. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  'disconnect/running-noob': 'negotiation does not wait for the command of an earlier client',
  'disconnect/running-oob': 'negotiation does not wait for the command of an earlier client',
  'disconnect/queue-full-oob': 'negotiation does not wait for the command of an earlier client',
  'format/numbers': 'numbers of an id come back as they were sent, not as the nearest double',
};

interface Result {
  readonly passed: number;
  readonly failed: readonly string[];
}

/** Replays recorded sessions of a real server against ours, a new server for each. */
async function replay(profile: string, selection: readonly string[]): Promise<Result> {
  const directory = mkdtempSync(join(tmpdir(), 'qapi-replay-'));
  onTestFinished(() => {
    rmSync(directory, { recursive: true, force: true });
  });
  // The replayer names a second socket for all; only sessions of profile qmp2 have one.
  const launcher = join(directory, 'launch');
  writeFileSync(
    launcher,
    `#!/bin/bash
args=(--profile ${profile} --socket "$1" --wire-profile "$3")
[ "$3" = qmp2 ] && args+=(--socket2 "$2")
exec ${ROOT}test/reference-server "\${args[@]}"
`,
    { mode: 0o755 },
  );
  const command = `${launcher} \${SOCK} \${SOCK2} \${PROFILE}`;
  const script = `${REFERENCE}wire/replay.mjs`;
  const args = [script, '--cmd', command, '--timeout', '20000', '--settle', '20', ...selection];
  const run = promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
  // It exits with 1 where a session differs.
  const { stdout } = await run.catch((error: unknown) => error as { readonly stdout: string });
  const passed = Number(/(\d+) passed/.exec(stdout)?.[1] ?? Number.NaN);
  const failed = [...stdout.matchAll(/^FAIL (\S+)/gm)].map((match) => match[1] ?? '');
  return { passed, failed };
}

describeReference('recorded sessions of a real QEMU 7.2', () => {
  beforeAll(() => {
    execFileSync(process.execPath, [TSC, '-p', join(ROOT, 'test/replay')], { stdio: 'inherit' });
  }, 60_000);

  it('of the protocol itself', { timeout: 600_000 }, async () => {
    const selection = ['--class', 'generic', '--profile', 'qmp,qmp2,pretty'];
    const { passed, failed } = await replay('core', selection);
    expect(failed.toSorted()).toEqual(Object.keys(DIFFERENCES).toSorted());
    expect(passed).toBe(435);
  });

  it('of checked arguments, against its schema', { timeout: 600_000 }, async () => {
    const selection = ['--class', 'schema', '--area', 'args,command', '--profile', 'qmp'];
    const { passed, failed } = await replay('qemu-7.2', [...selection, '--relax', 'handler,value']);
    expect(failed).toEqual([]);
    expect(passed).toBe(119);
  });
});
