import type { Span } from '../source/span.js';
import type { Passage } from './passage.js';

/**
 * The markup of documentation: the part of reStructuredText that schemas use. Records told apart by
 * `kind`; spans lie in the schema file.
 */
export type Block =
  | Heading
  | Paragraph
  | BulletList
  | NumberedList
  | Definition
  | Quote
  | LiteralBlock
  | Table
  | Directive
  | Comment;

interface Node {
  readonly span: Span;
}

export interface Heading extends Node {
  readonly kind: 'heading';
  /** The character of its line, and whether there is one above too: each pair is a level of its own. */
  readonly adornment: string;
  readonly hasOverline: boolean;
  readonly title: readonly Inline[];
}

export interface Paragraph extends Node {
  readonly kind: 'paragraph';
  readonly content: readonly Inline[];
}

export interface BulletList extends Node {
  readonly kind: 'bullet-list';
  readonly items: readonly ListItem[];
}

export interface NumberedList extends Node {
  readonly kind: 'numbered-list';
  /** The number of the first item. */
  readonly start: number;
  readonly items: readonly ListItem[];
}

export interface ListItem extends Node {
  readonly blocks: readonly Block[];
}

/** A line, and what stands indented right below it. */
export interface Definition extends Node {
  readonly kind: 'definition';
  readonly term: readonly Inline[];
  readonly blocks: readonly Block[];
}

/** Blocks that are indented more than those before. */
export interface Quote extends Node {
  readonly kind: 'quote';
  readonly blocks: readonly Block[];
}

/** Lines that count as they stand, without their common indentation. */
export interface LiteralBlock extends Node {
  readonly kind: 'literal-block';
  readonly text: Passage;
}

/** A table with a grid or borders, as it stands. */
export interface Table extends Node {
  readonly kind: 'table';
  readonly text: Passage;
}

/** `.. name:: argument`, lines `:option: value`, and content that is indented. */
export interface Directive extends Node {
  readonly kind: 'directive';
  readonly name: string;
  readonly argument: readonly Inline[];
  readonly options: readonly DirectiveOption[];
  /** One literal block where the directive is about code. */
  readonly blocks: readonly Block[];
}

export interface DirectiveOption extends Node {
  readonly name: string;
  readonly value: readonly Inline[];
}

/** `.. ` and what is not for readers. */
export interface Comment extends Node {
  readonly kind: 'comment';
}

export type Inline = Text | Emphasis | Strong | Literal | Reference | NameReference | Link;

/** Line breaks are kept, escapes resolved. */
interface TextNode extends Node {
  readonly text: string;
}

export interface Text extends TextNode {
  readonly kind: 'text';
}

/** `*text*` */
export interface Emphasis extends TextNode {
  readonly kind: 'emphasis';
}

/** `**text**` */
export interface Strong extends TextNode {
  readonly kind: 'strong';
}

/** ` ``text`` ` */
export interface Literal extends TextNode {
  readonly kind: 'literal';
}

/** `` `target` ``, `` `text <target>` ``, `` :role:`target` `` */
export interface Reference extends TextNode {
  readonly kind: 'reference';
  readonly target: string;
  readonly role: string | undefined;
}

/** `@name`: a member, feature or definition. */
export interface NameReference extends Node {
  readonly kind: 'name';
  readonly name: string;
}

export interface Link extends Node {
  readonly kind: 'link';
  readonly url: string;
}
