import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileSchema, MemoryHost, type Compilation } from '@qapi-ts/compiler';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFrame } from '../../compiler/src/diagnostic/format-frame.js';
import { formatJson } from '../../compiler/src/diagnostic/format-json.js';
import { formatLine } from '../../compiler/src/diagnostic/format-line.js';

const SCHEMAS = fileURLToPath(new URL('../../schemas/', import.meta.url));
const TOKEN = /'(?:[^'\\\n]|\\.)*'|[[\]{}:,]|true|false|#[^\n]*|\s+|./gsu;
const NOISE = [
  "'",
  "'str'",
  "'\\x'",
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  'true',
  'null',
  '#',
  '##',
  '# @x:',
  '\n',
  '\0',
  'é',
];

const sources = new Map(
  readdirSync(SCHEMAS, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path) => [`/${path.replaceAll('\\', '/')}`, readFileSync(`${SCHEMAS}${path}`, 'utf8')]),
);

/** A change of one token: what comes in the place of `count` tokens. */
const mutation = fc.record({
  file: fc.constantFrom(...sources.keys()),
  at: fc.nat(),
  count: fc.integer({ min: 0, max: 3 }),
  insert: fc.array(fc.oneof(fc.constantFrom(...NOISE), fc.nat()), { maxLength: 3 }),
});

function compileMutant(
  mutations: readonly (typeof mutation extends fc.Arbitrary<infer T> ? T : never)[],
): Compilation {
  const files = Object.fromEntries(sources);
  for (const { file, at, count, insert } of mutations) {
    const tokens = files[file]?.match(TOKEN) ?? [];
    // A number stands for a token from elsewhere in the file.
    const text = insert.map((item) =>
      typeof item === 'number' ? (tokens[item % tokens.length] ?? '') : item,
    );
    tokens.splice(at % (tokens.length + 1), count, ...text);
    files[file] = tokens.join('');
  }
  return compileSchema('/backup/backup.json', { host: new MemoryHost(files), docs: 'strict' });
}

describe('any change of tokens', () => {
  it('gives a schema or diagnostics that can be printed, and never a crash', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const { schema, diagnostics } = compileMutant(mutations);
        const errors = diagnostics.filter(({ severity }) => severity === 'error');
        expect(errors.length > 0).toBe(schema === undefined);
        for (const diagnostic of diagnostics) {
          const { span } = diagnostic;
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(span.file.text.length);
          expect(formatFrame(diagnostic)).toContain(diagnostic.message);
          expect(formatLine(diagnostic)).toContain(diagnostic.code);
          expect(JSON.parse(formatJson(diagnostic, 'x'))).toHaveProperty('line');
        }
      }),
      { numRuns: 300 },
    );
  });
});
