import { compileSchema, NodeHost } from '../../compiler/src/index.js';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findExamples } from '../../compiler/src/examples/find-examples.js';
import { splitMessages } from '../../compiler/src/examples/split-messages.js';
import { describeReference, REFERENCE } from '../support/reference.js';

const host = new NodeHost(`${REFERENCE}schemas`);

function countFindings(path: string): Readonly<Record<string, number>> {
  const { schema, diagnostics } = compileSchema(path, { host, docs: 'warn', examples: true });
  expect(schema).toBeDefined();
  const counts: Record<string, number> = {};
  for (const { code, severity } of diagnostics) {
    if (!code.startsWith('example/')) continue;
    expect(severity).toBe('warning');
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** Each of these was looked at: it is a mistake in the documentation, and none is one of ours. */
describeReference('mistakes in the examples of QEMU', () => {
  it.each([
    [
      'qemu-10.2/qapi',
      {
        'example/missing-member': 23,
        'example/unknown-member': 20,
        'example/syntax': 20,
        'example/wrong-type': 1,
        'example/message': 2,
      },
    ],
    ['qemu-10.2/qga', {}],
    [
      'qemu-10.2/storage-daemon/qapi',
      { 'example/missing-member': 7, 'example/unknown-member': 17, 'example/syntax': 16 },
    ],
    [
      'qemu-9.1/qapi',
      {
        'example/missing-member': 21,
        'example/unknown-member': 20,
        'example/syntax': 20,
        'example/wrong-type': 1,
        'example/message': 2,
      },
    ],
    ['qemu-9.1/qga', {}],
    [
      'qemu-7.2/qapi',
      { 'example/missing-member': 22, 'example/unknown-member': 19, 'example/syntax': 17 },
    ],
    ['qemu-7.2/qga', {}],
  ])('%s', (directory, counts) => {
    expect(countFindings(`${directory}/qapi-schema.json`)).toEqual(counts);
  });

  it.each(['10.2', '9.1', '7.2'])('all messages of %s are looked at', (version) => {
    const path = `qemu-${version}/qapi/qapi-schema.json`;
    const { schema } = compileSchema(path, { host, docs: 'off' });
    if (schema === undefined) throw new Error(`${path} does not compile`);
    const found = [...findExamples(schema)].flatMap(({ passages }) =>
      passages.flatMap(splitMessages).map(({ arrow }) => arrow.start),
    );
    const arrows = schema.docs.flatMap(({ span }) => [
      ...span.file.text.slice(span.start, span.end).matchAll(/^# *(?:->|<-)/gm),
    ]);
    expect(arrows.length).toBeGreaterThan(400);
    expect(found).toHaveLength(arrows.length);
  });
});

describe('our own schemas', () => {
  it('have examples without mistakes', () => {
    const schemas = new NodeHost(fileURLToPath(new URL('../../schemas/', import.meta.url)));
    const options = { host: schemas, docs: 'strict', examples: true } as const;
    const { schema, diagnostics } = compileSchema('backup/backup.json', options);
    expect(diagnostics.map(({ message }) => message)).toEqual([]);
    const messages = [...findExamples(schema ?? fail())].flatMap(({ passages }) =>
      passages.flatMap(splitMessages),
    );
    expect(messages.length).toBeGreaterThan(20);
  });
});

function fail(): never {
  throw new Error('the schema does not compile');
}
