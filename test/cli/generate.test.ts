import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeDirectory, runQapi } from './run-qapi.js';

const SCHEMA =
  "{ 'command': 'ping', 'data': { 'count': 'size' }, 'returns': 'Pong' }\n{ 'include': 'sub/pong.json' }\n";
const PONG =
  "{ 'struct': 'Pong', 'data': { 'text': 'str', 'loud': { 'type': 'bool', 'if': 'LOUD' } } }\n";
const FILES = { 'main.json': SCHEMA, 'sub/pong.json': PONG };
const GENERATE = ['generate', 'main.json', '--out', 'out'];

function config(entry: string): Readonly<Record<string, string>> {
  return { ...FILES, 'qapi.config.json': `{ "entries": [${entry}] }` };
}

function listFiles(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(directory, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();
}

describe('qapi generate', () => {
  it('writes modules for each schema module, and what surrounds them', () => {
    const directory = makeDirectory(FILES);
    expect(runQapi(directory, GENERATE)).toMatchObject({ status: 0, stderr: '' });
    expect(listFiles(join(directory, 'out'))).toEqual([
      'client.ts',
      'index.ts',
      'introspection.ts',
      'main.tables.ts',
      'main.ts',
      'qapi-manifest.json',
      'server.ts',
      'sub/pong.tables.ts',
      'sub/pong.ts',
      'tables.ts',
    ]);
  });

  it('touches nothing where nothing has changed', () => {
    const directory = makeDirectory(FILES);
    runQapi(directory, GENERATE);
    const path = join(directory, 'out/index.ts');
    const before = statSync(path).mtimeMs;
    expect(runQapi(directory, GENERATE).stdout).toContain('up to date');
    expect(statSync(path).mtimeMs).toBe(before);
  });

  it('removes what it no longer generates, and nothing else', () => {
    const directory = makeDirectory({ ...FILES, 'out/mine.ts': '// mine\n' });
    runQapi(directory, GENERATE);
    const smaller = makeDirectory({ ...FILES, 'main.json': "{ 'command': 'ping' }\n" });
    runQapi(smaller, ['generate', 'main.json', '--out', join(directory, 'out')]);
    expect(listFiles(join(directory, 'out'))).not.toContain('sub/pong.ts');
    expect(listFiles(join(directory, 'out'))).toContain('mine.ts');
  });

  it('decides conditions by --define', () => {
    const directory = makeDirectory(FILES);
    const pong = (): string => readFileSync(join(directory, 'out/sub/pong.ts'), 'utf8');
    runQapi(directory, GENERATE);
    expect(pong()).toContain('loud');
    runQapi(directory, [...GENERATE, '--define', 'QUIET', '--define', 'OTHER']);
    expect(pong()).not.toContain('loud');
    runQapi(directory, [...GENERATE, '--define', 'LOUD']);
    expect(pong()).toContain('loud');
  });

  it.each([
    ['number', 'count: number;'],
    ['mixed', 'count: number | bigint;'],
    ['bigint', 'count: bigint;'],
  ])('makes 64-bit integers %s', (mode, member) => {
    const directory = makeDirectory(FILES);
    runQapi(directory, [...GENERATE, '--integers', mode]);
    expect(readFileSync(join(directory, 'out/main.ts'), 'utf8')).toContain(member);
  });

  it('prints what is wrong with a schema and writes nothing', () => {
    const directory = makeDirectory({ ...FILES, 'sub/pong.json': "{ 'struct': 'Pong' }\n" });
    const run = runQapi(directory, GENERATE);
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('sub/pong.json:1:1');
    expect(existsSync(join(directory, 'out'))).toBe(false);
  });
});

describe('qapi generate --check', () => {
  it('is content where the output is fresh', () => {
    const directory = makeDirectory(FILES);
    runQapi(directory, GENERATE);
    expect(runQapi(directory, [...GENERATE, '--check']).status).toBe(0);
  });

  it('fails with a diff, and changes nothing, where it is stale', () => {
    const directory = makeDirectory(FILES);
    runQapi(directory, GENERATE);
    const before = readFileSync(join(directory, 'out/main.ts'), 'utf8');
    const other = makeDirectory({ ...FILES, 'main.json': SCHEMA.replace("'count'", "'number'") });
    const run = runQapi(other, [
      'generate',
      'main.json',
      '--out',
      join(directory, 'out'),
      '--check',
    ]);
    expect(run.status).toBe(1);
    expect(run.stdout).toMatch(/^-\s+count: number;$/m);
    expect(run.stdout).toMatch(/^\+\s+number: number;$/m);
    expect(run.stderr).toContain('is stale: run the same command without --check');
    expect(readFileSync(join(directory, 'out/main.ts'), 'utf8')).toBe(before);
  });

  it('fails where there is no output yet', () => {
    const directory = makeDirectory(FILES);
    expect(runQapi(directory, [...GENERATE, '--check']).status).toBe(1);
    expect(existsSync(join(directory, 'out'))).toBe(false);
  });
});

describe('qapi.config', () => {
  it('names entries, with paths relative to the file', () => {
    const directory = makeDirectory(config('{ "schema": "main.json", "out": "out" }'));
    expect(runQapi(directory, ['generate'])).toMatchObject({ status: 0, stderr: '' });
    expect(existsSync(join(directory, 'out/index.ts'))).toBe(true);
    const elsewhere = makeDirectory({});
    const run = runQapi(elsewhere, [
      'generate',
      '--check',
      '--config',
      join(directory, 'qapi.config.json'),
    ]);
    expect(run.status).toBe(0);
  });

  it('can be TypeScript', () => {
    const directory = makeDirectory({
      ...FILES,
      'qapi.config.ts':
        "const out: string = 'out';\nexport default { entries: [{ schema: 'main.json', out }] };\n",
    });
    expect(runQapi(directory, ['generate'])).toMatchObject({ status: 0, stderr: '' });
    expect(existsSync(join(directory, 'out/index.ts'))).toBe(true);
  });

  it.each([
    ['{ "schema": "main.json" }', 'entries[0].out is missing'],
    [
      '{ "schema": "main.json", "out": "o", "integer": "mixed" }',
      "entries[0].integer is not a known key; did you mean 'integers'?",
    ],
    [
      '{ "schema": "main.json", "out": "o", "integers": "big" }',
      "entries[0].integers must be one of 'number', 'mixed', 'bigint'",
    ],
    ['{ "schema": 1, "out": "o" }', 'entries[0].schema must be a path'],
    ['[]', 'entries[0] must be an object'],
  ])('tells the bad key of %s', (entry, message) => {
    const run = runQapi(makeDirectory(config(entry)), ['generate']);
    expect(run.stderr).toContain(message);
    expect(run.status).toBe(2);
  });

  it("formats with the user's own prettier settings where it says so", () => {
    const directory = makeDirectory({
      ...config('{ "schema": "main.json", "out": "out", "format": "prettier" }'),
      '.prettierrc.json': '{ "semi": false, "tabWidth": 4 }',
    });
    expect(runQapi(directory, ['generate'])).toMatchObject({ status: 0, stderr: '' });
    const text = readFileSync(join(directory, 'out/sub/pong.ts'), 'utf8');
    expect(text).toMatch(/^ {4}text: string$/m);
  });
});

describe('the same schema gives the same bytes', () => {
  it('whatever the locale, the time zone, the directory and the line ends', () => {
    const directory = makeDirectory(FILES);
    runQapi(directory, GENERATE, { LC_ALL: 'C', TZ: 'UTC' });
    const crlf = Object.entries(FILES).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]);
    const other = makeDirectory(Object.fromEntries(crlf) as Record<string, string>);
    runQapi(other, GENERATE, { LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Tokyo' });
    for (const path of listFiles(join(directory, 'out'))) {
      const [a, b] = [directory, other].map((base) =>
        readFileSync(join(base, 'out', path), 'utf8'),
      );
      expect(b).toBe(a);
    }
  });
});
