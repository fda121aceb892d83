import { DiagnosticSession } from '../diagnostic/session.js';
import { parseMarkup } from '../markup/parse-markup.js';
import type { DocBlock } from '../syntax/ast.js';
import type { DocMember, DocSection, DocText, Documentation } from '../syntax/documentation.js';
import { parseDocumentation } from '../syntax/parse-documentation.js';
import { code, toMarkdown } from './markdown.js';
import type { Declared } from './schema-index.js';

/** Documentation for people, in both forms that editors can show. */
export interface DocumentationText {
  readonly markdown: string;
  /** As it is written. */
  readonly text: string;
}

/** The documentation of a definition, without the descriptions of its members. */
export function describeDefinition(declared: Declared): DocumentationText | undefined {
  const doc = parse(declared, declared.outline.doc);
  if (doc === undefined) return undefined;
  const parts = [
    describe(doc.body, ''),
    ...doc.features.map(describeListed),
    ...doc.sections.map((section) => describe(section, titleOf(section))),
  ];
  return join(parts);
}

/** What the documentation of a definition says of a member, value or alternative. */
export function describeMember(declared: Declared, name: string): DocumentationText | undefined {
  return describeNamed(parse(declared, declared.outline.doc)?.members, name);
}

/** What it says of a feature. */
export function describeFeature(declared: Declared, name: string): DocumentationText | undefined {
  return describeNamed(parse(declared, declared.outline.doc)?.features, name);
}

function describeNamed(
  described: readonly DocMember[] | undefined,
  name: string,
): DocumentationText | undefined {
  const found = described?.find((candidate) => candidate.name === name);
  return found && join([describe(found, '')]);
}

function parse({ file }: Declared, block: DocBlock | undefined): Documentation | undefined {
  return block && parseDocumentation(file, block, new DiagnosticSession('off'));
}

function describe(doc: DocText, title: string): DocumentationText {
  const markdown = toMarkdown(parseMarkup(doc));
  if (title === '' || doc.text === '') return { markdown, text: doc.text };
  return { markdown: `**${title}:** ${markdown}`, text: `${title}: ${doc.text}` };
}

function describeListed(feature: DocMember): DocumentationText {
  const { markdown, text } = describe(feature, '');
  return {
    markdown: `- ${code(feature.name)}: ${markdown.replaceAll('\n', '\n  ')}`,
    text: `${feature.name}: ${text}`,
  };
}

function titleOf({ kind }: DocSection): string {
  if (kind === 'Plain') return '';
  return kind === 'Todo' ? 'TODO' : kind;
}

function join(parts: readonly DocumentationText[]): DocumentationText | undefined {
  const texts = parts.filter(({ text }) => text !== '');
  if (texts.length === 0) return undefined;
  return {
    markdown: texts.map(({ markdown }) => markdown).join('\n\n'),
    text: texts.map(({ text }) => text).join('\n\n'),
  };
}
