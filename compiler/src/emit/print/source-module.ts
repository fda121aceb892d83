/**
 * What emitters return: TypeScript modules as plain data. Only the printer knows how they look as text.
 */
export interface SourceModule {
  /** Relative to the output directory, with `/`. */
  readonly path: string;
  readonly declarations: readonly Declaration[];
}

/** Something exported: by another module of the output or by a package. */
export interface SymbolRef {
  readonly name: string;
  /** A {@link SourceModule.path}, or the specifier of a package. */
  readonly from: string;
  readonly isTypeOnly: boolean;
}

/** A TSDoc comment: its lines, without the stars, and the symbols that its links name. */
export interface DocComment {
  readonly lines: readonly string[];
  readonly links: readonly SymbolRef[];
}

/** Declarations are exported, all of them. */
export type Declaration =
  | InterfaceDeclaration
  | TypeAliasDeclaration
  | ConstDeclaration
  | GuardDeclaration
  | ExportAllDeclaration
  | TextDeclaration;

export interface InterfaceDeclaration {
  readonly kind: 'interface';
  readonly name: string;
  readonly doc: DocComment;
  readonly extends: SymbolRef | undefined;
  readonly members: readonly PropertySignature[];
}

export interface TypeAliasDeclaration {
  readonly kind: 'type';
  readonly name: string;
  readonly doc: DocComment;
  readonly type: TypeNode;
}

/** A constant with a stated type, or `as const` where it has none. */
export interface ConstDeclaration {
  readonly kind: 'const';
  readonly name: string;
  readonly doc: DocComment;
  readonly type: TypeNode | undefined;
  readonly value: Expression;
}

/** A function that tells whether its parameter `value` has a narrower type. */
export interface GuardDeclaration {
  readonly kind: 'guard';
  readonly name: string;
  readonly doc: DocComment;
  readonly parameter: TypeNode;
  readonly narrowed: TypeNode;
  /** The expression that decides. */
  readonly test: string;
}

export interface ExportAllDeclaration {
  readonly kind: 'export-all';
  readonly from: string;
}

/** Text that does not depend on the schema, in its final form. */
export interface TextDeclaration {
  readonly kind: 'text';
  readonly text: string;
}

export interface PropertySignature {
  readonly name: string;
  readonly doc: DocComment;
  readonly optional: boolean;
  readonly type: TypeNode;
}

export type TypeNode =
  | KeywordType
  | LiteralType
  | ReferenceType
  | KeyofType
  | RecordType
  | ArrayTypeNode
  | UnionTypeNode
  | IntersectionTypeNode
  | ObjectTypeNode;

export interface KeywordType {
  readonly kind: 'keyword';
  readonly text: Keyword;
}

export type Keyword =
  | 'bigint'
  | 'boolean'
  | 'false'
  | 'never'
  | 'null'
  | 'number'
  | 'string'
  | 'true'
  | 'undefined'
  | 'unknown'
  | 'void';

export interface LiteralType {
  readonly kind: 'literal';
  readonly value: string;
}

export interface ReferenceType {
  readonly kind: 'reference';
  readonly symbol: SymbolRef;
  readonly arguments: readonly SymbolRef[];
}

export interface KeyofType {
  readonly kind: 'keyof';
  readonly symbol: SymbolRef;
}

/** `Record<string, value>` */
export interface RecordType {
  readonly kind: 'record';
  readonly value: 'never' | 'unknown';
}

/** `readonly T[]` */
export interface ArrayTypeNode {
  readonly kind: 'array';
  readonly element: TypeNode;
}

/** At least two members, none of them a union. */
export interface UnionTypeNode {
  readonly kind: 'union';
  readonly members: readonly TypeNode[];
}

export interface IntersectionTypeNode {
  readonly kind: 'intersection';
  readonly left: TypeNode;
  readonly right: TypeNode;
}

export interface ObjectTypeNode {
  readonly kind: 'object';
  readonly members: readonly PropertySignature[];
}

/** A value: literals and arrays stand for themselves. */
export type Expression =
  | string
  | number
  | boolean
  | readonly Expression[]
  | ObjectExpression
  | SymbolExpression
  | ThunkExpression;

export interface ObjectExpression {
  readonly kind: 'object';
  readonly properties: readonly Property[];
}

export type Property = readonly [name: string, value: Expression];

export interface SymbolExpression {
  readonly kind: 'symbol';
  readonly symbol: SymbolRef;
}

/** `() => symbol` */
export interface ThunkExpression {
  readonly kind: 'thunk';
  readonly symbol: SymbolRef;
}
