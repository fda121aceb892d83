import type { SourceFile } from '../source/source-file.js';
import type { DocBlock } from '../syntax/ast.js';
import type { Completion, Completions } from './completion.js';
import type { FileIndex } from './file-index.js';
import type { SchemaIndex } from './schema-index.js';
import type { Outline } from './outline.js';
import { touches } from './range.js';

/** `@` or a backquote, and what stands behind it up to the cursor. */
const STARTED = /(?<![\w`])([@`])([\w.-]*)$/;

/** Names that can be written at an offset of a documentation comment. */
export function completeDocumentation(
  schema: SchemaIndex,
  file: SourceFile,
  index: FileIndex,
  offset: number,
): Completions | undefined {
  const found = index.docs.find(({ block }) => touches(block, offset));
  const line = found?.block.lines.find((candidate) => touches(candidate, offset));
  if (found === undefined || line === undefined) return undefined;
  const before = file.text.slice(line.start, offset);
  const [started, mark, word = ''] = STARTED.exec(before) ?? [];
  if (started === undefined) return undefined;
  const start = offset - word.length;
  const rest = /^[\w-]*/.exec(file.text.slice(offset, line.end))?.[0] ?? '';
  const at = { start, end: offset + rest.length };
  const outline = found.item?.outline;
  if (mark === '`') return { at, needsQuotes: false, items: definitions(schema) };
  if (outline === undefined) return undefined;
  const isHead = /^# *@$/.test(file.text.slice(line.start, start));
  if (isHead && line === found.block.lines[0]) {
    return { at, needsQuotes: false, items: [{ name: outline.name, kind: outline.kind }] };
  }
  const items = isHead
    ? notDescribed(own(index, outline), index, found.block, at.start)
    : [...own(index, outline), ...inherited(schema, file, outline)];
  return { at, needsQuotes: false, items };
}

function definitions(schema: SchemaIndex): readonly Completion[] {
  return schema.definitions.map(({ outline }) => ({ name: outline.name, kind: outline.kind }));
}

/** Members, values, alternatives and features of a definition. */
function own({ occurrences }: FileIndex, outline: Outline): readonly Completion[] {
  const features = occurrences
    .filter((occurrence) => occurrence.outline === outline && occurrence.role === 'feature')
    .map(({ name }) => name);
  return [
    ...outline.members.map(({ name, role }): Completion => {
      return { name, kind: role === 'branch' ? 'value' : role };
    }),
    ...[...new Set(features)].map((name): Completion => ({ name, kind: 'feature' })),
  ];
}

function inherited(schema: SchemaIndex, file: SourceFile, outline: Outline): readonly Completion[] {
  return schema
    .lineage({ file, outline })
    .slice(1)
    .flatMap((declared) => declared.outline.members.map(({ name }) => ({ name, kind: 'member' })));
}

/** Without what another line of the comment describes. */
function notDescribed(
  items: readonly Completion[],
  { occurrences }: FileIndex,
  block: DocBlock,
  here: number,
): readonly Completion[] {
  const described = new Set<string>();
  for (const { role, name, at } of occurrences) {
    const isDescription = role === 'doc-member' || role === 'doc-feature';
    if (isDescription && touches(block, at.start) && at.start !== here) described.add(name);
  }
  return items.filter(({ name }) => !described.has(name));
}
