import { createHash } from 'node:crypto';
import {
  compileSchema,
  dumpSchema,
  MemoryHost,
  NodeHost,
  referencePosition,
  type Compilation,
} from '@qapi-ts/compiler';
import { expect, it } from 'vitest';
import {
  describeReference,
  readReference,
  readReferenceJson,
  REFERENCE,
} from '../support/reference.js';

/** What the reference says of a schema. */
interface Verdict {
  readonly ok: boolean;
  readonly file?: string;
  readonly line?: number;
  readonly col?: number;
  readonly in?: string;
  readonly sha256?: string;
}

interface Mutant {
  readonly id: string;
  readonly base: string;
  readonly edit: { readonly from: number; readonly to: number; readonly text: string };
  readonly verdict: Verdict;
}

const host = new NodeHost(REFERENCE);

/** Our verdict in the form of the reference's: the first error, with a column where it has one. */
function verdictOf({ schema, diagnostics }: Compilation): Verdict {
  if (schema !== undefined) return { ok: true };
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (error === undefined) throw new Error('no schema and no error');
  const { anchor, definition } = error;
  const { line, column } = referencePosition(error);
  return {
    ok: false,
    file: anchor.file.path,
    line,
    ...(column !== null && { col: column }),
    ...(definition && { in: `${definition.kind} ${definition.name}` }),
  };
}

describeReference('verdicts of the reference', () => {
  const cases = Object.entries(
    readReferenceJson('language/expected.json') as Record<string, Verdict>,
  );
  it.each(cases)('language/%s', (name, expected) => {
    const compilation = compileSchema(`language/${name}`, { host, docs: 'strict' });
    const file = expected.file === undefined ? {} : { file: `language/${expected.file}` };
    expect(verdictOf(compilation)).toEqual({ ...expected, ...file });
    if (compilation.schema !== undefined) {
      const golden = readReference(`language/${name.replace(/\.json$/, '.out')}`);
      expect(dumpSchema(compilation.schema)).toBe(golden);
    }
  });

  const mutants = readReference('mutants/mutants.jsonl')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Mutant);
  it.each(mutants.map((mutant) => [mutant.id, mutant] as const))('mutant %s', (_, mutant) => {
    const { base, edit, verdict } = mutant;
    const characters = Array.from(readReference(base));
    characters.splice(edit.from, edit.to - edit.from, edit.text);
    const edited = new MemoryHost({ [`${REFERENCE}${base}`]: characters.join('') }, host);
    const compilation = compileSchema(base, { host: edited, docs: 'strict' });
    const { sha256, ...expected } = verdict;
    expect(verdictOf(compilation)).toEqual(expected);
    if (compilation.schema !== undefined) {
      const dump = dumpSchema(compilation.schema);
      expect(createHash('sha256').update(dump).digest('hex')).toBe(sha256);
    }
  });
});
