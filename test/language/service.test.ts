import {
  compileSchema,
  LanguageService,
  MemoryHost,
  ParseCache,
  SourceFile,
  type DocumentSymbol,
} from '@qapi-ts/compiler';
import { describe, expect, it } from 'vitest';

function outline(symbols: readonly DocumentSymbol[], text: string): readonly string[] {
  return symbols.flatMap(({ name, kind, range, nameRange, children }) => [
    `${kind} ${name}: ${text.slice(nameRange.start, nameRange.end)} in ${text.slice(range.start, range.end)}`,
    ...outline(children, text),
  ]);
}

describe('document symbols', () => {
  it('are the definitions of a file, and what is in them', () => {
    const text = `{ 'include': 'b.json' }
{ 'enum': 'E', 'data': [ 'a', { 'name': 'b' } ] }
{ 'union': 'U', 'base': { '*x': 'E' }, 'discriminator': 'x', 'data': { 'a': 'S' } }
{ 'command': 'c', 'data': 'S' }
{ 'struct': 'S', 'data': { 'm': [ 'int' ]`;
    const view = new LanguageService({ host: new MemoryHost({ '/a.json': text }) }).open('/a.json');
    expect(outline(view.symbols('/a.json'), text)).toEqual([
      `enum E: E in { 'enum': 'E', 'data': [ 'a', { 'name': 'b' } ] }`,
      `value a: a in 'a'`,
      `value b: b in { 'name': 'b' }`,
      `union U: U in { 'union': 'U', 'base': { '*x': 'E' }, 'discriminator': 'x', 'data': { 'a': 'S' } }`,
      `member x: x in '*x': 'E'`,
      `branch a: a in 'a': 'S'`,
      `command c: c in { 'command': 'c', 'data': 'S' }`,
      `struct S: S in { 'struct': 'S', 'data': { 'm': [ 'int' ]`,
      `member m: m in 'm': [ 'int' ]`,
    ]);
    expect(view.symbols('/b.json')).toEqual([]);
  });
});

describe('diagnostics', () => {
  it('are those of one file', () => {
    const host = new MemoryHost({
      '/a.json': `{ 'include': 'b.json' }\n{ 'command': 'a', 'data': 'Foo' }`,
      '/b.json': `{ 'command': 'B' }`,
    });
    const view = new LanguageService({ host }).open('/a.json');
    expect(view.diagnostics('/a.json').map(({ code }) => code)).toEqual(['schema/unknown-type']);
    expect(view.diagnostics('/b.json').map(({ code }) => code)).toEqual(['check/name']);
    expect(view.compilation.diagnostics).toHaveLength(2);
  });
});

describe('opening again', () => {
  it('parses only what has changed', () => {
    const files = { '/a.json': `{ 'include': 'b.json' }`, '/b.json': `{ 'command': 'b' }` };
    const host = new MemoryHost(files);
    const service = new LanguageService({ host });
    const itemsOf = (): readonly unknown[] => {
      return service.open('/a.json').compilation.parsedFiles.map(({ items }) => items);
    };
    const [a, b] = itemsOf();
    host.write('/b.json', `{ 'command': 'b2' }`);
    const [sameA, newB] = itemsOf();
    expect(sameA).toBe(a);
    expect(newB).not.toBe(b);
    expect(service.open('/a.json').symbols('/b.json')).toMatchObject([{ name: 'b2' }]);
  });

  it('gives the same diagnostics as compiling anew', () => {
    const host = new MemoryHost({ '/a.json': `##\n# x\n{ 'command': 'A',\n{ 'enum': 'E' }` });
    const cache = new ParseCache();
    const first = compileSchema('/a.json', { host, cache });
    expect(first.diagnostics.length).toBeGreaterThan(2);
    for (let i = 0; i < 2; i += 1) {
      const again = compileSchema('/a.json', { host, cache });
      expect(again.diagnostics).toEqual(compileSchema('/a.json', { host }).diagnostics);
      expect(again.parsedFiles[0]?.items).toBe(first.parsedFiles[0]?.items);
    }
  });

  it('remembers the files that were used last', () => {
    const cache = new ParseCache();
    const large = `# ${'x'.repeat(12 * 2 ** 20)}\n`;
    const items = ['/a', '/b'].map((path) => cache.parse(path, large));
    expect(cache.parse('/a', large)).toBe(items[0]);
    cache.parse('/c', large);
    expect(cache.parse('/a', large)).toBe(items[0]);
    expect(cache.parse('/b', large)).not.toBe(items[1]);
  });
});

describe('positions of editors', () => {
  const text = 'one\r\n\u{1f600}b\rc\n';
  const file = new SourceFile('/a.json', text);

  it.each([
    [0, 0, 0],
    [3, 0, 3],
    [5, 1, 0],
    [7, 1, 2],
    [8, 1, 3],
    [9, 2, 0],
    [11, 3, 0],
  ])('offset %i is line %i, character %i', (offset, line, character) => {
    expect(file.editorPosition(offset)).toEqual({ line, character });
    expect(file.offsetAt({ line, character })).toBe(offset);
  });

  it('end where their line or the file ends', () => {
    expect(file.offsetAt({ line: 0, character: 99 })).toBe(3);
    expect(file.offsetAt({ line: 9, character: 0 })).toBe(text.length);
    expect(file.offsetAt({ line: -1, character: -1 })).toBe(0);
  });

  it('differ from columns, which count characters', () => {
    expect(file.position(7)).toEqual({ line: 2, column: 2 });
    expect(file.position(8)).toEqual({ line: 2, column: 3 });
  });
});
