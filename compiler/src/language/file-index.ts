import { DiagnosticSession } from '../diagnostic/session.js';
import type { SourceFile } from '../source/source-file.js';
import type { DocBlock, Expression, ObjectNode, TopLevelItem } from '../syntax/ast.js';
import { parseDocumentation } from '../syntax/parse-documentation.js';
import { findInDocumentation } from './doc-occurrences.js';
import { findInExpression } from './expression-occurrences.js';
import type { Occurrence } from './occurrence.js';
import { readOutline, type Outline } from './outline.js';
import { parseBroken } from './parse-broken.js';
import { touches } from './range.js';

/** A definition or a directive, well formed or not. */
export interface IndexedItem {
  readonly node: ObjectNode;
  readonly outline: Outline | undefined;
}

/** What one file says, whatever others say. Holds offsets only, so it outlives a compilation. */
export interface FileIndex {
  readonly items: readonly IndexedItem[];
  /** Every block of documentation, with the item that follows it right away. */
  readonly docs: readonly { readonly block: DocBlock; readonly item: IndexedItem | undefined }[];
  /** In source order. */
  readonly occurrences: readonly Occurrence[];
  readonly byName: ReadonlyMap<string, readonly Occurrence[]>;
}

export function indexFile(file: SourceFile, topLevel: readonly TopLevelItem[]): FileIndex {
  const { text } = file;
  const silent = new DiagnosticSession('off');
  const items: IndexedItem[] = [];
  const docs: { block: DocBlock; item: IndexedItem | undefined }[] = [];
  const occurrences: Occurrence[] = [];
  let block: DocBlock | undefined;
  const endBlock = (item: IndexedItem | undefined): void => {
    if (block === undefined) return;
    docs.push({ block, item });
    const doc = parseDocumentation(file, block, silent);
    for (const occurrence of findInDocumentation(doc, item?.outline)) occurrences.push(occurrence);
    block = undefined;
  };
  for (const entry of topLevel) {
    if (entry.kind === 'doc') {
      endBlock(undefined);
      block = entry;
      continue;
    }
    for (const node of expressionsIn(text, entry)) {
      if (node.kind !== 'object') continue;
      const item = { node, outline: readOutline(text, node, block) };
      endBlock(item);
      items.push(item);
      for (const occurrence of findInExpression(text, node, item.outline)) {
        occurrences.push(occurrence);
      }
    }
    endBlock(undefined);
  }
  endBlock(undefined);
  return { items, docs, occurrences, byName: groupByName(occurrences) };
}

function expressionsIn(text: string, item: Exclude<TopLevelItem, DocBlock>): readonly Expression[] {
  if (item.kind === 'expression') return [item.value];
  return item.isRest ? [] : parseBroken(text, item.start, item.end);
}

/** The name at an offset. */
export function occurrenceAt({ occurrences }: FileIndex, offset: number): Occurrence | undefined {
  let low = 0;
  let high = occurrences.length;
  // The first one that begins behind the offset.
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((occurrences[middle]?.at.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const candidate = occurrences[low - 1];
  return candidate !== undefined && touches(candidate.at, offset) ? candidate : undefined;
}

function groupByName(occurrences: readonly Occurrence[]): ReadonlyMap<string, Occurrence[]> {
  const groups = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    const group = groups.get(occurrence.name);
    if (group === undefined) groups.set(occurrence.name, [occurrence]);
    else group.push(occurrence);
  }
  return groups;
}
