import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { runQapi } from '../cli/run-qapi.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
// Below the project, so that the code finds the packages as it does at a user's.
const BUILD = join(ROOT, 'build/readme');
const TSC = join(dirname(createRequire(import.meta.url).resolve('typescript')), '../bin/tsc');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

function blocks(language: string): readonly string[] {
  const pattern = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms');
  return [...README.matchAll(pattern)].map((match) => match[1] ?? '');
}

function blockWith(language: string, part: string): string {
  const found = blocks(language).filter((block) => block.includes(part));
  expect(found, `one ${language} block with ${part}`).toHaveLength(1);
  return found[0] ?? '';
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(BUILD, path)), { recursive: true });
  writeFileSync(join(BUILD, path), text);
}

async function fileAppears(directory: string, name: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const check = (): void => {
      if (!existsSync(join(directory, name))) return;
      watcher.close();
      resolve();
    };
    const watcher = watch(directory, check);
    check();
  });
}

it(
  'the schema, the server and the client do what the README says',
  { timeout: 60_000 },
  async () => {
    rmSync(BUILD, { recursive: true, force: true });
    cpSync(join(ROOT, 'schemas/qmp'), join(BUILD, 'schemas/qmp'), { recursive: true });
    write('schemas/countdown/countdown.json', blockWith('qapi', 'countdown'));
    write('server.ts', blockWith('ts', 'serve(schema'));
    write('client.ts', blockWith('ts', "'./generated/countdown/client.js'"));
    write('tsconfig.json', '{ "extends": "../../tsconfig.base.json", "include": ["."] }');

    const command = blockWith('sh', 'qapi generate').trim();
    const args = command.split(' ').slice(command.split(' ').indexOf('qapi') + 1);
    expect(runQapi(BUILD, args)).toMatchObject({ status: 0, stderr: '' });
    execFileSync(process.execPath, [TSC, '-p', BUILD, '--outDir', join(BUILD, 'out')], {
      stdio: 'inherit',
    });

    const server = spawn(process.execPath, [join(BUILD, 'out/server.js')], {
      cwd: BUILD,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    onTestFinished(() => {
      server.kill('SIGKILL');
    });
    const ended = new Promise((resolve) => server.once('exit', resolve));
    await fileAppears(BUILD, 'countdown.sock');
    const output = execFileSync(process.execPath, [join(BUILD, 'out/client.js')], {
      cwd: BUILD,
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(output).toBe(blockWith('text', 'tick 9'));
    // `quit` ends the server, which leaves nothing behind.
    expect(await ended).toBe(0);
    expect(existsSync(join(BUILD, 'countdown.sock'))).toBe(false);
  },
);

it('the README stays short', () => {
  expect(README.split('\n').length).toBeLessThan(250);
});

it('the configuration in the README is ours', () => {
  const block = blockWith('ts', 'defineConfig').replace('// qapi.config.ts\n', '');
  expect(readFileSync(join(ROOT, 'qapi.config.ts'), 'utf8')).toBe(block);
});

it('the commands that the README promises exist', () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  for (const [, name = ''] of README.matchAll(/npm run ([a-z]+)/g)) {
    expect(Object.keys(manifest.scripts)).toContain(name);
  }
});
