import { describe, expect, it } from 'vitest';
import { sarifFaults } from '../compiler/diagnostics/sarif-rules.js';
import { makeDirectory, runQapi } from './run-qapi.js';

const GOOD = "{ 'command': 'ping' }\n";
const BAD = "##\n# @ping: no\n##\n{ 'command': 'ping', 'data': { 'a': 'Strng' } }\n{ 'x': [1] }\n";

describe('qapi check', () => {
  it('is content with a good schema', () => {
    const run = runQapi(makeDirectory({ 'good.json': GOOD }), ['check', 'good.json']);
    expect(run).toEqual({ status: 0, stdout: '0 errors, 0 warnings\n', stderr: '' });
  });

  it('prints one JSON object a line, with the place where the reference reports the problem', () => {
    const directory = makeDirectory({ 'good.json': GOOD, 'sub/bad.json': BAD });
    const run = runQapi(directory, ['check', '--format', 'json', 'good.json', 'sub/bad.json']);
    expect(run.status).toBe(1);
    const lines = run.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toMatchObject([
      {
        schema: 'sub/bad.json',
        file: 'sub/bad.json',
        line: 2,
        column: 1,
        severity: 'warning',
        code: 'doc/symbol-colon',
        definition: null,
      },
      {
        schema: 'sub/bad.json',
        file: 'sub/bad.json',
        line: 5,
        column: 9,
        severity: 'error',
        code: 'syntax/stray-text',
        definition: null,
      },
    ]);
  });

  it('tells faults of definitions at their first line, without a column', () => {
    const text = "{ 'command': 'ping',\n  'data': { 'a': 'Strng' } }\n";
    const run = runQapi(makeDirectory({ 'a.json': text }), ['check', '--format', 'json', 'a.json']);
    expect(JSON.parse(run.stdout)).toMatchObject({
      line: 1,
      column: null,
      definition: { kind: 'command', name: 'ping' },
      span: { line: 2, column: 18, endLine: 2, endColumn: 25 },
    });
  });

  it('prints one line a problem for editors', () => {
    const text =
      "{ 'command': 'ping', 'data': { 'a': 'Color' } }\n{ 'enum': 'Colour', 'data': [] }\n";
    const run = runQapi(makeDirectory({ 'a.json': text }), ['check', '--format', 'line', 'a.json']);
    expect(run.stdout).toBe(
      "a.json:1:37: error: the member 'a' uses the type 'Color', which is not defined " +
        "(did you mean 'Colour'?) [schema/unknown-type]\n",
    );
  });

  it('prints a frame for people, with notes and help', () => {
    const directory = makeDirectory({
      'main.json': "{ 'include': 'sub.json' }\n",
      'sub.json':
        "{ 'struct': 'Base',\n\t'data': { 'size': 'int' } }\n\n" +
        "{ 'struct': 'Volume', 'base': 'Base',\n  'data': { 'name': 'str', 'size': 'size' } }\n",
    });
    const run = runQapi(directory, ['check', 'main.json']);
    expect(run.stdout).toMatchInlineSnapshot(`
      "error[schema/clash]: the member 'size' collides with the member 'size' of 'Base'
       --> sub.json:5:28 in struct Volume
        |
      2 |         'data': { 'size': 'int' } }
        |                   ------ the member 'size' of 'Base'
      3 |
      4 | { 'struct': 'Volume', 'base': 'Base',
        |                               ------ this brings 'size'
      5 |   'data': { 'name': 'str', 'size': 'size' } }
        |                            ^^^^^^
        |
        = note: in file included from main.json:1:1
        = help: rename or remove one of them

      1 error, 0 warnings
      "
    `);
    expect(run.status).toBe(1);
  });

  it('prints annotations for GitHub', () => {
    const directory = makeDirectory({ 'sub/bad.json': BAD });
    const run = runQapi(directory, ['check', '--format', 'github', 'sub/bad.json']);
    expect(run.stdout.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^::warning file=sub\/bad\.json,line=2,.*,title=doc\/symbol-colon::/),
      expect.stringMatching(/^::error file=sub\/bad\.json,line=5,.*,title=syntax\/stray-text::/),
    ]);
    expect(run.status).toBe(1);
  });

  it('prints one SARIF log for all schemas', () => {
    const directory = makeDirectory({ 'good.json': GOOD, 'a.json': BAD, 'b.json': BAD });
    const schemas = ['a.json', 'good.json', 'b.json'];
    const run = runQapi(directory, ['check', '--format', 'sarif', ...schemas]);
    const log: unknown = JSON.parse(run.stdout);
    expect(sarifFaults(log)).toEqual([]);
    const at = (uri: string): object => ({
      locations: [{ physicalLocation: { artifactLocation: { uri } } }],
    });
    const results = [at('a.json'), at('a.json'), at('b.json'), at('b.json')];
    expect(log).toMatchObject({ runs: [{ results }] });
    expect(run.status).toBe(1);
  });

  it('prints a SARIF log without results where nothing is wrong', () => {
    const directory = makeDirectory({ 'good.json': GOOD });
    const run = runQapi(directory, ['check', '--format', 'sarif', 'good.json']);
    expect(JSON.parse(run.stdout)).toMatchObject({ runs: [{ results: [] }] });
    expect(run.status).toBe(0);
  });

  it('checks the examples in documentation', () => {
    const text = '##\n# .. qmp-example::\n#\n#     -> { "execute": "pong" }\n##\n';
    const directory = makeDirectory({ 'a.json': text });
    const run = runQapi(directory, ['check', '--format', 'line', 'a.json']);
    expect(run.stdout).toContain('warning: ');
    expect(run.stdout).toContain('[example/unknown-command]');
    expect(run.status).toBe(0);
  });

  it('takes problems of documentation as --docs says', () => {
    const directory = makeDirectory({ 'a.json': '##\n# One. Two.\n##\n' });
    const statuses = ['strict', 'warn', 'off'].map((mode) => {
      const { status, stdout } = runQapi(directory, ['check', '--docs', mode, 'a.json']);
      return [status, stdout.trimEnd().split('\n').at(-1)];
    });
    expect(statuses).toEqual([
      [1, '1 error, 0 warnings'],
      [0, '0 errors, 1 warning'],
      [0, '0 errors, 0 warnings'],
    ]);
  });
});

describe('wrong usage exits with 2 and says what is right', () => {
  it.each([
    [['chek', 'a.json'], 'Did you mean check?'],
    [['check', '--formt', 'json', 'a.json'], 'Did you mean --format?'],
    [
      ['check', '--format', 'xml', 'a.json'],
      'Allowed choices are frame, line, json, github, sarif',
    ],
    [['check', '--max-errors', '-1', 'a.json'], 'a number is wanted'],
    [['check', '--max-errors', 'many', 'a.json'], 'a number is wanted'],
    [['check'], "missing required argument 'SCHEMA'"],
    [['generate', 'a.json'], 'needs --out DIR'],
    [['generate', '--define', 'lower', 'a.json', '--out', 'x'], 'UPPER_CASE'],
    [['generate'], 'write qapi.config.ts'],
  ])('qapi %j', (args, hint) => {
    const run = runQapi(makeDirectory({ 'a.json': GOOD }), args);
    expect(run.stderr).toContain(hint);
    expect(run.status).toBe(2);
  });
});
