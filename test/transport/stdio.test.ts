import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { streamTransport } from '../../runtime/src/transport/stdio.js';
import { inTemporaryDirectory } from './pairs.js';
import { RecordingSink } from './recording-sink.js';

/** Runs `script`, which may import the transport sources, as a process of its own. */
async function runWithSources(dir: string, script: string): Promise<ChildProcess> {
  for (const name of ['stdio', 'stream-transport']) {
    const url = new URL(`../../runtime/src/transport/${name}.ts`, import.meta.url);
    const source = await readFile(fileURLToPath(url), 'utf8');
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
    });
    await writeFile(join(dir, `${name}.js`), outputText);
  }
  await writeFile(join(dir, 'package.json'), '{"type": "module"}');
  await writeFile(join(dir, 'main.js'), script);
  return spawn(process.execPath, [join(dir, 'main.js')], { stdio: ['pipe', 'pipe', 'inherit'] });
}

function attach(child: ChildProcess): RecordingSink {
  if (child.stdout === null || child.stdin === null) throw new Error('the child has no pipes');
  return new RecordingSink(streamTransport(child.stdout, child.stdin, 'child'));
}

const ECHO = `
  import { stdio } from './stdio.js';
  const transport = stdio();
  transport.start({
    onData: (chunk) => transport.write(chunk),
    onEnd: () => transport.end(),
    onDrain() {},
    onClose: (error) => { process.exitCode = error === undefined ? 7 : 1; },
  });`;

test('a process on its standard streams answers, sees the end, and may then exit by itself', () =>
  inTemporaryDirectory(async (dir) => {
    const child = await runWithSources(dir, ECHO);
    const exited = once(child, 'exit');
    const parent = attach(child);
    parent.transport.write('ping');
    await parent.until((sink) => sink.received === 4);
    parent.transport.write(Buffer.alloc(300_000, 'x'));
    await parent.until((sink) => sink.received === 300_004);
    parent.transport.end();
    expect(await exited).toEqual([7, null]);
    await parent.until((sink) => sink.count('close') === 1);
  }));

test('a process that dies closes the transport of its streams', () =>
  inTemporaryDirectory(async (dir) => {
    const child = await runWithSources(dir, ECHO);
    const parent = attach(child);
    parent.transport.write('ping');
    await parent.until((sink) => sink.received === 4);
    child.kill('SIGKILL');
    await parent.until((sink) => sink.count('end') + sink.count('close') > 0);
    parent.transport.end();
    await parent.until((sink) => sink.count('close') === 1);
  }));

test.each(['input', 'output'] as const)(
  'of a pair of streams, the %s that breaks takes the other with it',
  async (broken) => {
    const streams = { input: new PassThrough(), output: new PassThrough() };
    const sink = new RecordingSink(streamTransport(streams.input, streams.output));
    const failure = new Error('broken pipe');
    streams[broken].destroy(broken === 'input' ? undefined : failure);
    await sink.until((it) => it.count('close') === 1);
    expect([streams.input.destroyed, streams.output.destroyed]).toEqual([true, true]);
    expect(sink.closeError).toBe(broken === 'input' ? undefined : failure);
  },
);
