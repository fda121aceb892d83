import {
  hoverToMarkdown,
  LanguageService,
  MemoryHost,
  NodeHost,
  type Compilation,
  type Host,
  type SchemaView,
  type Span,
} from '@qapi-ts/compiler';
import fc from 'fast-check';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatFrame } from '../../compiler/src/diagnostic/format-frame.js';
import { formatJson } from '../../compiler/src/diagnostic/format-json.js';
import { formatLine } from '../../compiler/src/diagnostic/format-line.js';
import { printSchemaFile } from '../../compiler/src/format/print-schema-file.js';
import { describeReference, readReferenceJson, REFERENCE } from '../support/reference.js';
import { mutate, mutations, type Mutation } from './mutate.js';

const SCHEMAS = fileURLToPath(new URL('../../schemas/', import.meta.url));

/** A schema and its files, to be changed in the host. */
interface Subject {
  readonly root: string;
  readonly host: MemoryHost;
  readonly service: LanguageService;
  readonly texts: ReadonlyMap<string, string>;
}

function load(root: string, disk: Host): Subject {
  const host = new MemoryHost({}, disk);
  const service = new LanguageService({ host });
  const { schema, files } = service.open(root).compilation;
  expect(schema).toBeDefined();
  return { root, host, service, texts: new Map(files.map(({ path, text }) => [path, text])) };
}

function expectSpan({ file, start, end }: Span): void {
  if (start < 0 || end < start || end > file.text.length) {
    throw new Error(`no place in a file of ${file.text.length}: ${start} to ${end}`);
  }
}

function expectDiagnostics({ schema, diagnostics }: Compilation): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.length > 0).toBe(schema === undefined);
  for (const { span } of diagnostics) expectSpan(span);
  for (const diagnostic of diagnostics.slice(0, 10)) {
    expect(formatFrame(diagnostic)).toContain(diagnostic.code);
    expect(formatLine(diagnostic)).toContain(diagnostic.code);
    expect(JSON.parse(formatJson(diagnostic, 'x'))).toHaveProperty('line');
  }
}

/** Asks everything at an offset: no answer may be outside of its file. */
function expectAnswers(view: SchemaView, path: string, offset: number): void {
  const subject = view.subject(path, offset);
  if (subject !== undefined) expectSpan(subject.span);
  const references = view.references(path, offset);
  for (const span of [...view.definition(path, offset), ...references]) expectSpan(span);
  // What has references is one of them.
  if (subject !== undefined && references.length > 0) {
    expect(references.some(({ start }) => start === subject.span.start)).toBe(true);
  }
  const hover = view.hover(path, offset);
  if (hover !== undefined) expect(hoverToMarkdown(hover)).toContain(hover.title.split(' ')[0]);
  const completions = view.complete(path, offset);
  const file = view.file(path);
  if (completions !== undefined && file !== undefined) expectSpan({ file, ...completions.at });
}

function checkMutant(
  { root, host, service, texts }: Subject,
  changes: readonly Mutation[],
  offsets: readonly number[],
): void {
  const changed = new Map(texts);
  const places: (readonly [string, number])[] = [];
  for (const change of changes) {
    const { text, at } = mutate(changed.get(change.file) ?? '', change);
    changed.set(change.file, text);
    for (let near = at - 2; near < at + 8; near += 1) places.push([change.file, near]);
    for (const offset of offsets) places.push([change.file, offset % (text.length + 1)]);
  }
  for (const [path, text] of changed) host.write(path, text);
  const view = service.open(root);
  expectDiagnostics(view.compilation);
  for (const [path, offset] of places) expectAnswers(view, path, offset);
  for (const { file, items } of view.compilation.parsedFiles) {
    view.symbols(file.path);
    expect(printSchemaFile(file.text, items)).toMatch(/^$|\n$/);
  }
}

/** Any change of tokens gives a schema or diagnostics, and answers of the language service. */
function checkMutants(subjects: readonly Subject[], numRuns: number): void {
  const mutant = fc
    .constantFrom(...subjects)
    .chain((subject) =>
      fc.tuple(
        fc.constant(subject),
        fc.array(mutations([...subject.texts.keys()]), { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
      ),
    );
  fc.assert(
    fc.property(mutant, ([subject, changes, offsets]) => checkMutant(subject, changes, offsets)),
    { numRuns },
  );
}

describe('any change of tokens gives a schema or diagnostics, and never a crash', () => {
  it('in our schemas', () => {
    checkMutants([load('backup/backup.json', new NodeHost(SCHEMAS))], 120);
  });

  it('at any offset of a small schema', () => {
    const disk = new MemoryHost({
      '/a.json': `{ 'include': 'b.json' } { 'pragma': { 'doc-required': false } }
##\n# @Foo:\n#\n# See @a, \`Uni\`.\n#\n# @a: x\n##
{ 'struct': 'Foo', 'data': { '*a': [ 'int' ] }, 'if': { 'not': 'X' } }
{ 'union': 'Uni', 'base': { 't': 'Enu' }, 'discriminator': 't', 'data': { 'b': 'Foo' } }`,
      '/b.json': `{ 'enum': 'Enu', 'data': [ 'b', { 'name': 'c', 'features': [ 'f' ] } ] }`,
    });
    const subject = load('/a.json', disk);
    const offsets = Array.from({ length: 400 }, (_, offset) => offset);
    fc.assert(
      fc.property(fc.array(mutations([...subject.texts.keys()]), { maxLength: 3 }), (changes) =>
        checkMutant(subject, changes, offsets),
      ),
      { numRuns: 40 },
    );
  });

  describeReference('of the reference', () => {
    const host = new NodeHost(REFERENCE);

    it('in schemas of its tests', () => {
      const verdicts = readReferenceJson('language/expected.json') as Record<
        string,
        { readonly ok: boolean }
      >;
      const good = Object.keys(verdicts).filter((name) => verdicts[name]?.ok === true);
      checkMutants(
        good.map((name) => load(`language/${name}`, host)),
        200,
      );
    });

    it('in modules of QEMU', () => {
      const modules = ['crypto', 'introspect', 'job', 'machine-s390x', 'sockets', 'yank'];
      const paths = modules.map((name) => `schemas/qemu-10.2/qapi/${name}.json`);
      const present = paths.filter((path) => existsSync(`${REFERENCE}${path}`));
      expect(present.length).toBeGreaterThan(3);
      checkMutants(
        present.map((path) => load(path, host)),
        60,
      );
    });
  });
});
