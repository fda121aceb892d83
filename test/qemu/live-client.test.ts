import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { runQapi } from '../cli/run-qapi.js';
import { describeQemu, startQemu } from '../support/qemu.js';
import { describeReference, readReferenceJson, REFERENCE } from '../support/reference.js';

// Below the project, so that the generated code finds the runtime as it does at a user's.
const BUILD = fileURLToPath(new URL('../../build/qemu-7.2/', import.meta.url));
const PROGRAM = fileURLToPath(new URL('program/', import.meta.url));
const SCHEMA = `${REFERENCE}schemas/qemu-7.2/qapi/qapi-schema.json`;
const TSC = join(dirname(createRequire(import.meta.url).resolve('typescript')), '../bin/tsc');

describeReference('the client generated from the schema of QEMU 7.2', () => {
  describeQemu('and a real qemu-system-x86_64', () => {
    it('get along', { timeout: 120_000 }, async () => {
      rmSync(BUILD, { recursive: true, force: true });
      mkdirSync(BUILD, { recursive: true });
      cpSync(PROGRAM, BUILD, { recursive: true });
      const defines = readReferenceJson(
        'introspection/qemu-7.2.live-x86_64.defines.json',
      ) as string[];
      const options = defines.flatMap((name) => ['--define', name]);
      const generated = join(BUILD, 'generated');
      const generate = ['generate', SCHEMA, '--out', generated, '--integers', 'mixed', ...options];
      expect(runQapi(BUILD, generate)).toMatchObject({ status: 0, stderr: '' });
      const flags = ['--rootDir', BUILD, '--outDir', join(BUILD, 'out'), '--sourceMap', 'false'];
      execFileSync(process.execPath, [TSC, '-p', join(BUILD, 'tsconfig.json'), ...flags], {
        stdio: 'inherit',
      });
      const socket = await startQemu();
      const output = execFileSync(process.execPath, [join(BUILD, 'out/main.js'), socket], {
        encoding: 'utf8',
        timeout: 30_000,
      });
      expect(JSON.parse(output)).toEqual({
        major: 7,
        schemaEntries: 1051,
        property: 'type',
        wrongArgument: expect.stringContaining("'path'") as string,
        wrongArgumentHere: expect.stringContaining('path') as string,
        refused: expect.stringContaining('migrate-pause') as string,
        neverSent: expect.stringContaining('query-status') as string,
        status: 'paused',
        events: ['STOP', 'RESUME'],
        isExact: true,
        closed: true,
      });
    });
  });
});
