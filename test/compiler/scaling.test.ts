import { compileSchema, LanguageService, MemoryHost } from '@qapi-ts/compiler';
import { describe, expect, it } from 'vitest';
import { formatFrame } from '../../compiler/src/diagnostic/format-frame.js';
import { expectLinear } from './growth.js';

/** One line for each number below `count`. */
function lines(count: number, line: (i: number) => string, separator = '\n'): string {
  return Array.from({ length: count }, (_, i) => line(i)).join(separator);
}

const STRUCT = "{ 'struct': 'Foo', 'data': { ";
const BRANCHES = "{ 'union': 'Uni', 'base': { 'x': 'Foo' }, 'discriminator': 'x', 'data': { ";

describe('work grows with the input', () => {
  const cases: readonly (readonly [string, number, (size: number) => string])[] = [
    ['definitions', 2_000, (n) => lines(n, (i) => `{ 'command': 'c${i}' }`)],
    ['the same definition', 2_500, (n) => "{ 'command': 'c' }\n".repeat(n)],
    ['members', 5_000, (n) => `${STRUCT}${lines(n, (i) => `'m${i}': 'str'`, ',')} } }`],
    [
      'clashing members',
      2_500,
      (n) => `${STRUCT}${lines(n, (i) => `'m${i}-a': 'str', 'm${i}_a': 'str'`, ',')} } }`,
    ],
    ['values', 5_000, (n) => `{ 'enum': 'Foo', 'data': [ ${lines(n, (i) => `'v${i}'`, ',')} ] }`],
    [
      'alternatives',
      2_500,
      (n) => `{ 'alternate': 'Foo', 'data': { ${lines(n, (i) => `'m${i}': 'str'`, ',')} } }`,
    ],
    [
      'features',
      5_000,
      (n) => `{ 'command': 'c', 'features': [ ${lines(n, (i) => `'f${i}'`, ',')} ] }`,
    ],
    [
      'conditions',
      5_000,
      (n) => `{ 'command': 'c', 'if': { 'all': [ ${lines(n, (i) => `'F${i}'`, ',')} ] } }`,
    ],
    [
      'bases',
      1_000,
      (n) =>
        `{ 'struct': 'T0t', 'data': {} }\n${lines(n, (i) => `{ 'struct': 'T${i + 1}t', 'base': 'T${i}t', 'data': { 'm${i}': 'int' } }`)}`,
    ],
    [
      'unions in unions',
      500,
      (n) =>
        `{ 'enum': 'Kind', 'data': [ 'a' ] }\n{ 'struct': 'T0t', 'data': {} }\n${lines(n, (i) => `{ 'union': 'T${i + 1}t', 'base': { 't${i}': 'Kind' }, 'discriminator': 't${i}', 'data': { 'a': 'T${i}t' } }`)}`,
    ],
    [
      'branches',
      2_500,
      (n) =>
        `{ 'enum': 'Foo', 'data': [ ${lines(n, (i) => `'v${i}'`, ',')} ] }\n{ 'struct': 'Bar', 'data': {} }\n${BRANCHES}${lines(n, (i) => `'v${i}': 'Bar'`, ',')} } }`,
    ],
    [
      'wrong branches',
      1_000,
      (n) =>
        `{ 'enum': 'Foo', 'data': [ ${lines(n, (i) => `'v${i}'`, ',')} ] }\n{ 'struct': 'Bar', 'data': {} }\n${BRANCHES}${lines(n, (i) => `'w${i}': 'Bar'`, ',')} } }`,
    ],
    [
      'unknown types',
      2_000,
      (n) => lines(n, (i) => `{ 'struct': 'Type${i}', 'data': { 'a': 'Tipe${i}' } }`),
    ],
    ['unknown keys', 2_000, (n) => `{ 'command': 'c', ${lines(n, (i) => `'k${i}': 'x'`, ',')} }`],
    [
      'unknown pragmas',
      2_000,
      (n) => `{ 'pragma': { ${lines(n, (i) => `'doc-requiret${i}': 'x'`, ',')} } }`,
    ],
    ['repeated keys', 5_000, (n) => `{ ${"'k': 'x', ".repeat(n)}'l': 'x' }`],
    ['errors on one line', 2_500, (n) => `${STRUCT}${lines(n, (i) => `'m${i}': 'Bar'`, ',')} } }`],
    [
      'descriptions',
      2_000,
      (n) =>
        `##\n# @Foo:\n#\n${lines(n, (i) => `# @m${i}: text\n#`)}\n##\n${STRUCT}${lines(n, (i) => `'m${i}': 'str'`, ',')} } }`,
    ],
    [
      'wrong descriptions',
      1_000,
      (n) =>
        `##\n# @Foo:\n#\n${lines(n, (i) => `# @x${i}: text\n#`)}\n##\n${STRUCT}${lines(n, (i) => `'m${i}': 'str'`, ',')} } }`,
    ],
    [
      'sections',
      5_000,
      (n) => `##\n# @foo:\n#\n${'# Returns: x\n#\n'.repeat(n)}##\n{ 'command': 'foo' }`,
    ],
    [
      'blank lines of documentation',
      25_000,
      (n) => `##\n# @foo:\n#\n# @a: x\n${'#\n'.repeat(n)}# y\n##\n{ 'command': 'foo' }`,
    ],
    ['sentences', 5_000, (n) => `##\n# ${'A b. C d. '.repeat(n)}\n##\n`],
    ['blocks that are not closed', 2_500, (n) => '##\n# @foo:\n'.repeat(n)],
    ['includes', 1_000, (n) => lines(n, (i) => `{ 'include': 'no${i}.json' }`)],
  ];
  it.each(cases)('%s', (_, size, make) => {
    const texts = new Map([size, 8 * size].map((n) => [n, make(n)]));
    const run = (n: number): void => {
      const host = new MemoryHost({ '/a.json': texts.get(n) ?? '' });
      const [first] = compileSchema('/a.json', { host, docs: 'strict' }).diagnostics;
      if (first !== undefined) formatFrame(first);
    };
    expectLinear(run, size);
  });

  it.each([
    [
      'an index',
      2_500,
      (n: number) =>
        `##\n# @Foo:\n#\n${lines(n, (i) => `# @m${i}: \`Foo\` text\n#`)}\n##\n${STRUCT}${lines(n, (i) => `'m${i}': 'Foo'`, ',')} } }`,
    ],
    ['broken text', 10_000, (n: number) => `${STRUCT}${lines(n, (i) => `'m${i}': 'Foo'`)}`],
  ])('for the language service: %s', (_, size, make) => {
    const run = (n: number): void => {
      const service = new LanguageService({ host: new MemoryHost({ '/a.json': make(n) }) });
      const view = service.open('/a.json');
      expect(
        view.references('/a.json', view.file('/a.json')?.text.indexOf("Foo'") ?? 0).length,
      ).toBeGreaterThan(n);
      view.symbols('/a.json');
    };
    expectLinear(run, size);
  });
});
