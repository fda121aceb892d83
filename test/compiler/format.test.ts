import {
  compileSchema,
  conditionValue,
  dumpSchema,
  MemoryHost,
  NodeHost,
  schemaInfo,
  type Compilation,
  type Host,
  type Schema,
} from '@qapi-ts/compiler';
import fc from 'fast-check';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { printExpression } from '../../compiler/src/format/print-expression.js';
import { printSchemaFile } from '../../compiler/src/format/print-schema-file.js';
import type { Expression } from '../../compiler/src/syntax/ast.js';
import { parse } from '../../compiler/src/syntax/grammar.gen.js';
import { describeReference, readReferenceJson, REFERENCE } from '../support/reference.js';

const SCHEMAS = fileURLToPath(new URL('../../schemas/', import.meta.url));

function print(text: string): string {
  return printSchemaFile(text, parse(text));
}

function compile(path: string, host: Host): Compilation & { readonly schema: Schema } {
  const compilation = compileSchema(path, { host, docs: 'warn' });
  const { schema } = compilation;
  if (schema === undefined) throw new Error(`${path} does not compile`);
  return { ...compilation, schema };
}

/** Prints all files of a schema, compiles what was printed, and compares the models. */
function expectSameModel(path: string, host: Host): void {
  const original = compile(path, host);
  const printed = new Map(original.files.map((file) => [file.path, print(file.text)]));
  const again = compile(path, new MemoryHost(Object.fromEntries(printed), host));
  const info = (schema: Schema): string => {
    return JSON.stringify(schemaInfo(schema, { holds: conditionValue(undefined), unmask: true }));
  };
  expect(dumpSchema(again.schema)).toBe(dumpSchema(original.schema));
  expect(info(again.schema)).toBe(info(original.schema));
  const codes = ({ diagnostics }: Compilation): unknown => diagnostics.map(({ code }) => code);
  expect(codes(again)).toEqual(codes(original));
  for (const text of printed.values()) expect(print(text)).toBe(text);
}

describe('a printed schema gives the same model', () => {
  it.each(['backup/backup.json', 'qmp/qmp.json'])('schemas/%s', (path) => {
    expectSameModel(path, new NodeHost(SCHEMAS));
  });

  describeReference('of the reference', () => {
    const host = new NodeHost(REFERENCE);
    const verdicts = readReferenceJson('language/expected.json') as Record<
      string,
      { readonly ok: boolean }
    >;
    const good = Object.keys(verdicts).filter((name) => verdicts[name]?.ok === true);
    it.each(good)('language/%s', (name) => {
      expectSameModel(`language/${name}`, host);
    });

    it.each([
      'qemu-10.2/qapi/qapi-schema.json',
      'qemu-10.2/qga/qapi-schema.json',
      'qemu-10.2/storage-daemon/qapi/qapi-schema.json',
      'qemu-9.1/qapi/qapi-schema.json',
      'qemu-7.2/qapi/qapi-schema.json',
      'qemu-7.2/qga/qapi-schema.json',
    ])('schemas/%s', (path) => {
      expectSameModel(`schemas/${path}`, host);
    });
  });
});

const leaf = fc.oneof(
  fc.boolean().map((value): Expression => ({ kind: 'boolean', value, start: 0, end: 0 })),
  fc
    .string({ unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)) })
    .filter((value) => !value.includes("'"))
    .map((value): Expression => ({ kind: 'string', value, start: 0, end: 0 })),
);

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    leaf,
    fc
      .array(tie('expression'))
      .map((elements): Expression => ({ kind: 'array', elements, start: 0, end: 0 })),
    fc
      .uniqueArray(
        fc.tuple(
          fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', '-', '*') }),
          tie('expression'),
        ),
        {
          selector: ([key]) => key,
        },
      )
      .map((members): Expression => {
        return {
          kind: 'object',
          members: members.map(([key, value]) => {
            return { key: { kind: 'string', value: key, start: 0, end: 0 }, value };
          }),
          start: 0,
          end: 0,
        };
      }),
  ),
}));

