import { describe, expect, it } from 'vitest';
import { formatGithub } from '../../compiler/src/diagnostic/format-github.js';
import { formatJson } from '../../compiler/src/diagnostic/format-json.js';
import { formatLine } from '../../compiler/src/diagnostic/format-line.js';
import { createFormatter } from '../../compiler/src/diagnostic/formatter.js';
import { PLAIN_STYLE } from '../../compiler/src/diagnostic/format-frame.js';
import { diagnose } from './diagnose.js';
import { CASES } from './diagnostics/cases.js';
import { diagnosticAt, markedFile } from './diagnostics/marked-file.js';

const SPANS = markedFile('sub/a.json', "{ 'a': «'b'»,\n  «'c'»: 'd' }\n");
const DIAGNOSTIC = diagnosticAt(SPANS, {
  message: '100% wrong: a, b',
  help: 'mend it',
  definition: { kind: 'struct', name: 'Foo', span: SPANS[0], nameSpan: SPANS[0] },
});

describe('line', () => {
  it('has place, severity, message, help and code', () => {
    expect(formatLine(DIAGNOSTIC)).toMatchInlineSnapshot(
      `"sub/a.json:1:8: error: 100% wrong: a, b (mend it) [schema/clash]"`,
    );
  });

  it('stays on one line whatever the message says', () => {
    const { diagnostics } = diagnose("{ 'a' 'b\u001B[31m\rc' }");
    expect(diagnostics.map(formatLine).join('\n')).toMatchInlineSnapshot(
      `"schema.json:1:7: error: expected ':' after the key, found the string 'b<U+001B>[31m [syntax/expected]"`,
    );
  });
});

it('json has all of it', () => {
  expect(JSON.parse(formatJson(DIAGNOSTIC, 'main.json'))).toMatchInlineSnapshot(`
    {
      "code": "schema/clash",
      "column": null,
      "definition": {
        "kind": "struct",
        "name": "Foo",
      },
      "file": "sub/a.json",
      "help": "mend it",
      "line": 1,
      "message": "100% wrong: a, b",
      "notes": [
        {
          "message": "note 1",
          "span": {
            "column": 3,
            "endColumn": 6,
            "endLine": 2,
            "file": "sub/a.json",
            "line": 2,
          },
        },
      ],
      "schema": "main.json",
      "severity": "error",
      "span": {
        "column": 8,
        "endColumn": 11,
        "endLine": 1,
        "file": "sub/a.json",
        "line": 1,
      },
    }
  `);
});

describe('github', () => {
  it('is a workflow command, with notes and help in the message', () => {
    expect(formatGithub(DIAGNOSTIC)).toMatchInlineSnapshot(
      `"::error file=sub/a.json,line=1,col=8,endLine=1,endColumn=11,title=schema/clash::100%25 wrong: a, b%0Anote: note 1 (sub/a.json:2:3)%0Ahelp: mend it"`,
    );
  });

  it('has warnings', () => {
    expect(formatGithub({ ...DIAGNOSTIC, severity: 'warning' })).toMatch(/^::warning file=/);
  });

  it('has no columns where more than one line is marked', () => {
    expect(formatGithub(diagnosticAt(markedFile('a.json', '\n «x\ny»')))).toMatchInlineSnapshot(
      `"::error file=a.json,line=2,endLine=3,title=schema/clash::something is wrong"`,
    );
  });

  it('escapes what would end a property or the command', () => {
    const [span] = markedFile('a,b:c%d.json', '«x»');
    const command = formatGithub(diagnosticAt([span], { message: 'one\r\ntwo::three 5%' }));
    expect(command).toMatchInlineSnapshot(
      `"::error file=a%2Cb%3Ac%25d.json,line=1,col=1,endLine=1,endColumn=2,title=schema/clash::one��two::three 5%25"`,
    );
  });
});

describe('every kind of diagnostic', () => {
  const cases = Object.entries(CASES).flatMap(([code, sources]) =>
    sources.map((source) => [code, source] as const),
  );

  it.each(cases)('%s is one line in the formats of lines: %j', (_, source) => {
    for (const format of ['line', 'json', 'github'] as const) {
      const formatter = createFormatter(format, PLAIN_STYLE);
      for (const diagnostic of diagnose(source, { files: { '/ok.json': '' } }).diagnostics) {
        const text = formatter.add(diagnostic, 'schema.json');
        // eslint-disable-next-line no-control-regex -- looks for exactly these
        expect(text).toMatch(/^[^\u0000-\u001F\u007F-\u009F\u202A-\u202E]+\n$/);
      }
    }
  });
});

describe('errors beyond the limit', () => {
  it.each(['frame', 'line', 'github'] as const)('are told as a last line in %s', (format) => {
    const formatter = createFormatter(format, PLAIN_STYLE);
    expect(formatter.finish(17)).toBe('and 17 more errors; --max-errors shows more\n');
    expect(formatter.finish(1)).toBe('and 1 more error; --max-errors shows more\n');
    expect(formatter.finish(0)).toBe('');
  });

  it('are no line in json', () => {
    expect(createFormatter('json', PLAIN_STYLE).finish(17)).toBe('');
  });
});
