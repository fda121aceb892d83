import type { Inline, Reference } from '../../markup/tree.js';
import type { SymbolRef } from '../print/source-module.js';
import { code, escapeText } from './escape.js';

/** Finds the type that a name of the schema stands for. */
export type FindType = (name: string) => SymbolRef | undefined;

/**
 * Renders the markup inside a paragraph as TSDoc: literals as code, references and `@name` as links to
 * types or as code, everything else escaped. What is linked goes to `links`.
 */
export function renderInlines(
  inlines: readonly Inline[],
  findType: FindType,
  links: Set<SymbolRef>,
): string {
  const [only] = inlines;
  if (only !== undefined && inlines.length === 1) return renderInline(only, findType, links);
  let out = '';
  for (const inline of inlines) out += renderInline(inline, findType, links);
  return out;
}

function renderInline(inline: Inline, findType: FindType, links: Set<SymbolRef>): string {
  switch (inline.kind) {
    case 'text':
      return escapeText(inline.text);
    case 'emphasis':
      return `*${escapeText(inline.text)}*`;
    case 'strong':
      return `**${escapeText(inline.text)}**`;
    case 'literal':
      return code(joinLines(inline.text));
    case 'reference':
      return renderReference(inline, findType, links);
    case 'name':
      return renderName(inline.name, inline.name, findType, links);
    case 'link':
      return escapeText(inline.url);
  }
}

function renderReference(
  { text, target }: Reference,
  findType: FindType,
  links: Set<SymbolRef>,
): string {
  if (/^https?:\/\//.test(target) && target !== text) {
    return `${escapeText(text)} (${escapeText(target)})`;
  }
  return renderName(target, text, findType, links);
}

/** A link where the name is a type's and the text is one that a link can have. */
function renderName(name: string, text: string, findType: FindType, links: Set<SymbolRef>): string {
  const symbol = /^[\w .-]+$/.test(text) ? findType(name) : undefined;
  if (symbol === undefined) return code(text);
  links.add(symbol);
  return symbol.name === text ? `{@link ${text}}` : `{@link ${symbol.name} | ${text}}`;
}

function joinLines(text: string): string {
  if (!text.includes('\n')) return text;
  return text
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
}
