import type { ImportSet } from './import-set.js';
import { fits, INDENT } from './layout.js';
import { printKey, quote } from './literals.js';
import { printComment } from './print-comment.js';
import type {
  IntersectionTypeNode,
  ObjectTypeNode,
  PropertySignature,
  TypeNode,
  UnionTypeNode,
} from './source-module.js';

/** A type on one line. */
export function flattenType(type: TypeNode, imports: ImportSet): string {
  switch (type.kind) {
    case 'keyword':
      return type.text;
    case 'literal':
      return quote(type.value);
    case 'reference': {
      const name = imports.use(type.symbol);
      if (type.arguments.length === 0) return name;
      return `${name}<${type.arguments.map((argument) => imports.use(argument)).join(', ')}>`;
    }
    case 'keyof':
      return `keyof ${imports.use(type.symbol)}`;
    case 'record':
      return `Record<string, ${type.value}>`;
    case 'array': {
      const element = flattenType(type.element, imports);
      const isCompound = type.element.kind === 'union' || type.element.kind === 'intersection';
      return isCompound ? `readonly (${element})[]` : `readonly ${element}[]`;
    }
    case 'union':
      return type.members.map((member) => flattenMember(member, imports)).join(' | ');
    case 'intersection': {
      const right = flattenType(type.right, imports);
      const operand = type.right.kind === 'union' ? `(${right})` : right;
      return `${flattenType(type.left, imports)} & ${operand}`;
    }
    case 'object':
      return `{ ${type.members.map((member) => flattenProperty(member, imports)).join('; ')} }`;
  }
}

function flattenMember(member: TypeNode, imports: ImportSet): string {
  const text = flattenType(member, imports);
  return member.kind === 'intersection' ? `(${text})` : text;
}

function flattenProperty(member: PropertySignature, imports: ImportSet): string {
  return `${propertyHead(member)} ${flattenType(member.type, imports)}`;
}

function propertyHead(member: PropertySignature): string {
  return `${printKey(member.name)}${member.optional ? '?' : ''}:`;
}

/** `export type X = ...;`, where `head` is all up to the `=`. */
export function printAlias(head: string, type: TypeNode, imports: ImportSet): string {
  const flat = flattenType(type, imports);
  if (fits(`${head} ${flat};`)) return `${head} ${flat};\n`;
  switch (type.kind) {
    case 'union':
      return `${head}${breakUnion(type, INDENT, ';', imports)};\n`;
    case 'intersection': {
      const start = ` ${flattenType(type.left, imports)} &`;
      if (fits(head + start)) return `${head}${start}${breakRight(type, INDENT, imports)};\n`;
      if (fits(`${INDENT}${flat};`)) return `${head}\n${INDENT}${flat};\n`;
      const indent = INDENT + INDENT;
      return `${head}\n${INDENT}${start.trimStart()}${breakRight(type, indent, imports)};\n`;
    }
    case 'object':
      return `${head} ${breakObject(type, '', imports)};\n`;
    case 'record':
      if (!fits(`${head} Record<`)) return `${head}\n${INDENT}${flat};\n`;
      return `${head} Record<\n${INDENT}string,\n${INDENT}${type.value}\n>;\n`;
    case 'keyword':
    case 'literal':
    case 'reference':
    case 'keyof':
    case 'array':
      return `${head}\n${INDENT}${flat};\n`;
  }
}

/** The members of an interface or object type, one a line. */
export function printMembers(
  members: readonly PropertySignature[],
  indent: string,
  imports: ImportSet,
): string {
  let text = '';
  for (const member of members) {
    text += printComment(member.doc, indent, imports) + printProperty(member, indent, imports);
  }
  return text;
}

function printProperty(member: PropertySignature, indent: string, imports: ImportSet): string {
  const head = indent + propertyHead(member);
  const { type } = member;
  const flat = `${head} ${flattenType(type, imports)};`;
  if (fits(flat)) return `${flat}\n`;
  const inner = indent + INDENT;
  switch (type.kind) {
    case 'union':
      return `${head}${breakUnion(type, inner, ';', imports)};\n`;
    case 'intersection':
      return `${head} ${flattenType(type.left, imports)} &${breakRight(type, inner, imports)};\n`;
    case 'object':
      return `${head} ${breakObject(type, indent, imports)};\n`;
    case 'array':
      if (type.element.kind !== 'union') return `${flat}\n`;
      return `${head} readonly (${breakUnion(type.element, inner, '', imports)}\n${indent})[];\n`;
    case 'keyword':
    case 'literal':
    case 'reference':
    case 'keyof':
    case 'record':
      return `${flat}\n`;
  }
}

/** A union on lines of its own: one line if it fits there, else one a member. */
function breakUnion(type: UnionTypeNode, indent: string, tail: string, imports: ImportSet): string {
  const flat = `${indent}${flattenType(type, imports)}`;
  if (fits(flat + tail)) return `\n${flat}`;
  return type.members
    .map((member, i) => {
      const end = i === type.members.length - 1 ? tail : '';
      return `\n${indent}| ${printMember(member, indent, end, imports)}`;
    })
    .join('');
}

function printMember(member: TypeNode, indent: string, tail: string, imports: ImportSet): string {
  const flat = flattenMember(member, imports);
  if (fits(`${indent}| ${flat}${tail}`)) return flat;
  const inner = indent + INDENT;
  if (member.kind === 'object') return breakObject(member, inner, imports);
  if (member.kind === 'intersection' && member.left.kind === 'object') {
    const right = flattenType(member.right, imports);
    return `(${breakObject(member.left, inner, imports)} & ${right})`;
  }
  return flat;
}

function breakRight(type: IntersectionTypeNode, indent: string, imports: ImportSet): string {
  const flat = flattenType(type.right, imports);
  if (type.right.kind !== 'union') return `\n${indent}${flat}`;
  if (fits(`${indent}(${flat});`)) return `\n${indent}(${flat})`;
  return `\n${indent}(${breakUnion(type.right, indent + INDENT, '', imports)}\n${indent})`;
}

function breakObject(type: ObjectTypeNode, indent: string, imports: ImportSet): string {
  return `{\n${printMembers(type.members, indent + INDENT, imports)}${indent}}`;
}
