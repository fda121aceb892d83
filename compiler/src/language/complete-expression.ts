import { posix } from 'node:path';
import type { Host } from '../host/host.js';
import type { SourceFile } from '../source/source-file.js';
import { BUILTIN_TYPES } from './builtin-types.js';
import type { Completion, Completions } from './completion.js';
import type { IndexedItem } from './file-index.js';
import type { Outline } from './outline.js';
import { findPlace, findWord, type Place, type Word } from './place.js';
import type { Declared, SchemaIndex } from './schema-index.js';
import { META_TYPES, shapeOf, type Shape } from './shapes.js';

/** Features that every schema may use, as they mean something to the implementation. */
const SPECIAL_FEATURES = ['deprecated', 'unstable'];

/** What can be written at an offset of a definition or a directive. */
export function completeExpression(
  schema: SchemaIndex,
  host: Host,
  file: SourceFile,
  { node, outline }: IndexedItem,
  offset: number,
): Completions | undefined {
  const place = findPlace(file.text, node, outline?.kind ?? 'directive', offset);
  if (place === undefined) return undefined;
  const word = findWord(file.text, node.start, offset);
  if (!isExpected(place, word)) return undefined;
  const shape = place.shape === undefined ? {} : shapeOf(place.shape);
  const own = outline && { file, outline };
  if (place.kind === 'key') {
    return answer(word, withoutPresent(keysFor(schema, shape, own), place));
  }
  if (shape.string === 'include') return completePath(host, file, word);
  if (shape.boolean !== undefined) {
    const item: Completion = { name: String(shape.boolean), kind: 'boolean' };
    return word.isQuoted ? undefined : { ...answer(word, [item]), needsQuotes: false };
  }
  return answer(word, withoutPresent(namesFor(schema, shape, own), place));
}

/** Whether the text before lets a key or a value begin here. */
function isExpected({ kind, around }: Place, { before }: Word): boolean {
  if (kind === 'key') return before === '{' || before === ',';
  return around.kind === 'object' ? before === ':' : before === '[' || before === ',';
}

function answer({ start, end, isQuoted }: Word, items: readonly Completion[]): Completions {
  return { at: { start, end }, needsQuotes: !isQuoted, items };
}

function keysFor(
  schema: SchemaIndex,
  shape: Shape,
  own: Declared | undefined,
): readonly Completion[] {
  if (shape.names?.role === 'branch') {
    const values = own && schema.enumOf(own)?.outline.members;
    return values?.map(({ name }) => ({ name, kind: 'value' })) ?? [];
  }
  const keys = Object.keys(shape.keys ?? {});
  // Without a name the object may still become anything.
  const all = own === undefined && keys.includes('include') ? [...META_TYPES, ...keys] : keys;
  return all.map((name) => ({ name, kind: 'key' }));
}

function namesFor(
  schema: SchemaIndex,
  shape: Shape,
  own: Declared | undefined,
): readonly Completion[] {
  switch (shape.string) {
    case 'type':
      return typesFor(schema, shape.types ?? 'any');
    case 'discriminator':
      return own === undefined ? [] : membersOf(schema, own);
    case 'feature':
      return [...new Set([...SPECIAL_FEATURES, ...schema.namesOf('feature')])].map((name) => {
        return { name, kind: 'feature' };
      });
    case 'condition':
      return schema.namesOf('condition').map((name) => ({ name, kind: 'condition' }));
    case 'pragma-value':
      return definitionsFor(schema, shape.definitions ?? 'all');
    default:
      return [];
  }
}

function typesFor(schema: SchemaIndex, types: 'any' | 'struct' | 'object'): readonly Completion[] {
  const wanted = (outline: Outline): boolean => {
    if (types === 'any') return isType(outline);
    return outline.kind === 'struct' || (types === 'object' && outline.kind === 'union');
  };
  const builtins = types === 'any' ? [...BUILTIN_TYPES.keys()] : [];
  return [
    ...builtins.map((name): Completion => ({ name, kind: 'builtin' })),
    ...definitions(schema, wanted),
  ];
}

function definitionsFor(
  schema: SchemaIndex,
  wanted: 'commands' | 'types' | 'all',
): readonly Completion[] {
  return definitions(schema, (outline) => {
    return wanted === 'all' || (wanted === 'types' ? isType(outline) : outline.kind === 'command');
  });
}

function definitions(
  schema: SchemaIndex,
  wanted: (outline: Outline) => boolean,
): readonly Completion[] {
  return schema.definitions
    .filter(({ outline }) => wanted(outline))
    .map(({ outline }) => ({ name: outline.name, kind: outline.kind }));
}

function isType({ kind }: Outline): boolean {
  return kind !== 'command' && kind !== 'event';
}

function membersOf(schema: SchemaIndex, own: Declared): readonly Completion[] {
  return schema
    .lineage(own)
    .flatMap(({ outline }) => outline.members.map(({ name }) => ({ name, kind: 'member' })));
}

/** Without what the object or the array has already. */
function withoutPresent(items: readonly Completion[], { around }: Place): readonly Completion[] {
  const present = new Set<string>();
  if (around.kind === 'object') for (const { key } of around.members) present.add(key.value);
  else {
    for (const element of around.elements) {
      if (element.kind === 'string') present.add(element.value);
    }
  }
  return items.filter(({ name }) => !present.has(name));
}

/** Schema files and directories beside the file. */
function completePath(host: Host, file: SourceFile, word: Word): Completions {
  const slash = file.text.slice(word.start, word.end).lastIndexOf('/') + 1;
  const written = file.text.slice(word.start, word.start + slash);
  const directory = posix.join(posix.dirname(file.path), written);
  const items = host
    .list(directory)
    .filter((name) => name.endsWith('/') || name.endsWith('.json'))
    .filter((name) => posix.join(directory, name) !== file.path)
    .map((name): Completion => ({ name, kind: name.endsWith('/') ? 'directory' : 'file' }));
  return {
    at: { start: word.start + slash, end: word.end },
    needsQuotes: !word.isQuoted && slash === 0,
    items,
  };
}
