import { LanguageService, NodeHost, type Role, type Subject } from '@qapi-ts/compiler';
import { expect, it } from 'vitest';
import { describeReference, REFERENCE } from '../support/reference.js';

/** Names that must lead somewhere in a schema without errors. */
const RESOLVED: ReadonlySet<Role> = new Set<Role>([
  'definition',
  'type',
  'member',
  'value',
  'branch',
  'alternative',
  'discriminator',
  'feature',
  'include',
  'doc-symbol',
  'doc-member',
  'doc-feature',
]);

describeReference('the language service in the schema of QEMU', () => {
  const host = new NodeHost(REFERENCE);
  const view = new LanguageService({ host }).open('schemas/qemu-10.2/qapi/qapi-schema.json');
  const { files, schema } = view.compilation;
  const subjects = files.flatMap(({ path, text }) => {
    const found: Subject[] = [];
    for (let offset = 0; offset < text.length; offset += 1) {
      const subject = view.subject(path, offset);
      if (subject === undefined) continue;
      found.push(subject);
      offset = subject.span.end;
    }
    return found;
  });

  it('finds every definition of the model', () => {
    const defined = subjects.filter(({ role }) => role === 'definition').map(({ name }) => name);
    const entities = [...(schema?.entities.values() ?? [])];
    const expected = entities.filter(({ isImplicit, span }) => !isImplicit && span !== undefined);
    expect(defined.toSorted()).toEqual(expected.map(({ name }) => name).toSorted());
    const symbols = files.flatMap(({ path }) => view.symbols(path)).map(({ name }) => name);
    expect(symbols).toEqual(defined);
  });

  it('knows what every name means', () => {
    const unknown = subjects
      .filter(({ role }) => RESOLVED.has(role))
      .filter(({ span }) => {
        const { file, start } = span;
        const isBuiltin = view.hover(file.path, start)?.title === 'built-in type';
        return !isBuiltin && view.definition(file.path, start).length === 0;
      })
      .map(({ role, name }) => `${role} ${name}`);
    expect(unknown).toEqual([]);
  });

  it('has something to say of every key', () => {
    const keys = subjects.filter(({ role }) => role === 'key');
    const silent = keys.filter(({ span }) => {
      return view.hover(span.file.path, span.start)?.documentation === undefined;
    });
    expect(keys.length).toBeGreaterThan(1_000);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('finds the way back from each definition', () => {
    const samples = subjects.filter(
      ({ role }, index) => RESOLVED.has(role) && role !== 'include' && index % 23 === 0,
    );
    expect(samples.length).toBeGreaterThan(200);
    for (const { span } of samples) {
      const [definition] = view.definition(span.file.path, span.start);
      if (definition === undefined) continue;
      const references = view.references(definition.file.path, definition.start);
      const isFound = references.some(
        ({ file, start }) => file === span.file && start === span.start,
      );
      expect([span.file.path, span.start, isFound]).toEqual([span.file.path, span.start, true]);
    }
  });
});
