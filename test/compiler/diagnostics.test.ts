import { describe, expect, it } from 'vitest';
import { catalogue } from '../../compiler/src/diagnostic/catalogue.js';
import { diagnose } from './diagnose.js';
import { CASES } from './diagnostics/cases.js';

describe('diagnostics mark the offending text', () => {
  const cases = Object.entries(CASES).flatMap(([code, sources]) =>
    sources.map((source) => [code, source] as const),
  );
  it.each(cases)('%s: %s', (code, source) => {
    const { diagnostics, found, marks } = diagnose(source, { files: { '/ok.json': '' } });
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(marks.map(() => code));
    expect(found).toEqual(marks);
  });
});

it('every code of the catalogue has a case', () => {
  expect(Object.keys(CASES).toSorted()).toEqual(Object.keys(catalogue).toSorted());
});

describe('one run tells all', () => {
  it('syntax errors of a file, one for each broken item', () => {
    const source = "{ 'a' «'b'» }\n{ 'command': 'ok' }\n{ 'c': «,» }\n##\n# text\n##\n«]»\n";
    const { found, marks } = diagnose(source);
    expect(found).toEqual(marks);
  });

  it('faults of all definitions', () => {
    const source =
      "{ 'struct': «'foo'», 'data': {} }\n" +
      "{ 'command': 'a', 'data': { 'b': «'Bar'», 'c': «'Baz'» } }\n" +
      "{ 'event': «'x'» }\n";
    const { found, marks } = diagnose(source);
    expect(found.toSorted(([a], [b]) => a - b)).toEqual(marks);
  });

  it('broken definitions cause no further errors', () => {
    const source =
      "{ 'struct': 'Broken', 'data': { 'a': «true» } }\n" +
      "{ 'struct': 'Torn', 'data' «[» ] }\n" +
      "{ 'struct': 'Sub', 'base': 'Broken', 'data': { 'a': 'Torn', 'b': [ 'Torn' ] } }\n" +
      "{ 'command': 'use', 'data': 'Sub', 'returns': [ 'Broken' ] }\n";
    const { found, marks } = diagnose(source);
    expect(found.toSorted(([a], [b]) => a - b)).toEqual(marks);
  });
});

describe('documentation modes', () => {
  const source = '##\n# One. Two.\n##\n';

  it('strict: errors', () => {
    expect(diagnose(source, { docs: 'strict' }).diagnostics[0]?.severity).toBe('error');
  });

  it('warn: warnings', () => {
    expect(diagnose(source, { docs: 'warn' }).diagnostics[0]?.severity).toBe('warning');
  });

  it('off: not looked at', () => {
    expect(diagnose(source, { docs: 'off' }).diagnostics).toEqual([]);
  });
});
