import {
  compileSchema,
  MemoryHost,
  type Documentation,
  type Span,
} from '../../compiler/src/index.js';
import { parseMarkup } from '../../compiler/src/markup/parse-markup.js';
import type { Block, Inline } from '../../compiler/src/markup/tree.js';

/** A node as its kind and what it holds: text for inline markup, other outlines for blocks. */
export type Outline = readonly (string | Outline)[];

/** The documentation blocks of a schema, whatever else is wrong with it. */
export function readDocs(source: string): readonly Documentation[] {
  const host = new MemoryHost({ '/schema.json': source });
  const { schema, diagnostics } = compileSchema('/schema.json', { host, docs: 'off' });
  if (schema === undefined) throw new Error(JSON.stringify(diagnostics.map(({ code }) => code)));
  return schema.docs;
}

/** A free-form comment with this text. */
export function comment(text: string): string {
  const lines = text.split('\n').map((line) => `# ${line}`.trimEnd());
  return `##\n${lines.join('\n')}\n##\n`;
}

export function parseText(text: string): readonly Block[] {
  const [doc] = readDocs(comment(text));
  if (doc === undefined) throw new Error('there is no documentation');
  return parseMarkup(doc.body);
}

export function outline(text: string): Outline {
  return parseText(text).map(outlineBlock);
}

export function sourceOf({ file, start, end }: Span): string {
  return file.text.slice(start, end);
}

export function outlineBlock(block: Block): Outline {
  switch (block.kind) {
    case 'heading':
      return [
        `heading ${block.hasOverline ? 'over ' : ''}${block.adornment}`,
        ...inline(block.title),
      ];
    case 'paragraph':
      return ['paragraph', ...inline(block.content)];
    case 'bullet-list':
      return ['bullets', ...block.items.map((item) => item.blocks.map(outlineBlock))];
    case 'numbered-list':
      return [
        `numbers ${block.start}`,
        ...block.items.map((item) => item.blocks.map(outlineBlock)),
      ];
    case 'definition':
      return ['definition', inline(block.term), ...block.blocks.map(outlineBlock)];
    case 'quote':
      return ['quote', ...block.blocks.map(outlineBlock)];
    case 'literal-block':
    case 'table':
      return [block.kind, block.text.text];
    case 'directive': {
      const options = block.options.map(({ name, value }) => [`:${name}:`, ...inline(value)]);
      const argument = block.argument.length > 0 ? [['argument', ...inline(block.argument)]] : [];
      return [block.name, ...argument, ...options, ...block.blocks.map(outlineBlock)];
    }
    case 'comment':
      return ['comment'];
  }
}

export function outlineInline(node: Inline): Outline | string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'emphasis':
    case 'strong':
    case 'literal':
      return [node.kind, node.text];
    case 'reference': {
      const role = node.role === undefined ? [] : [`:${node.role}:`];
      return node.text === node.target
        ? ['reference', ...role, node.target]
        : ['reference', ...role, node.text, node.target];
    }
    case 'name':
      return ['name', node.name];
    case 'link':
      return ['link', node.url];
  }
}

function inline(nodes: readonly Inline[]): Outline {
  return nodes.map(outlineInline);
}
