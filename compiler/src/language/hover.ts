import { printExpression, quote } from '../format/print-expression.js';
import type { Span } from '../source/span.js';
import { BUILTIN_TYPES } from './builtin-types.js';
import {
  describeDefinition,
  describeFeature,
  describeMember,
  type DocumentationText,
} from './documentation-text.js';
import { textOfKey } from './key-texts.js';
import { escape, fence } from './markdown.js';
import type { Declared, DeclaredMember } from './schema-index.js';
import type { Target } from './target.js';

/** Lines of a definition that are shown. */
const MAX_LINES = 20;

/** What there is to say of a name. */
export interface Hover {
  /** The name. */
  readonly span: Span;
  /** What it is, in words: `member of struct Volume`. */
  readonly title: string;
  /** How it is written in the schema; empty where it is not. */
  readonly signature: string;
  readonly documentation: DocumentationText | undefined;
}

/** A hover as Markdown. */
export function hoverToMarkdown({ title, signature, documentation }: Hover): string {
  const head = signature === '' ? [] : [fence(signature, 'qapi')];
  return [...head, escape(title), ...(documentation ? [documentation.markdown] : [])].join('\n\n');
}

/** A hover as plain text. */
export function hoverToText({ title, signature, documentation }: Hover): string {
  const head = signature === '' ? [] : [signature];
  return [...head, title, ...(documentation ? [documentation.text] : [])].join('\n\n');
}

/** @param own the definition in which the name stands. */
export function describeTarget(target: Target, own: Declared | undefined): Omit<Hover, 'span'> {
  switch (target.kind) {
    case 'definition': {
      const { outline } = target.declared;
      return {
        title: `${outline.kind} ${outline.name}`,
        signature: shorten(printExpression(outline.node)),
        documentation: describeDefinition(target.declared),
      };
    }
    case 'member':
      return {
        title: titleOfMember(target),
        signature: signatureOfMember(target),
        documentation: describeMember(target.owner, target.member.name),
      };
    case 'builtin':
      return {
        title: 'built-in type',
        signature: quote(target.name),
        documentation: plain(BUILTIN_TYPES.get(target.name)),
      };
    case 'feature':
      return {
        title: 'feature',
        signature: quote(target.name),
        documentation: own && describeFeature(own, target.name),
      };
    case 'condition':
      return { title: 'condition', signature: quote(target.name), documentation: undefined };
    case 'file':
      return { title: `file ${target.path}`, signature: '', documentation: undefined };
    case 'key':
      return {
        title: `key ${target.name}`,
        signature: '',
        documentation: plain(textOfKey(target.name, target.shape)),
      };
  }
}

function titleOfMember({ owner, member }: DeclaredMember): string {
  return `${member.role} of ${owner.outline.kind} ${owner.outline.name}`;
}

function signatureOfMember({ member }: DeclaredMember): string {
  const { key, value } = member;
  if (key === undefined) return shorten(printExpression(value));
  const head = `${quote(key.value)}: `;
  return shorten(`${head}${printExpression(value, head.length)}`);
}

function shorten(text: string): string {
  const lines = text.split('\n');
  return lines.length > MAX_LINES ? [...lines.slice(0, MAX_LINES), '  ...'].join('\n') : text;
}

function plain(text: string | undefined): DocumentationText | undefined {
  return text === undefined ? undefined : { markdown: escape(text), text };
}
