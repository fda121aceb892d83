import {
  compileSchema,
  conditionValue,
  dumpSchema,
  NodeHost,
  schemaInfo,
  type Schema,
} from '@qapi-ts/compiler';
import { expect, it } from 'vitest';
import {
  describeReference,
  readReference,
  readReferenceJson,
  REFERENCE,
} from '../support/reference.js';

const host = new NodeHost(REFERENCE);

function compile(path: string, docs: 'strict' | 'warn'): Schema {
  const { schema, diagnostics } = compileSchema(path, { host, docs });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (schema === undefined) throw new Error(`${path} does not compile`);
  return schema;
}

const MAIN = 'schemas/qemu-10.2/qapi/qapi-schema.json';
const AGENT = 'schemas/qemu-10.2/qga/qapi-schema.json';
const STORAGE_DAEMON = 'schemas/qemu-10.2/storage-daemon/qapi/qapi-schema.json';
const LANGUAGE = 'language/qapi-schema-test.json';
const MAIN_7_2 = 'schemas/qemu-7.2/qapi/qapi-schema.json';

describeReference('schemas of QEMU', () => {
  it.each([
    ['10.2 main', MAIN],
    ['10.2 guest agent', AGENT],
    ['10.2 storage daemon', STORAGE_DAEMON],
  ])('%s compiles without a word under the strict rules', (_, path) => {
    expect(compileSchema(path, { host, docs: 'strict' }).diagnostics).toEqual([]);
  });

  it.each([
    ['9.1 main', 'schemas/qemu-9.1/qapi/qapi-schema.json'],
    ['9.1 guest agent', 'schemas/qemu-9.1/qga/qapi-schema.json'],
    ['7.2 main', MAIN_7_2],
    ['7.2 guest agent', 'schemas/qemu-7.2/qga/qapi-schema.json'],
  ])('%s, whose documentation follows older rules, compiles with warnings', (_, path) => {
    expect(compile(path, 'warn').entities.size).toBeGreaterThan(100);
  });

  it.each([
    ['qemu-10.2', MAIN],
    ['qemu-10.2-qga', AGENT],
    ['qemu-10.2-storage-daemon', STORAGE_DAEMON],
  ])('the dump of %s is that of the reference', (name, path) => {
    expect(dumpSchema(compile(path, 'strict'))).toBe(readReference(`model/${name}.out`));
  });

  it.each([
    ['qemu-10.2.masked', MAIN, undefined],
    ['qemu-10.2.unmasked', MAIN, undefined],
    ['qemu-10.2.masked.linux', MAIN, 'qemu-10.2.linux'],
    ['qemu-10.2-qga.masked', AGENT, undefined],
    ['qemu-10.2-qga.unmasked', AGENT, undefined],
    ['qemu-10.2-storage-daemon.masked', STORAGE_DAEMON, undefined],
    ['qemu-10.2-storage-daemon.unmasked', STORAGE_DAEMON, undefined],
    ['language-test.masked', LANGUAGE, undefined],
    ['language-test.unmasked', LANGUAGE, undefined],
    ['qemu-7.2.live-x86_64', MAIN_7_2, 'qemu-7.2.live-x86_64'],
  ])('the introspection %s is that of the reference', (name, path, defines) => {
    const names =
      defines === undefined
        ? undefined
        : (readReferenceJson(`introspection/${defines}.defines.json`) as readonly string[]);
    const info = schemaInfo(compile(path, 'warn'), {
      holds: conditionValue(names),
      unmask: name.includes('unmasked'),
    });
    expect(info).toEqual(readReferenceJson(`introspection/${name}.json`));
  });
});
