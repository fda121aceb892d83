import type { Block, Inline } from '../markup/tree.js';
import { parseMarkup } from '../markup/parse-markup.js';
import type { DocText, Documentation } from '../syntax/documentation.js';
import type { Occurrence, Role } from './occurrence.js';
import type { Outline } from './outline.js';
import type { Range } from './range.js';

/** The names in a block of documentation, in source order. */
export function findInDocumentation(
  doc: Documentation,
  outline: Outline | undefined,
): readonly Occurrence[] {
  const { text } = doc.span.file;
  const occurrences: Occurrence[] = [];
  /** @param within where the name stands, behind `before`. */
  const add = (role: Role, name: string, before: string, within: Range): void => {
    const index = text.slice(within.start, within.end).indexOf(before + name);
    if (name === '' || index < 0) return;
    const start = within.start + index + before.length;
    const at = { start, end: start + name.length };
    occurrences.push({ role, name, at, outline, shape: undefined });
  };
  const addText = (part: DocText): void => {
    for (const inline of inlinesOf(parseMarkup(part))) {
      if (inline.kind === 'name') add('doc-name', inline.name, '@', inline.span);
      if (inline.kind === 'reference') add('doc-reference', inline.target, '', inline.span);
    }
  };
  if (doc.symbol !== undefined) add('doc-symbol', doc.symbol, '@', doc.span);
  addText(doc.body);
  for (const member of doc.members) {
    add('doc-member', member.name, '@', member.span);
    addText(member);
  }
  for (const feature of doc.features) {
    add('doc-feature', feature.name, '@', feature.span);
    addText(feature);
  }
  for (const section of doc.sections) addText(section);
  return occurrences.toSorted((a, b) => a.at.start - b.at.start);
}

function inlinesOf(blocks: readonly Block[]): readonly Inline[] {
  return blocks.flatMap((block): readonly Inline[] => {
    switch (block.kind) {
      case 'heading':
        return block.title;
      case 'paragraph':
        return block.content;
      case 'bullet-list':
      case 'numbered-list':
        return block.items.flatMap((item) => inlinesOf(item.blocks));
      case 'definition':
        return [...block.term, ...inlinesOf(block.blocks)];
      case 'quote':
        return inlinesOf(block.blocks);
      case 'directive':
        return [...block.argument, ...inlinesOf(block.blocks)];
      case 'literal-block':
      case 'table':
      case 'comment':
        return [];
    }
  });
}
