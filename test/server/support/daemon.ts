import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SOURCES = ['runtime/src', 'test/server/support', 'test/server/fixtures'];

/** Turns the sources into JavaScript in a directory of its own: a build could be stale. */
export async function compileDaemon(): Promise<{ script: string; remove: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'qapi-daemon-'));
  await writeFile(join(directory, 'package.json'), '{"type": "module"}');
  for (const source of SOURCES) {
    for (const name of await readdir(join(ROOT, source), { recursive: true })) {
      if (!name.endsWith('.ts')) continue;
      const file = join(source, name);
      const text = await readFile(join(ROOT, file), 'utf8');
      const { outputText } = ts.transpileModule(text, {
        compilerOptions: {
          target: ts.ScriptTarget.ES2022,
          module: ts.ModuleKind.ESNext,
          verbatimModuleSyntax: true,
        },
      });
      const target = join(directory, file.replace(/ts$/, 'js'));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, outputText);
    }
  }
  return {
    script: join(directory, 'test/server/fixtures/daemon.js'),
    remove: () => rm(directory, { recursive: true }),
  };
}

export interface Daemon {
  readonly process: ChildProcessWithoutNullStreams;
  /** What it wrote, when it has exited. */
  readonly result: Promise<{ stdout: string; stderr: string; code: number | null }>;
}

export function startDaemon(script: string, ...args: readonly string[]): Daemon {
  const child = spawn(process.execPath, [script, ...args]);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const result = once(child, 'close').then(([code]) => ({
    stdout,
    stderr,
    code: code as number | null,
  }));
  return { process: child, result };
}
