import { describe, expect, it } from 'vitest';
import { frameStyleFor, usesColor } from '../../compiler/src/cli/terminal.js';
import { makeDirectory, runQapi } from './run-qapi.js';

const ESCAPE = '\u001B';

describe('colour', () => {
  const terminal = { isTTY: true };
  const pipe = { isTTY: false };

  it.each([
    ['a terminal', terminal, {}, true],
    ['a pipe', pipe, {}, false],
    ['a terminal that knows none', terminal, { TERM: 'dumb' }, false],
    ['a terminal with NO_COLOR', terminal, { NO_COLOR: '1' }, false],
    ['a terminal with an empty NO_COLOR', terminal, { NO_COLOR: '' }, true],
    ['a pipe with FORCE_COLOR', pipe, { FORCE_COLOR: '1' }, true],
    ['a pipe with an empty FORCE_COLOR', pipe, { FORCE_COLOR: '' }, false],
    ['a terminal with FORCE_COLOR=0', terminal, { FORCE_COLOR: '0' }, false],
    ['FORCE_COLOR against NO_COLOR', pipe, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ])('on %s', (_, stream, environment, expected) => {
    expect(usesColor(stream, environment)).toBe(expected);
  });

  it.each([
    [{}, false],
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '0' }, false],
    [{ NO_COLOR: '1' }, false],
    [{ CI: 'true' }, false],
  ])('of qapi check into a pipe with %j: %s', (environment, expected) => {
    const run = runQapi(makeDirectory({ 'a.json': '{' }), ['check', 'a.json'], environment);
    expect(run.stdout.includes(ESCAPE)).toBe(expected);
  });
});

describe('the width of frames', () => {
  it('is that of a narrow terminal', () => {
    expect(frameStyleFor({ isTTY: true, columns: 60 }).columns).toBe(60);
  });

  it('is 100 columns on a wide one, and where there is none', () => {
    expect(frameStyleFor({ isTTY: true, columns: 300 }).columns).toBe(100);
    expect(frameStyleFor({ isTTY: false, columns: 0 }).columns).toBe(100);
  });
});
