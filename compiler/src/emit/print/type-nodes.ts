import type {
  DocComment,
  Keyword,
  KeywordType,
  LiteralType,
  PropertySignature,
  ReferenceType,
  SymbolRef,
  TypeNode,
} from './source-module.js';

export const NO_DOC: DocComment = { lines: [], links: [] };

export function keyword(text: Keyword): KeywordType {
  return { kind: 'keyword', text };
}

export function literal(value: string): LiteralType {
  return { kind: 'literal', value };
}

export function reference(symbol: SymbolRef, ...args: readonly SymbolRef[]): ReferenceType {
  return { kind: 'reference', symbol, arguments: args };
}

/** The union of `members`: `never` of none, the member itself of one, and never one inside another. */
export function union(members: readonly TypeNode[]): TypeNode {
  const [first, second] = members;
  if (first === undefined) return keyword('never');
  if (second === undefined) return first;
  const flat = members.flatMap((member) => (member.kind === 'union' ? member.members : [member]));
  return { kind: 'union', members: flat };
}

export function property(
  name: string,
  type: TypeNode,
  doc: DocComment = NO_DOC,
): PropertySignature {
  return { name, doc, optional: false, type };
}
