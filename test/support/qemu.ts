import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, onTestFinished } from 'vitest';

const QEMU = 'qemu-system-x86_64';
const isPresent = spawnSync(QEMU, ['--version']).status === 0;

/** A group of tests that need a real QEMU. Without it they are skipped, but never silently in CI. */
export function describeQemu(name: string, tests: () => void): void {
  if (!isPresent && process.env.CI !== undefined) throw new Error(`${name}: no ${QEMU}`);
  if (!isPresent) console.warn(`SKIPPED, no ${QEMU} on this machine: ${name}`);
  describe.skipIf(!isPresent)(name, tests);
}

/** Starts a QEMU without a machine; it ends with the test. Resolves with the path of its socket. */
export async function startQemu(): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'qapi-qemu-'));
  const path = join(directory, 'qmp.sock');
  const qemu = spawn(
    QEMU,
    [
      ...['-machine', 'none', '-nodefaults', '-display', 'none'],
      ...['-qmp', `unix:${path},server=on,wait=off`],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  onTestFinished(() => {
    qemu.kill('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  });
  await socketAppears(directory, path, qemu);
  return path;
}

async function socketAppears(directory: string, path: string, qemu: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const watcher = watch(directory, check);
    qemu.once('error', reject);
    qemu.once('exit', (code) => {
      reject(new Error(`${QEMU} ended with ${code ?? 'a signal'}`));
    });
    function check(): void {
      if (!existsSync(path)) return;
      watcher.close();
      qemu.removeAllListeners();
      resolve();
    }
    check();
  });
}
