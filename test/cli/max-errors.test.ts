import { describe, expect, it } from 'vitest';
import { makeDirectory, runQapi } from './run-qapi.js';

const REST = 'and 17 more errors; --max-errors shows more\n';

/** A schema with as many errors, and as many warnings. */
function faulty(errors: number, warnings = 0): string {
  const events = Array.from({ length: errors }, (_, i) => `{ 'event': 'e${i}' }\n`);
  return events.join('') + '##\n# One. Two.\n##\n'.repeat(warnings);
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

describe('qapi check --max-errors', () => {
  it('prints 50 errors and counts the rest', () => {
    const run = runQapi(makeDirectory({ 'a.json': faulty(67) }), ['check', 'a.json']);
    expect(count(run.stdout, /^error\[/gm)).toBe(50);
    expect(run.stdout).toMatch(new RegExp(`${REST}67 errors, 0 warnings\n$`));
    expect(run).toMatchObject({ status: 1, stderr: '' });
  });

  it('counts the errors of all schemas of a run', () => {
    const directory = makeDirectory({ 'a.json': faulty(2), 'b.json': faulty(20) });
    const run = runQapi(directory, ['check', '--max-errors', '5', 'a.json', 'b.json']);
    expect(count(run.stdout, /^error\[/gm)).toBe(5);
    expect(run.stdout).toContain(REST);
  });

  it('does not count warnings, and prints them all', () => {
    const directory = makeDirectory({ 'a.json': faulty(3, 4) });
    const run = runQapi(directory, ['check', '--format', 'line', '--max-errors', '1', 'a.json']);
    expect(count(run.stdout, / warning: /g)).toBe(4);
    expect(count(run.stdout, / error: /g)).toBe(1);
  });

  it('prints all with 0', () => {
    const directory = makeDirectory({ 'a.json': faulty(67) });
    const run = runQapi(directory, ['check', '--max-errors', '0', 'a.json']);
    expect(count(run.stdout, /^error\[/gm)).toBe(67);
    expect(run.stdout).not.toContain('--max-errors');
  });

  it('says nothing where the limit is just reached', () => {
    const directory = makeDirectory({ 'a.json': faulty(50) });
    const run = runQapi(directory, ['check', 'a.json']);
    expect(count(run.stdout, /^error\[/gm)).toBe(50);
    expect(run.stdout).not.toContain('--max-errors');
  });

  it.each(['line', 'github'])('ends the format %s with the rest', (format) => {
    const directory = makeDirectory({ 'a.json': faulty(20) });
    const run = runQapi(directory, ['check', '--format', format, '--max-errors', '3', 'a.json']);
    const lines = run.stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(`${lines[3] ?? ''}\n`).toBe(REST);
    expect(run.status).toBe(1);
  });

  it('keeps JSON to objects, and tells the rest on standard error', () => {
    const directory = makeDirectory({ 'a.json': faulty(20) });
    const run = runQapi(directory, ['check', '--format', 'json', '--max-errors', '3', 'a.json']);
    const lines = run.stdout.trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { code: string }).code)).toEqual([
      'check/name',
      'check/name',
      'check/name',
    ]);
    expect(run).toMatchObject({ status: 1, stderr: REST });
  });

  it('tells the rest in the SARIF log', () => {
    const directory = makeDirectory({ 'a.json': faulty(20) });
    const run = runQapi(directory, ['check', '--format', 'sarif', '--max-errors', '3', 'a.json']);
    const notification = { message: { text: REST.trimEnd() } };
    expect(JSON.parse(run.stdout)).toMatchObject({
      runs: [
        { results: [{}, {}, {}], invocations: [{ toolExecutionNotifications: [notification] }] },
      ],
    });
    expect(run).toMatchObject({ status: 1, stderr: '' });
  });
});

describe('--max-errors elsewhere', () => {
  it.each([
    ['generate', ['generate', 'a.json', '--out', 'out']],
    ['introspect', ['introspect', 'a.json']],
    ['dump', ['dump', 'a.json']],
  ])('%s', (_, args) => {
    const directory = makeDirectory({ 'a.json': faulty(20) });
    const run = runQapi(directory, [...args, '--max-errors', '3']);
    expect(count(run.stderr, /^error\[/gm)).toBe(3);
    expect(run.stderr).toContain(REST);
    expect(run).toMatchObject({ status: 1, stdout: '' });
  });
});
