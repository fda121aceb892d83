import {
  compileSchema,
  conditionValue,
  NodeHost,
  schemaInfo,
  type SchemaInfo,
} from '@qapi-ts/compiler';
import { expect, it } from 'vitest';
import { describeReference, readReferenceJson } from '../support/reference.js';

const { schema, diagnostics } = compileSchema('schemas/qmp/qmp.json', {
  host: new NodeHost(process.cwd()),
  docs: 'strict',
});

it('compiles with strict documentation', () => {
  expect(diagnostics).toEqual([]);
});

it('is all that a server has to include', () => {
  const names = [...(schema?.entities.values() ?? [])]
    .filter(({ kind }) => kind === 'command')
    .map(({ name }) => name);
  expect(names).toEqual([
    'qmp_capabilities',
    'query-version',
    'query-commands',
    'quit',
    'query-qmp-schema',
  ]);
});

describeReference('on the wire', () => {
  it('is what QEMU has, entry by entry', () => {
    if (schema === undefined) throw new Error('does not compile');
    const qemu = readReferenceJson(
      'introspection/qemu-10.2.unmasked.json',
    ) as readonly SchemaInfo[];
    const core = schemaInfo(schema, { holds: conditionValue(undefined), unmask: true });
    for (const entry of core) {
      expect(entry).toEqual(qemu.find(({ name }) => name === entry.name));
    }
  });
});
