import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ClientSchema } from '@qapi-ts/runtime/abi/v1';
import { compileText, emit, textOf, typesOf } from './support/emitted.js';
import { loadModules } from './support/load-modules.js';
import { expectPrettierForm } from './support/prettier-form.js';
import { STRICTEST, typeCheck } from './support/type-check.js';
import { createDirectory, writeFiles } from './support/write-files.js';

const NASTY = `
{ 'pragma': { 'doc-required': false,
              'member-name-exceptions': [ 'Nasty', 'String' ],
              'command-name-exceptions': [ 'class', 'await_me', 'volume_add' ] } }
{ 'struct': 'Array', 'data': { 'a': 'str' } }
{ 'struct': 'Record', 'data': {} }
{ 'struct': 'Promise', 'data': { '*then': 'str' } }
{ 'struct': 'Object', 'base': 'Array', 'data': { 'b': ['Record'] } }
{ 'struct': 'Commands', 'data': { 'c': 'Promise' } }
{ 'struct': 'Events', 'data': { 'd': 'Commands' } }
{ 'enum': 'String', 'data': [ 'constructor', 'toString', '0', '1e3', 'a-b' ] }
{ 'struct': 'ObjectTable', 'data': { 's': 'String' } }
{ 'struct': 'VolumeAddArguments', 'data': { 'mine': 'ObjectTable' } }
{ 'command': 'volume-add', 'data': { 'other': 'VolumeAddArguments' } }
{ 'command': 'volume_add', 'data': { 'third': 'int' } }
{ 'struct': 'StringValues', 'data': { 'a': 'String' } }
{ 'struct': 'Nasty', 'data': { 'constructor': 'str', 'toString': 'str', 'valueOf': 'int',
                               'a_b': 'str', 'class': 'StringValues', '__org.example_x-y': 'bool' } }
{ 'struct': '__org.example_TypeName', 'data': { '*x': '__org.example_Enum' } }
{ 'enum': '__org.example_Enum', 'data': [ '__org.example_value' ] }
{ 'union': 'FooBar', 'base': { 'type': 'String' }, 'discriminator': 'type',
  'data': { 'a-b': 'Nasty', '0': 'Array' } }
{ 'struct': 'FooBarBase', 'data': {} }
{ 'alternate': 'Alt', 'data': { 'class': 'Nasty', 'x-y': 'str' } }
{ 'struct': 'AltClass', 'data': { 'a': 'Alt', 'b': 'FooBar', 'c': 'FooBarBase' } }
{ 'command': 'class', 'data': { 'a': 'AltClass' }, 'allow-oob': true }
{ 'command': '__org.example_x-command', 'returns': '__org.example_TypeName' }
{ 'event': 'ARRAY', 'data': { 'a': 'Events' } }
{ 'event': 'CLASS', 'data': 'Nasty' }
`;

describe('names', () => {
  it('that clash with each other, the language or the runtime compile and run', async () => {
    const files = emit(compileText(NASTY));
    await expectPrettierForm(files);
    expect(typeCheck(writeFiles(createDirectory(), files), STRICTEST)).toEqual([]);

    const { tables } = (await loadModules(files)('tables.ts')) as {
      tables: ClientSchema<object, object>;
    };
    const names = tables.commands.map(({ name, ...command }) => [name, command.arguments?.().name]);
    expect(names).toEqual([
      ['volume-add', 'q_obj_volume-add-arg'],
      ['volume_add', 'q_obj_volume_add-arg'],
      ['class', 'q_obj_class-arg'],
      ['__org.example_x-command', undefined],
    ]);
    expect(tables.events.map(({ name }) => name)).toEqual(['ARRAY', 'CLASS']);
  });

  it('stay what they are in the schema, and give way where they are derived or reserved', () => {
    const index = textOf(emit(compileText(NASTY)), 'index.ts');
    expect(index).toContain("'volume-add': { arguments: VolumeAddArguments$; ");
    expect(index).toContain('volume_add: { arguments: VolumeAddArguments$2; ');
    const types = textOf(emit(compileText(NASTY)), 'schema.ts');
    for (const declaration of [
      'export interface Array$ {',
      'export type Record$ = Record<string, never>;',
      'export interface Object$ extends Array$ {',
      'export interface Commands$ {',
      'export interface VolumeAddArguments {',
      'export interface StringValues {',
      'export const String$Values = [',
      'export interface __org_example_TypeName {',
      'export interface FooBarBase$ {',
      'export function isAltClass(',
    ]) {
      expect(types).toContain(declaration);
    }
  });

  it('of members are keys as they stand on the wire', () => {
    expect(typesOf(NASTY)).toContain("'__org.example_x-y': boolean;\n");
    expect(typesOf(NASTY)).toContain('constructor: string;\n');
  });

  it('do not depend on what else the schema defines', () => {
    const before = emit(compileText("{ 'command': 'a-b', 'data': { 'x': 'str' } }"));
    const after = emit(
      compileText("{ 'command': 'a-b', 'data': { 'x': 'str' } } { 'struct': 'Zed', 'data': {} }"),
    );
    expect(textOf(before, 'index.ts')).toContain('ABArguments');
    expect(textOf(after, 'index.ts')).toContain('ABArguments');
  });
});

describe('paths of modules', () => {
  const struct = (name: string): string => `{ 'struct': '${name}', 'data': { 'a': 'str' } }`;
  const include = (paths: readonly string[]): string =>
    paths.map((path) => `{ 'include': '${path}' }`).join('\n');

  it('follow the modules of the schema', () => {
    const files = emit(
      compileText(`${include(['sub/one.json', 'two.v2.json'])} ${struct('Root')}`, {
        'sub/one.json': struct('One'),
        'two.v2.json': struct('Two'),
      }),
    );
    expect(files.map(({ path }) => path)).toEqual([
      'schema.ts',
      'schema.tables.ts',
      'sub/one.ts',
      'sub/one.tables.ts',
      'two.v2.ts',
      'two.v2.tables.ts',
      'index.ts',
      'tables.ts',
      'introspection.ts',
      'server.ts',
      'client.ts',
    ]);
  });

  it('are unique on every file system, and never those of the fixed files', () => {
    const modules = [
      'index.json',
      'Client.json',
      'a.json',
      'A.json',
      'a.tables.json',
      'odd #?.json',
    ];
    const files = emit(
      compileText(
        include(modules),
        Object.fromEntries(modules.map((path, i) => [path, struct(`St${i}`)])),
      ),
    );
    const paths = files.map(({ path }) => path);
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
    expect(paths.filter((path) => !path.endsWith('.tables.ts')).slice(0, 6)).toEqual([
      'index-2.ts',
      'Client-2.ts',
      'a.ts',
      'A-2.ts',
      'a.tables-2.ts',
      'odd___.ts',
    ]);
    const directory = createDirectory();
    expect(typeCheck(writeFiles(join(directory, 'out'), files), STRICTEST)).toEqual([]);
  });

  it('stay inside the output directory', () => {
    const files = emit(compileText(include(['../../up.json']), { '../../up.json': struct('Up') }));
    expect(files[0]?.path).toBe('up.ts');
  });
});
