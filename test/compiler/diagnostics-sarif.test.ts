import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '@qapi-ts/compiler';
import { catalogue } from '../../compiler/src/diagnostic/catalogue.js';
import { formatSarif } from '../../compiler/src/diagnostic/format-sarif.js';
import { diagnose } from './diagnose.js';
import { CASES } from './diagnostics/cases.js';
import { diagnosticAt, markedFile } from './diagnostics/marked-file.js';
import { sarifFaults } from './diagnostics/sarif-rules.js';

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly invocations: readonly object[];
      readonly results: readonly Result[];
    },
  ];
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly locations: readonly Location[];
  readonly relatedLocations?: readonly Location[];
}

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region?: Readonly<
      Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>
    >;
  };
}

function logOf(diagnostics: readonly Diagnostic[], omitted = 0): Log {
  return JSON.parse(formatSarif(diagnostics, omitted)) as Log;
}

function uriOf(path: string): string | undefined {
  const [result] = logOf([diagnosticAt(markedFile(path, '«x»'))]).runs[0].results;
  return result?.locations[0]?.physicalLocation.artifactLocation.uri;
}

describe('the log of every kind of diagnostic', () => {
  const diagnostics = Object.values(CASES)
    .flat()
    .flatMap((source) => diagnose(source, { files: { '/ok.json': '' } }).diagnostics);
  const log = logOf(diagnostics);
  const [run] = log.runs;

  it('has the shape that SARIF 2.1.0 demands', () => {
    expect(sarifFaults(log)).toEqual([]);
  });

  it('has a rule for each code, and the results refer to them', () => {
    const ids = run.tool.driver.rules.map(({ id }) => id);
    expect(ids).toEqual(Object.keys(catalogue));
    for (const { ruleId, ruleIndex } of run.results) expect(ids[ruleIndex]).toBe(ruleId);
  });

  it('has the results in the order in which they were found', () => {
    expect(run.results.map(({ ruleId }) => ruleId)).toEqual(diagnostics.map(({ code }) => code));
  });

  it('has regions that end where or after they begin', () => {
    const places = run.results.flatMap(({ locations, relatedLocations = [] }) => [
      ...locations,
      ...relatedLocations,
    ]);
    for (const { physicalLocation } of places) {
      const { region } = physicalLocation;
      if (region === undefined) continue;
      const { startLine, startColumn, endLine, endColumn } = region;
      expect(endLine).toBeGreaterThanOrEqual(startLine);
      if (endLine === startLine) expect(endColumn).toBeGreaterThanOrEqual(startColumn);
    }
  });

  it('is the same each time', () => {
    expect(formatSarif(diagnostics, 0)).toBe(formatSarif(diagnostics, 0));
  });
});

it('a result has its place, the definition, help, notes and includes', () => {
  const [directive] = markedFile('main.json', "«{ 'include': 'sub/a.json' }»\n");
  const spans = markedFile('sub/a.json', "{ '😀': «'B',\n'C'» }\n«note»", directive);
  const definition = { kind: 'struct', name: 'Foo', span: spans[0], nameSpan: spans[0] } as const;
  const { results } = logOf([diagnosticAt(spans, { definition, help: 'mend it' })]).runs[0];
  expect({ ...results[0], ruleIndex: undefined }).toMatchInlineSnapshot(`
    {
      "level": "error",
      "locations": [
        {
          "logicalLocations": [
            {
              "kind": "struct",
              "name": "Foo",
            },
          ],
          "physicalLocation": {
            "artifactLocation": {
              "uri": "sub/a.json",
            },
            "region": {
              "endColumn": 4,
              "endLine": 2,
              "startColumn": 8,
              "startLine": 1,
            },
          },
        },
      ],
      "message": {
        "text": "something is wrong
    help: mend it",
      },
      "relatedLocations": [
        {
          "id": 0,
          "message": {
            "text": "note 1",
          },
          "physicalLocation": {
            "artifactLocation": {
              "uri": "sub/a.json",
            },
            "region": {
              "endColumn": 5,
              "endLine": 3,
              "startColumn": 1,
              "startLine": 3,
            },
          },
        },
        {
          "id": 1,
          "message": {
            "text": "in file included from here",
          },
          "physicalLocation": {
            "artifactLocation": {
              "uri": "main.json",
            },
            "region": {
              "endColumn": 28,
              "endLine": 1,
              "startColumn": 1,
              "startLine": 1,
            },
          },
        },
      ],
      "ruleId": "schema/clash",
      "ruleIndex": undefined,
    }
  `);
});

it('a file that could not be read has no region', () => {
  const [result] = logOf(diagnose(undefined).diagnostics).runs[0].results;
  expect(result?.locations).toEqual([
    { physicalLocation: { artifactLocation: { uri: 'schema.json' } } },
  ]);
});

it('paths become references', () => {
  expect(uriOf('sub/a b#c?ü.json')).toBe('sub/a%20b%23c%3F%C3%BC.json');
  expect(uriOf('../a:b.json')).toBe('../a%3Ab.json');
  expect(uriOf('/root/a.json')).toBe('file:///root/a.json');
  expect(uriOf('C:/root/a.json')).toBe('file:///C:/root/a.json');
});

it('errors beyond the limit are told as a notification', () => {
  const log = logOf([], 17);
  expect(sarifFaults(log)).toEqual([]);
  expect(log.runs[0].invocations).toEqual([
    {
      executionSuccessful: true,
      toolExecutionNotifications: [
        {
          level: 'warning',
          message: { text: 'and 17 more errors; --max-errors shows more' },
        },
      ],
    },
  ]);
});

it('the rules of the shape find faults', () => {
  const result = { locations: [{ physicalLocation: { region: { startLine: 0 } } }], level: 'bad' };
  const log = { version: '2.1.0', runs: [{ results: [result], other: 1 }] };
  expect(sarifFaults(log)).toEqual([
    '$.runs[0].tool is missing',
    '$.runs[0].results[0].message is missing',
    '$.runs[0].results[0].locations[0].physicalLocation.artifactLocation is missing',
    '$.runs[0].results[0].locations[0].physicalLocation.region.startLine: 0 is not an integer from 1',
    '$.runs[0].results[0].level: "bad" is not one of none,note,warning,error',
    '$.runs[0].other is unknown',
  ]);
});
