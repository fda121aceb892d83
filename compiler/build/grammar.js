// Generates src/syntax/grammar.gen.js from the grammar. Runs before the TypeScript compiler.
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import peggy from 'peggy';

const folder = new URL('../src/syntax/', import.meta.url);
const output = new URL('../dist/syntax/', import.meta.url);
const grammar = readFileSync(new URL('grammar.peggy', folder), 'utf8');

const parser = peggy.generate(grammar, {
  output: 'source',
  format: 'es',
  grammarSource: 'grammar.peggy',
});

const types = `import type { TopLevelItem } from './ast.js';

/** Parses the text of a schema file. Never throws: what is wrong stands in the items. */
export function parse(text: string): readonly TopLevelItem[];
`;

mkdirSync(output, { recursive: true });
for (const target of [folder, output]) {
  writeFileSync(new URL('grammar.gen.js', target), parser);
  writeFileSync(new URL('grammar.gen.d.ts', target), types);
}