/** An expression as plain data: objects as lists of pairs, as their order counts. */
function dataOf(node: Expression): unknown {
  switch (node.kind) {
    case 'array':
      return node.elements.map(dataOf);
    case 'object':
      return { pairs: node.members.map(({ key, value }) => [key.value, dataOf(value)]) };
    default:
      return node.value;
  }
}

describe('a printed expression', () => {
  it('is the same expression', () => {
    fc.assert(
      fc.property(expression, (node) => {
        const [item] = parse(printExpression(node));
        expect(item?.kind).toBe('expression');
        if (item?.kind === 'expression') expect(dataOf(item.value)).toEqual(dataOf(node));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['one line where it fits', `{'command':'stop'}`, `{ 'command': 'stop' }`],
    [
      'nothing inside',
      `{'struct':'A','data':{ },'features':[ ]}`,
      `{ 'struct': 'A', 'data': {}, 'features': [] }`,
    ],
    [
      'a line for each member',
      `{ 'struct': 'VolumeWithALongName', 'data': { 'first-member': 'str', '*second-member': ['int'], 'third': 'bool' } }`,
      `{ 'struct': 'VolumeWithALongName',
  'data': { 'first-member': 'str',
            '*second-member': [ 'int' ],
            'third': 'bool' } }`,
    ],
    [
      'lines filled with simple elements',
      `{ 'enum': 'Weekday', 'data': [ 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday' ] }`,
      `{ 'enum': 'Weekday',
  'data': [ 'monday', 'tuesday', 'wednesday', 'thursday', 'friday',
            'saturday', 'sunday' ] }`,
    ],
    [
      'a line for each element otherwise',
      `{ 'enum': 'Weekday', 'data': [ 'monday', { 'name': 'sunday', 'if': 'CONFIG_SUNDAY' }, 'another-day' ] }`,
      `{ 'enum': 'Weekday',
  'data': [ 'monday',
            { 'name': 'sunday', 'if': 'CONFIG_SUNDAY' },
            'another-day' ] }`,
    ],
    [
      'a line of its own for what does not fit beside its key',
      `{ 'struct': 'Foo', 'data': { 'a-member-with-a-very-long-name': { 'type': 'ATypeWithAVeryLongName', 'if': 'CONFIG' } } }`,
      `{ 'struct': 'Foo',
  'data': { 'a-member-with-a-very-long-name':
              { 'type': 'ATypeWithAVeryLongName', 'if': 'CONFIG' } } }`,
    ],
  ])('has %s', (_, text, expected) => {
    expect(print(text)).toBe(`${expected}\n`);
  });

  it('is no wider than documentation may be, as far as names allow it', () => {
    const { files } = compile('backup/backup.json', new NodeHost(SCHEMAS));
    for (const { text } of files) {
      expect(
        print(text)
          .split('\n')
          .filter((line) => line.length > 70),
      ).toEqual([]);
    }
  });
});

describe('a printed file', () => {
  it('keeps comments and documentation, and what cannot be printed', () => {
    const text = `# License\r
\r

##
#  @a:  \n   # Text.
  ##
{'command' :'a'}   # beside



# before
# the next

{ 'enum': 'E', # inside
     'data': [] }
{'include':'b.json'}{'include':'c.json'}
{ 'broken': 1,
    }

# at the end`;
    const printed = `# License

##
#  @a:
# Text.
##
{ 'command': 'a' } # beside

# before
# the next

{ 'enum': 'E', # inside
     'data': [] }
{ 'include': 'b.json' }
{ 'include': 'c.json' }
{ 'broken': 1,
    }

# at the end
`;
    expect(print(text)).toBe(printed);
    expect(print(printed)).toBe(printed);
  });

  it('is empty where nothing was', () => {
    expect(print('\n\n')).toBe('');
    expect(print('# x')).toBe('# x\n');
  });
});
