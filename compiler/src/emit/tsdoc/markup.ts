import { CODE_DIRECTIVES } from '../../markup/directives.js';
import { parseMarkup } from '../../markup/parse-markup.js';
import type { Block, Directive, Inline, ListItem } from '../../markup/tree.js';
import type { DocText } from '../../syntax/documentation.js';
import type { SymbolRef } from '../print/source-module.js';
import { escapeStarts, fence } from './escape.js';
import { renderInlines, type FindType } from './inline.js';
import { append, indent, isProse } from './lines.js';

/** A `qmp-example`. */
export interface Example {
  readonly title: string;
  readonly lines: readonly string[];
}

const TITLED_DIRECTIVES = new Set(['admonition', 'table']);

/**
 * Renders the markup of documentation as Markdown: paragraphs and lists as they are, literal blocks and
 * tables as code, notes as paragraphs that say so. Examples are set aside: they become tags.
 */
export class Markup {
  readonly links = new Set<SymbolRef>();
  readonly examples: Example[] = [];
  readonly #findType: FindType;

  constructor(findType: FindType) {
    this.#findType = findType;
  }

  render(doc: DocText | undefined): readonly string[] {
    return doc === undefined || doc.text === '' ? [] : this.#blocks(parseMarkup(doc));
  }

  #blocks(blocks: readonly Block[]): readonly string[] {
    const [only] = blocks;
    if (only !== undefined && blocks.length === 1) return this.#block(only);
    const out: string[] = [];
    for (const block of blocks) {
      const lines = this.#block(block);
      if (out.length > 0 && lines.length > 0) out.push('');
      append(out, lines);
    }
    return out;
  }

  #block(block: Block): readonly string[] {
    switch (block.kind) {
      case 'heading':
        return [`**${this.#line(block.title)}**`];
      case 'paragraph':
        return this.#lines(block.content);
      case 'bullet-list':
        return this.#items(block.items, () => '- ');
      case 'numbered-list':
        return this.#items(block.items, (index) => `${block.start + index}. `);
      case 'definition':
        return [...this.#lines(block.term), ...indent(this.#blocks(block.blocks), '  ')];
      case 'quote':
        return this.#quote(block.blocks);
      case 'literal-block':
      case 'table':
        return fence(block.text.text);
      case 'directive':
        return this.#directive(block);
      case 'comment':
        return [];
    }
  }

  #quote(blocks: readonly Block[]): readonly string[] {
    const lines = this.#blocks(blocks);
    // Lists are often indented, which quotes nobody.
    if (blocks.every(({ kind }) => kind.endsWith('-list'))) return lines;
    return lines.map((line) => `> ${line}`.trimEnd());
  }

  #items(items: readonly ListItem[], markerOf: (index: number) => string): readonly string[] {
    const out: string[] = [];
    for (const [i, item] of items.entries()) {
      const before = items[i - 1];
      if (before !== undefined && isApart(before, item)) out.push('');
      const marker = markerOf(i);
      const [first = '', ...rest] = this.#blocks(item.blocks);
      out.push(`${marker}${first}`.trimEnd());
      append(out, indent(rest, ' '.repeat(marker.length)));
    }
    return out;
  }

  #directive(directive: Directive): readonly string[] {
    const { name, argument } = directive;
    if (name === 'qmp-example') {
      this.#example(directive);
      return [];
    }
    const blocks = this.#blocks(directive.blocks);
    if (CODE_DIRECTIVES.has(name)) return blocks;
    const isTitled = TITLED_DIRECTIVES.has(name) && argument.length > 0;
    const label = isTitled ? this.#line(argument) : name.charAt(0).toUpperCase() + name.slice(1);
    const behind = isTitled ? [] : this.#lines(argument);
    const gap = behind.length > 0 && blocks.length > 0 ? [''] : [];
    return putBehind(`**${label}:**`, [...behind, ...gap, ...blocks]);
  }

  #example({ options, blocks }: Directive): void {
    const title = options.find(({ name }) => name === 'title')?.value ?? [];
    this.examples.push({ title: this.#line(title), lines: this.#blocks(blocks) });
  }

  #line(inlines: readonly Inline[]): string {
    return this.#lines(inlines).join(' ');
  }

  #lines(inlines: readonly Inline[]): readonly string[] {
    if (inlines.length === 0) return [];
    return escapeStarts(renderInlines(inlines, this.#findType, this.links)).split('\n');
  }
}

/** Whether a blank line stands between two items. */
function isApart(before: ListItem, { span }: ListItem): boolean {
  const between = span.file.text.slice(before.span.end, span.start);
  return between.indexOf('\n') !== between.lastIndexOf('\n');
}

/** Puts lines behind a label, or below it where they do not begin with a sentence. */
function putBehind(label: string, lines: readonly string[]): readonly string[] {
  const [first, ...rest] = lines;
  if (first === undefined) return [label];
  return isProse(first) ? [`${label} ${first}`, ...rest] : [label, '', ...lines];
}
