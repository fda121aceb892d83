import { compileSchema, MemoryHost, type Compilation } from '@qapi-ts/compiler';
import { describe, expect, it } from 'vitest';

function compile(files: Readonly<Record<string, string | Uint8Array>>): Compilation {
  return compileSchema('/schema.json', { host: new MemoryHost(files) });
}

function codes({ diagnostics }: Compilation): readonly string[] {
  return diagnostics.map(({ code }) => code);
}

describe('hostile input', () => {
  it('a root schema that cannot be read', () => {
    expect(codes(compile({}))).toEqual(['file/unreadable']);
  });

  it('bytes that are no UTF-8, at their place', () => {
    const bytes = new Uint8Array([0x23, 0x20, 0x61, 0xff, 0x0a]);
    const { diagnostics } = compile({ '/schema.json': bytes });
    expect(diagnostics.map(({ code, span }) => [code, span.start])).toEqual([['file/not-utf8', 3]]);
  });

  it('NUL bytes', () => {
    expect(codes(compile({ '/schema.json': "{ 'command': 'a' }\n\0\0" }))).toEqual([
      'syntax/stray-text',
    ]);
  });

  it.each(['[', "{ 'a': ", "{ 'a': [ "])('a hundred thousand times %s', (text) => {
    expect(codes(compile({ '/schema.json': text.repeat(100_000) }))).toEqual(['syntax/too-deep']);
  });

  it('a condition that is nested deeply', () => {
    const condition = `${"{ 'not': ".repeat(300)}'X'${' }'.repeat(300)}`;
    const { schema } = compile({ '/schema.json': `{ 'command': 'a', 'if': ${condition} }` });
    expect(schema?.entities.has('a')).toBe(true);
  });

  it('thousands of includes, one inside the other', () => {
    const files: Record<string, string> = { '/schema.json': "{ 'include': '0.json' }" };
    for (let i = 0; i < 2_000; i += 1) files[`/${i}.json`] = `{ 'include': '${i + 1}.json' }`;
    files['/2000.json'] = "{ 'command': 'deep' }";
    expect(compile(files).schema?.entities.has('deep')).toBe(true);
  });

  it('thousands of types, each the base of the next, in reverse order', () => {
    const types = Array.from({ length: 2_000 }, (_, i) =>
      i === 0
        ? "{ 'struct': 'T0', 'data': {} }"
        : `{ 'struct': 'Type${i}', 'base': 'Type${i - 1}', 'data': {} }`,
    );
    types[0] = "{ 'struct': 'Type0', 'data': { 'a': 'str' } }";
    const { schema } = compile({ '/schema.json': types.toReversed().join('\n') });
    const last = schema?.entities.get('Type1999');
    expect(last?.kind === 'object' && last.members.map(({ name }) => name)).toEqual(['a']);
  });

  it.each(['\r\n', '\r'])('line ends %j give the same lines', (lineEnd) => {
    const text = ["{ 'struct': 'Foo',", "  'data': { 'a': 'Bar' } }", ''].join(lineEnd);
    const { diagnostics } = compile({ '/schema.json': text });
    const [error] = diagnostics;
    expect(error?.span.file.position(error.span.start)).toEqual({ line: 2, column: 18 });
  });

  it('names that JavaScript gives a meaning to', () => {
    const names = ['constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    const members = names.map((name) => `'${name}': 'str'`).join(', ');
    const source = `{ 'pragma': { 'member-name-exceptions': [ 'Foo' ] } }
{ 'struct': 'Foo', 'data': { ${members} } }
{ 'command': 'constructor', 'data': 'Foo' }
{ 'enum': 'Names', 'data': [ 'constructor', 'prototype' ] }`;
    const { schema, diagnostics } = compile({ '/schema.json': source });
    expect(diagnostics).toEqual([]);
    expect(schema?.entities.get('constructor')?.kind).toBe('command');
    expect(codes(compile({ '/schema.json': "{ '__proto__': {}, 'command': 'a' }" }))).toEqual([
      'check/unknown-key',
    ]);
  });
});
