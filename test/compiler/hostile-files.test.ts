import { compileSchema, MemoryHost, NodeHost, type Compilation } from '@qapi-ts/compiler';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatFrame } from '../../compiler/src/diagnostic/format-frame.js';
import { expectLinear } from './growth.js';

function messages({ diagnostics }: Compilation): readonly string[] {
  return diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

describe('files', () => {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'qapi-hostile-'));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  const write = (path: string, text: string | Uint8Array): void => {
    writeFileSync(join(directory, path), text);
  };
  const compile = (path: string): Compilation => {
    return compileSchema(path, { host: new NodeHost(directory) });
  };

  it('a root that is missing, or a directory', () => {
    mkdirSync(join(directory, 'sub'));
    expect(messages(compile('a.json'))).toEqual([
      "file/unreadable: cannot read 'a.json': no such file",
    ]);
    expect(messages(compile('sub'))).toEqual([
      "file/unreadable: cannot read 'sub': it is a directory",
    ]);
  });

  it('includes that are missing, directories, or below a file', () => {
    mkdirSync(join(directory, 'sub'));
    write('a.json', "{ 'include': 'b.json' }\n{ 'include': 'sub' }\n{ 'include': 'a.json/x' }");
    expect(messages(compile('a.json'))).toEqual([
      "directive/include-unreadable: cannot read the included file 'b.json': no such file",
      "directive/include-unreadable: cannot read the included file 'sub': it is a directory",
      "directive/include-unreadable: cannot read the included file 'a.json/x': a part of the path is not a directory",
    ]);
  });

  it('an include with a name that no file can have', () => {
    write('a.json', `{ 'include': '${'x'.repeat(300)}.json' }`);
    expect(messages(compile('a.json'))[0]).toMatch(/: the name is too long$/);
  });

  // The superuser may read everything.
  it.skipIf(process.getuid?.() === 0)('an include that may not be read', () => {
    write('a.json', "{ 'include': 'b.json' }");
    write('b.json', '');
    chmodSync(join(directory, 'b.json'), 0);
    expect(messages(compile('a.json'))).toEqual([
      "directive/include-unreadable: cannot read the included file 'b.json': permission denied",
    ]);
  });

  it('symbolic links that lead to each other', () => {
    symlinkSync('b.json', join(directory, 'a.json'));
    symlinkSync('a.json', join(directory, 'b.json'));
    expect(messages(compile('a.json'))).toEqual([
      "file/unreadable: cannot read 'a.json': too many levels of symbolic links",
    ]);
  });

  it('a directory that links to itself', () => {
    symlinkSync('.', join(directory, 'loop'));
    write('a.json', "{ 'include': 'loop/a.json' }");
    const { diagnostics } = compile('a.json');
    expect(diagnostics.map(({ code }) => code)).toEqual(['directive/include-unreadable']);
    const [error] = diagnostics;
    expect(error?.message).toMatch(/: too many levels of symbolic links$/);
    expect(error && formatFrame(error).length).toBeLessThan(20_000);
  });

  it('a file without an end, and one that is too long', () => {
    write('a.json', "{ 'include': '/dev/zero' }");
    expect(messages(compile('a.json'))).toEqual([
      "directive/include-unreadable: cannot read the included file '/dev/zero': longer than 64 MiB",
    ]);
    write('b.json', '');
    truncateSync(join(directory, 'b.json'), 65 * 2 ** 20);
    expect(messages(compile('b.json'))).toEqual([
      "file/unreadable: cannot read 'b.json': longer than 64 MiB",
    ]);
  });

  it('an include by its absolute path', () => {
    write('a.json', `{ 'include': '${directory}/b.json' }`);
    write('b.json', "{ 'command': 'b' }");
    expect(compile('a.json').schema?.entities.has('b')).toBe(true);
  });

  it('an included file that is no text', () => {
    write('a.json', "{ 'include': 'b.json' }");
    write('b.json', new Uint8Array([0xc3, 0x28]));
    const [error] = compile('a.json').diagnostics;
    expect([error?.code, error?.span.file.path, error?.span.start]).toEqual([
      'file/not-utf8',
      'b.json',
      0,
    ]);
  });

  it('are listed with directories marked', () => {
    mkdirSync(join(directory, 'sub'));
    write('b.json', '');
    const host = new NodeHost(directory);
    expect(host.list('.')).toEqual(['b.json', 'sub/']);
    expect(host.list('nowhere')).toEqual([]);
    const before = new MemoryHost({ [join(directory, 'sub/c.json')]: '' }, host);
    expect(before.list('.')).toEqual(['b.json', 'sub/']);
    expect(before.list('sub')).toEqual(['c.json']);
  });
});

describe('includes', () => {
  function nested(count: number): Compilation {
    const files: Record<string, string> = {};
    for (let i = 0; i < count; i += 1) files[`/${i}.json`] = `{ 'include': '${i + 1}.json' }`;
    files[`/${count}.json`] = "{ 'command': 'deep' }";
    return compileSchema('/0.json', { host: new MemoryHost(files) });
  }

  it('thousands of them, one inside the other', () => {
    expect(nested(10_000).schema?.entities.has('deep')).toBe(true);
  });

  it('take as long as there are many', () => {
    expectLinear(nested, 2_000);
  });

  it('the same file thousands of times', () => {
    const host = new MemoryHost({
      '/a.json': "{ 'include': 'b.json' }\n".repeat(10_000),
      '/b.json': "{ 'command': 'once' }",
    });
    const { schema, files } = compileSchema('/a.json', { host });
    expect(schema?.entities.has('once')).toBe(true);
    expect(files).toHaveLength(2);
  });

  it('that end in themselves after thousands', () => {
    const files: Record<string, string> = {};
    for (let i = 0; i < 3_000; i += 1) {
      files[`/${i}.json`] = `{ 'include': '${(i + 1) % 3_000}.json' }`;
    }
    const { diagnostics } = compileSchema('/0.json', { host: new MemoryHost(files) });
    expect(diagnostics.map(({ code }) => code)).toEqual(['directive/include-cycle']);
  });
});
