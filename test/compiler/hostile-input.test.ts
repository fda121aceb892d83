import { compileSchema, MemoryHost, type Compilation } from '@qapi-ts/compiler';
import { describe, expect, it } from 'vitest';
import { formatFrame } from '../../compiler/src/diagnostic/format-frame.js';
import { applyConditions } from '../../compiler/src/schema/apply-conditions.js';

function compile(text: string | Uint8Array): Compilation {
  return compileSchema('/schema.json', {
    host: new MemoryHost({ '/schema.json': text }),
    docs: 'strict',
  });
}

function codes(text: string | Uint8Array): readonly string[] {
  return compile(text).diagnostics.map(({ code }) => code);
}

/** One line for each number below `count`. */
function lines(count: number, line: (i: number) => string, separator = '\n'): string {
  return Array.from({ length: count }, (_, i) => line(i)).join(separator);
}

const MEGABYTE = 1_000_000;

describe('bytes that are no text', () => {
  it('are told at their place', () => {
    const { diagnostics } = compile(new Uint8Array([0x23, 0x20, 0x61, 0xff, 0x0a]));
    expect(diagnostics.map(({ code, span }) => [code, span.start])).toEqual([['file/not-utf8', 3]]);
  });

  it.each([
    ['NUL after a definition', "{ 'command': 'a' }\n\0\0", 'syntax/stray-text'],
    ['NUL in a string', "{ 'command': 'a\0' }", 'syntax/string-character'],
    ['a byte order mark', "\uFEFF{ 'command': 'a' }", 'syntax/stray-text'],
    ['a lone surrogate', "{ 'command': '\ud800' }", 'syntax/string-character'],
    ['UTF-16', '\xff\xfe{\0}\0', 'syntax/stray-text'],
  ])('%s', (_, text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it('NUL in comments is as good as any character', () => {
    expect(codes("# \0\n{ 'command': 'a' }")).toEqual([]);
  });
});

describe('line ends', () => {
  it.each(['\r\n', '\r'])('%j gives the same lines', (lineEnd) => {
    const text = ["{ 'struct': 'Foo',", "  'data': { 'a': 'Bar' } }", ''].join(lineEnd);
    const [error] = compile(text).diagnostics;
    expect(error?.span.file.position(error.span.start)).toEqual({ line: 2, column: 18 });
  });

  it.each(['\r\n', '\r'])('%j in documentation', (lineEnd) => {
    const text = ['##', '# @foo:', '#', '# @a: text', '##', "{ 'command': 'foo',"].join(lineEnd);
    const { schema } = compile(`${text}${lineEnd} 'data': { 'a': 'str' } }`);
    const entity = schema?.entities.get('foo');
    expect(entity?.doc?.members.map((member) => member.text)).toEqual(['text']);
  });
});

describe('text that is nested too deeply', () => {
  it.each(['[', "{ 'a': ", "{ 'a': [ "])('a hundred thousand times %s', (text) => {
    expect(codes(text.repeat(100_000))).toEqual(['syntax/too-deep']);
  });

  it('conditions just not too deep', () => {
    const condition = `${"{ 'not': ".repeat(300)}'X'${' }'.repeat(300)}`;
    const { schema } = compile(`{ 'command': 'a', 'if': ${condition} }`);
    expect(schema?.entities.has('a')).toBe(true);
  });
});

describe('very long input', () => {
  it.each([
    ['comments', '# text\n'.repeat(MEGABYTE * 1.4), 0],
    ['short comments', '#\n'.repeat(MEGABYTE * 5), 0],
    ['one comment', `# ${'x'.repeat(MEGABYTE * 10)}`, 0],
    ['white space', ' \n'.repeat(MEGABYTE * 5), 0],
    ['one name', `{ 'command': '${'a'.repeat(MEGABYTE * 10)}' }`, 0],
    ['one name of backslashes', `{ 'command': '${'\\\\'.repeat(MEGABYTE * 5)}' }`, 1],
    ['one wrong name', `{ 'struct': 'A${'a'.repeat(MEGABYTE * 10)}_', 'data': {} }`, 1],
    ['one word', '%'.repeat(MEGABYTE * 10), 1],
    ['NUL', '\0'.repeat(MEGABYTE * 10), 1],
    ['one string that is not closed', `'${'a'.repeat(MEGABYTE * 10)}`, 1],
    ['hashes', '#'.repeat(MEGABYTE * 10), 2],
    ['elements', `[ ${"'a', ".repeat(MEGABYTE)}'b' ]`, 1],
    ['lines of documentation', `##\n${'# text\n'.repeat(MEGABYTE)}##`, 0],
    ['broken text', `{ 'command' ${'x\n'.repeat(MEGABYTE * 5)}`, 1],
  ])('of %s', (_, text, count) => {
    expect(codes(text)).toHaveLength(count);
  });

  it.each([
    ['broken items', '{ x\n'.repeat(MEGABYTE)],
    ['strings', "'a'\n".repeat(MEGABYTE)],
    ['quotes', "'".repeat(MEGABYTE * 5)],
  ])('of %s: after ten thousand nobody looks for more', (_, text) => {
    const { diagnostics, parsedFiles } = compile(text);
    expect(diagnostics).toHaveLength(10_000);
    expect(parsedFiles[0]?.items).toHaveLength(10_001);
    expect(parsedFiles[0]?.items.at(-1)).toMatchObject({ kind: 'broken', isRest: true });
  });

  it('names are not compared with each other however long they are', () => {
    const name = `A${'b'.repeat(MEGABYTE)}`;
    const text = `{ 'struct': '${name}', 'data': { 'a': '${name.replace('b', 'c')}' } }`;
    expect(codes(text)).toEqual(['schema/unknown-type']);
  });

  it('a long line has a short frame', () => {
    const text = `{ 'struct': 'Foo', 'data': { ${lines(60_000, (i) => `'m${i}': 'str'`, ', ')}, 'x': 'Bar' } }`;
    expect(text.length).toBeGreaterThan(MEGABYTE);
    const [error] = compile(text).diagnostics;
    const frame = error === undefined ? '' : formatFrame(error);
    expect(frame).toContain("'Bar'");
    expect(frame.length).toBeLessThan(1_000);
  });
});

describe('large schemas', () => {
  it('types, each the base of the next, in reverse order', () => {
    const count = 20_000;
    const types = Array.from({ length: count }, (_, i) => {
      const base = i === 0 ? '' : `'base': 'Type${i - 1}', `;
      return `{ 'struct': 'Type${i}', ${base}'data': { 'm${i}': 'str' } }`;
    });
    const last = compile(types.toReversed().join('\n')).schema?.entities.get(`Type${count - 1}`);
    const members = last?.kind === 'object' ? last.members : [];
    expect([members.length, members[0]?.name, members.at(-1)?.name]).toEqual([
      count,
      'm0',
      `m${count - 1}`,
    ]);
  });

  it('unions, each a branch of the next, in reverse order', () => {
    const unions = Array.from({ length: 5_000 }, (_, i) => {
      const branch = i === 0 ? 'Leaf' : `Type${i - 1}`;
      return `{ 'union': 'Type${i}', 'base': { 't${i}': 'Kind' }, 'discriminator': 't${i}', 'data': { 'a': '${branch}' } }`;
    });
    const rest = "{ 'enum': 'Kind', 'data': [ 'a' ] }\n{ 'struct': 'Leaf', 'data': {} }\n";
    expect(codes(rest + unions.toReversed().join('\n'))).toEqual([]);
  });

  it('unions with twice as many ways through them for each', () => {
    const unions = lines(60, (i) => {
      const branch = i === 0 ? 'Leaf' : `Type${i - 1}`;
      return `{ 'union': 'Type${i}', 'base': { 't${i}': 'Kind', 'x${i}': 'str' }, 'discriminator': 't${i}',
        'data': { 'a': '${branch}', 'b': '${branch}' } }`;
    });
    const kind = "{ 'enum': 'Kind', 'data': [ 'a', 'b' ] }\n";
    expect(codes(`${kind}{ 'struct': 'Leaf', 'data': {} }\n${unions}`)).toEqual([]);
    expect(codes(`${kind}{ 'struct': 'Leaf', 'data': { 'x30': 'int' } }\n${unions}`)).toEqual(
      Array.from({ length: 1 }, () => 'schema/clash'),
    );
  });

  it('types, each with a member of the next, also where conditions are decided', () => {
    const { schema } = compile(
      lines(20_000, (i) => `{ 'struct': 'Type${i}', 'data': { '*a': 'Type${(i + 1) % 20_000}' } }`),
    );
    expect(schema && applyConditions(schema, () => true).entities.size).toBe(schema?.entities.size);
  });

  it('many members that are wrong', () => {
    const members = lines(100_000, (i) => `'m${i}': 'Bar${i}'`, ',\n');
    expect(codes(`{ 'struct': 'Foo', 'data': { ${members} } }`)).toHaveLength(100_000);
  });
});

describe('names that JavaScript gives a meaning to', () => {
  it('are names', () => {
    const names = ['constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    const source = `{ 'pragma': { 'member-name-exceptions': [ 'Foo' ] } }
{ 'struct': 'Foo', 'data': { ${names.map((name) => `'${name}': 'str'`).join(', ')} } }
{ 'command': 'constructor', 'data': 'Foo' }
{ 'enum': 'Names', 'data': [ 'constructor', 'prototype' ] }`;
    const { schema, diagnostics } = compile(source);
    expect(diagnostics).toEqual([]);
    expect(schema?.entities.get('constructor')?.kind).toBe('command');
    expect(codes("{ '__proto__': {}, 'command': 'a' }")).toEqual(['check/unknown-key']);
  });
});

describe('a flood of problems', () => {
  it('is told up to a bound', () => {
    const { schema, diagnostics } = compile('{}\n'.repeat(200_000));
    expect(schema).toBeUndefined();
    expect(diagnostics.length).toBe(100_000);
  });
});
