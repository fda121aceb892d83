import type { Block, Inline, ListItem } from '../markup/tree.js';

/** Markup of documentation as Markdown. */
export function toMarkdown(blocks: readonly Block[]): string {
  return blocks
    .map(renderBlock)
    .filter((text) => text !== '')
    .join('\n\n');
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `**${renderInlines(block.title)}**`;
    case 'paragraph':
      return renderInlines(block.content);
    case 'bullet-list':
      return renderItems(block.items, () => '- ');
    case 'numbered-list':
      return renderItems(block.items, (index) => `${block.start + index}. `);
    case 'definition':
      return renderItems([{ span: block.span, blocks: block.blocks }], () => {
        return `- ${renderInlines(block.term)}: `;
      });
    case 'quote':
      return indent(toMarkdown(block.blocks), '> ');
    case 'literal-block':
    case 'table':
      return fence(block.text.text);
    case 'directive': {
      const title = block.name === 'qmp-example' ? 'Example' : capitalize(block.name);
      const argument = renderInlines(block.argument);
      const head = `**${title}${argument === '' ? '' : `: ${argument}`}**`;
      return [head, toMarkdown(block.blocks)].filter((text) => text !== '').join('\n\n');
    }
    case 'comment':
      return '';
  }
}

function renderItems(items: readonly ListItem[], mark: (index: number) => string): string {
  return items
    .map(({ blocks }, index) => `${mark(index)}${indent(toMarkdown(blocks), '  ').trimStart()}`)
    .join('\n');
}

function renderInlines(inlines: readonly Inline[]): string {
  return inlines.map(renderInline).join('');
}

function renderInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return escape(inline.text);
    case 'emphasis':
      return `*${escape(inline.text)}*`;
    case 'strong':
      return `**${escape(inline.text)}**`;
    case 'literal':
    case 'reference':
      return code(inline.text);
    case 'name':
      return code(inline.name);
    case 'link':
      return `<${inline.url}>`;
  }
}

/** Text in a fixed pitch, between more backquotes than it has in a row. */
export function code(text: string): string {
  const ticks = '`'.repeat(longestRun(text) + 1);
  const padding = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${ticks}${padding}${text}${padding}${ticks}`;
}

export function fence(text: string, language = ''): string {
  const ticks = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${ticks}${language}\n${text}\n${ticks}`;
}

/** Nothing in plain text may become Markdown or HTML. */
export function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>]|^[#+-]/gm, '\\$&').replace(/^(\d+)([.)])(?=\s)/gm, '$1\\$2');
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

function indent(text: string, prefix: string): string {
  return text
    .split('\n')
    .map((line) => `${prefix}${line}`.trimEnd())
    .join('\n');
}

function capitalize(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
