import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAX_LINES = 400;

/**
 * The rooms of each package in the order in which a schema or a message passes them: none imports from
 * one to its right. Rooms in one inner array stand beside each other and do not import each other.
 */
const ROOMS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  compiler: [
    ['host', 'source', 'version.ts'],
    ['diagnostic'],
    ['syntax'],
    ['check'],
    ['schema'],
    ['markup'],
    ['examples'],
    ['emit'],
    ['compile'],
    ['format'],
    ['language'],
    ['config'],
    ['generate'],
    ['index.ts'],
    ['cli'],
  ],
  runtime: [
    ['abi', 'transport'],
    ['wire'],
    ['message'],
    ['abi/client-types.ts'],
    ['validate'],
    ['executor'],
    ['server', 'client'],
    ['abi/v1.ts'],
  ],
};

/**
 * Types may look one step back: `import type` of the names of a later room leaves no trace at run time.
 * Each exception says why.
 */
const TYPE_EXCEPTIONS = new Map([
  ['compiler: diagnostic -> syntax', 'the catalogue words what the grammar expects'],
  ['compiler: check -> schema', 'conditions and features go into the model as they are'],
]);

interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly isType: boolean;
}

function sourceFiles(directory: string): readonly string[] {
  return readdirSync(join(ROOT, directory), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('.gen.'))
    .map((path) => join(directory, path).replaceAll('\\', '/'))
    .toSorted();
}

function importsOf(path: string): readonly Import[] {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const pattern =
    /^(?:import|export)\s+(type\s+)?[^;'"]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;
  return [...text.matchAll(pattern)].map((match) => ({
    from: path,
    specifier: match[2] ?? match[3] ?? '',
    isType: match[1] !== undefined,
  }));
}

function roomOf(path: string, workspace: string): number {
  const inside = relative(`${workspace}/src`, path).replaceAll('\\', '/');
  const rooms = ROOMS[workspace] ?? [];
  // The longest name counts: `abi/v1.ts` is another room than `abi`.
  let found = -1;
  let length = -1;
  rooms.forEach((group, index) => {
    for (const room of group) {
      const fits = inside === room || inside.startsWith(`${room}/`);
      if (fits && room.length > length) [found, length] = [index, room.length];
    }
  });
  if (found < 0) throw new Error(`${path} is in no room: name it in ROOMS`);
  return found;
}

function nameOfRoom(path: string, workspace: string): string {
  return relative(`${workspace}/src`, path).replaceAll('\\', '/').split('/')[0] ?? '';
}

function target({ from, specifier }: Import): string {
  return relative(ROOT, resolve(ROOT, dirname(from), specifier.replace(/\.js$/, '.ts'))).replaceAll(
    '\\',
    '/',
  );
}

describe.each(Object.keys(ROOMS))('%s', (workspace) => {
  const files = sourceFiles(`${workspace}/src`);
  const imports = files.flatMap(importsOf);
  const local = imports.filter(({ specifier }) => specifier.startsWith('.'));

  it('has files', () => {
    expect(files.length).toBeGreaterThan(10);
  });

  it('imports only from rooms to the left', () => {
    const wrong = local
      .filter((entry) => !target(entry).includes('.gen.'))
      .filter((entry) => {
        const to = target(entry);
        const rooms = [nameOfRoom(entry.from, workspace), nameOfRoom(to, workspace)];
        const exception = `${workspace}: ${rooms.join(' -> ')}`;
        if (entry.isType && TYPE_EXCEPTIONS.has(exception)) return false;
        const [here, there] = [roomOf(entry.from, workspace), roomOf(to, workspace)];
        return there > here || (there === here && rooms[0] !== rooms[1]);
      })
      .map((entry) => `${entry.from} -> ${target(entry)}`);
    expect(wrong).toEqual([]);
  });

  it('has no cycles', () => {
    const graph = new Map<string, readonly string[]>();
    for (const file of files) {
      const own = local.filter(({ from, isType }) => from === file && !isType);
      graph.set(file, own.map(target));
    }
    const cycles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      else if (!done.has(file)) {
        for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
        done.add(file);
      }
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it(`keeps files below ${MAX_LINES} lines`, () => {
    const long = files
      .map((file) => [file, readFileSync(join(ROOT, file), 'utf8').split('\n').length] as const)
      .filter(([, lines]) => lines > MAX_LINES);
    expect(long).toEqual([]);
  });
});

describe('the runtime', () => {
  const files = sourceFiles('runtime/src');

  it('has no dependencies', () => {
    const text = readFileSync(join(ROOT, 'runtime/package.json'), 'utf8');
    const manifest = JSON.parse(text) as Readonly<Record<string, unknown>>;
    for (const key of ['dependencies', 'peerDependencies', 'optionalDependencies']) {
      expect(manifest[key]).toBeUndefined();
    }
    const packages = files
      .flatMap(importsOf)
      .filter(({ specifier }) => !/^(\.|node:)/.test(specifier));
    expect(packages).toEqual([]);
  });

  it('knows Node in its transport files only', () => {
    const wrong = files
      .filter((file) => !file.startsWith('runtime/src/transport/'))
      .flatMap(importsOf)
      .filter(({ specifier }) => specifier.startsWith('node:'))
      .map(({ from, specifier }) => `${from} -> ${specifier}`);
    expect(wrong).toEqual([]);
  });
});

describe('the compiler', () => {
  it('touches the process in its command line only', () => {
    const wrong = sourceFiles('compiler/src')
      .filter((file) => !file.startsWith('compiler/src/cli/'))
      .filter((file) => /\bprocess\./.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(wrong).toEqual([]);
  });

  it('never imports the runtime', () => {
    const wrong = sourceFiles('compiler/src')
      .flatMap(importsOf)
      .filter(({ specifier }) => specifier.startsWith('@qapi-ts/runtime'));
    expect(wrong).toEqual([]);
  });
});
