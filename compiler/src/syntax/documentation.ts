import type { Span } from '../source/span.js';

/**
 * A `##` documentation block, taken apart. Texts are the lines of the comment without their `# `,
 * common indentation kept, leading and trailing blank lines removed.
 */
export interface Documentation {
  readonly span: Span;
  /** The documented definition; undefined for a free-form block. */
  readonly symbol: string | undefined;
  /** The overview, or the whole text of a free-form block. */
  readonly body: DocText;
  /** Descriptions of members, values, arguments or alternatives, in source order. */
  readonly members: readonly DocMember[];
  readonly features: readonly DocMember[];
  /** Everything after, in source order: tagged sections and plain paragraphs. */
  readonly sections: readonly DocSection[];
}

export interface DocText {
  readonly text: string;
  readonly span: Span;
  /** For each line of `text` where in the file it begins. Of blank lines only the order counts. */
  readonly lineStarts: readonly number[];
}

export interface DocMember extends DocText {
  readonly name: string;
}

export type DocSectionKind = 'Plain' | 'Returns' | 'Errors' | 'Since' | 'Todo';

export interface DocSection extends DocText {
  readonly kind: DocSectionKind;
}
