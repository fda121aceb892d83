import { describe, expect, it } from 'vitest';
import { makeDirectory, runQapi } from '../cli/run-qapi.js';

const SCHEMA = `##
# @ping:
#
# .. qmp-example::
#
#     -> { "execute": "pnig" }
#     <- { "return": {} }
##
{ 'command': 'ping' }
`;

describe('on the command line', () => {
  it('qapi check warns of examples, and succeeds', () => {
    const run = runQapi(makeDirectory({ 'a.json': SCHEMA }), [
      'check',
      '--format',
      'line',
      'a.json',
    ]);
    expect(run).toEqual({
      status: 0,
      stdout:
        "a.json:6:23: warning: the schema has no command 'pnig' (did you mean 'ping'?) " +
        '[example/unknown-command]\n',
      stderr: '',
    });
  });

  it('not so with --docs off', () => {
    const run = runQapi(makeDirectory({ 'a.json': SCHEMA }), ['check', '--docs', 'off', 'a.json']);
    expect(run).toEqual({ status: 0, stdout: '0 errors, 0 warnings\n', stderr: '' });
  });

  it.each([['dump'], ['introspect'], ['generate', '--out', 'out']])(
    'qapi %s does not look',
    (...command) => {
      const run = runQapi(makeDirectory({ 'a.json': SCHEMA }), [...command, 'a.json']);
      expect(run.status).toBe(0);
      expect(run.stderr + run.stdout).not.toMatch(/example\/|warning/);
    },
  );
});
