/** The expressions of the schema language. Offsets are into the text of the source file. */
export type Expression = StringNode | BooleanNode | ArrayNode | ObjectNode;

interface Node {
  readonly start: number;
  readonly end: number;
}

export interface StringNode extends Node {
  readonly kind: 'string';
  readonly value: string;
}

export interface BooleanNode extends Node {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface ArrayNode extends Node {
  readonly kind: 'array';
  readonly elements: readonly Expression[];
}

export interface ObjectNode extends Node {
  readonly kind: 'object';
  /** In source order; a repeated key keeps its first member only. */
  readonly members: readonly ObjectMember[];
}

export interface ObjectMember {
  readonly key: StringNode;
  readonly value: Expression;
}

/** One line of a documentation comment: everything from its `#` to the end of the line. */
export interface CommentLine extends Node {
  readonly text: string;
}

/** A `##` documentation block. */
export interface DocBlock extends Node {
  readonly kind: 'doc';
  readonly open: CommentLine;
  readonly lines: readonly CommentLine[];
  /** The closing `##` line; undefined where the block is not closed. */
  readonly close: CommentLine | undefined;
  /** Where the token after the last line stands, or the end of the file. */
  readonly next: number;
}

/** A top-level expression, with the duplicate keys inside it. */
export interface TopLevelExpression extends Node {
  readonly kind: 'expression';
  readonly value: Expression;
  readonly faults: readonly SyntaxFault[];
}

/** Text that is no expression, up to where parsing could resume. */
export interface BrokenText extends Node {
  readonly kind: 'broken';
  readonly faults: readonly SyntaxFault[];
  /** The rest of a file with so many faults that nobody looks for more. */
  readonly isRest: boolean;
}

export type TopLevelItem = DocBlock | TopLevelExpression | BrokenText;

/** What the grammar wanted where something else stands. */
export type Expected =
  'value' | 'first-element' | 'array-end' | 'first-member' | 'member' | 'colon' | 'object-end';

export type SyntaxFault =
  | { readonly kind: 'expected'; readonly offset: number; readonly expected: Expected }
  | { readonly kind: 'stray'; readonly offset: number; readonly text: string }
  | { readonly kind: 'too-deep'; readonly offset: number; readonly limit: number }
  | { readonly kind: 'unterminated-string'; readonly offset: number }
  | { readonly kind: 'unknown-escape'; readonly offset: number; readonly at: number }
  | { readonly kind: 'funny-character'; readonly offset: number; readonly at: number }
  | {
      readonly kind: 'duplicate-key';
      /** The value of the repeated key, where the reference reports it. */
      readonly offset: number;
      readonly key: StringNode;
      readonly first: StringNode;
    };
