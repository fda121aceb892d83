import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, document, example } from './check-example.js';

const PIECES = [
  '-> ',
  '<- ',
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '...',
  '"',
  "'",
  '\\',
  '\\u12',
  '"execute"',
  '"exec-oob"',
  '"arguments"',
  '"return"',
  '"error"',
  '"event"',
  '"QMP"',
  '"id"',
  '"data"',
  '"timestamp"',
  '"put"',
  '"find"',
  '"ping"',
  '"kind"',
  '"disk"',
  '"name"',
  '"ref"',
  '"amount"',
  '"TICK"',
  '"__proto__"',
  '"constructor"',
  'true',
  'null',
  '1',
  '-1e5',
  '128',
  'word',
  '\n',
  '\n\n',
  ' ',
  '\n-> {',
  '\n<- {',
  '\u2026',
  '\u{1F600}',
  '\t',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 2 })), { maxLength: 40 })
  .map((pieces) => pieces.join('').replaceAll('\r', ' '));

describe('any text', () => {
  it.each([
    ['of an example', example],
    [
      'of a literal block',
      (source: string) => document(`::\n\n  ${source.replaceAll('\n', '\n  ')}`),
    ],
    ['of a paragraph', (source: string) => document(`-> ${source}`)],
  ])('%s gives warnings inside of it, or none', (_, wrap) => {
    fc.assert(
      fc.property(text, (source) => {
        const { diagnostics } = check(wrap(source));
        for (const { code, severity, span } of diagnostics) {
          expect(severity).toBe('warning');
          if (!code.startsWith('example/')) continue;
          const start = span.file.text.indexOf('# @query-status:');
          expect(span.start).toBeGreaterThan(start);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(span.file.text.indexOf('##\n', start));
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('mutations of a valid example', () => {
  const VALID =
    '-> { "execute": "put", "arguments": { "kind": "disk", "name": "a", "path": "/", "size": 5 } }\n<- { "return": {} }';
  const tokens = VALID.match(/"[^"]*"|[{}:,]|\d+|\s+|->|<-/g) ?? [];

  it('that take a token away are found', () => {
    const silent: string[] = [];
    for (const [i, token] of tokens.entries()) {
      if (token.trim() === '') continue;
      const { diagnostics } = check(example(tokens.toSpliced(i, 1).join('')));
      if (!diagnostics.some(({ code }) => code.startsWith('example/'))) silent.push(token);
    }
    expect(silent).toEqual([]);
  });
});

describe('large examples are checked in no time', () => {
  const many = (line: string): string => Array.from({ length: 20_000 }, () => line).join('\n');

  it.each([
    ['commands without replies', many('-> { "execute": "ping", "id": 1 }')],
    [
      'replies with ids',
      `${many('-> { "execute": "ping", "id": 1 }')}\n${many('<- { "return": {}, "id": 2 }')}`,
    ],
    ['commands that do not exist', many('-> { "execute": "pings-and-pongs" }')],
    [
      'members that do not exist',
      `-> { "execute": "ping",\n${many('"some-argument": 1,')} "id": 1 }`,
    ],
    ['empty arrows', many('->')],
    ['brackets', `-> ${'['.repeat(500_000)}`],
    ['a long string', `-> { "execute": "${'x'.repeat(1_000_000)}`],
    ['backslashes', `-> { "execute": "${'\\'.repeat(500_000)}`],
    ['elisions', `-> { ${'... , '.repeat(200_000)}`],
    [
      'a long number',
      `-> { "execute": "query-node" }\n<- { "return": { "id": ${'9'.repeat(500_000)} } }`,
    ],
    ['empty objects', `-> { "execute": "find" }\n<- { "return": [ ${'{}, '.repeat(50_000)} ] }`],
  ])('%s', (_, source) => {
    const start = performance.now();
    check(example(source));
    expect(performance.now() - start).toBeLessThan(4000);
  });
});
