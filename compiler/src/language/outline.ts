import type { DocBlock, Expression, ObjectNode, StringNode } from '../syntax/ast.js';
import { nameRange, type Range } from './range.js';
import { META_TYPES, type MetaType } from './shapes.js';

/** A definition as far as its syntax tells, be it right or wrong. */
export interface Outline {
  readonly kind: MetaType;
  readonly name: string;
  /** Where the name stands. */
  readonly nameAt: Range;
  readonly node: ObjectNode;
  readonly doc: DocBlock | undefined;
  /** Own members, values or alternatives; members of inline `base` or `data`. */
  readonly members: readonly OutlineMember[];
  readonly branches: readonly OutlineMember[];
  /** The types whose members are members of this one too: `base`, or `data` that is named. */
  readonly inherits: string | undefined;
  readonly discriminator: string | undefined;
}

/** Something with a name in a definition. */
export interface OutlineMember {
  readonly role: 'member' | 'value' | 'alternative' | 'branch';
  readonly name: string;
  readonly nameAt: Range;
  /** As it is written: the key, if it is a member of an object, and the value. */
  readonly key: StringNode | undefined;
  readonly value: Expression;
}

/** Reads a definition; undefined where the object defines nothing. */
export function readOutline(
  text: string,
  node: ObjectNode,
  doc: DocBlock | undefined,
): Outline | undefined {
  const kind = META_TYPES.find((key) => valueOf(node, key)?.kind === 'string');
  const name = kind && valueOf(node, kind);
  if (kind === undefined || name?.kind !== 'string') return undefined;
  const base = valueOf(node, 'base');
  const data = valueOf(node, 'data');
  const discriminator = valueOf(node, 'discriminator');
  return {
    kind,
    name: name.value,
    nameAt: nameRange(text, name),
    node,
    doc,
    members: membersOf(text, kind, base, data),
    branches: kind === 'union' ? namesIn(text, data, 'branch') : [],
    inherits: nameOf(base) ?? nameOf(data),
    discriminator: nameOf(discriminator),
  };
}

export function valueOf(node: ObjectNode, key: string): Expression | undefined {
  return node.members.find((member) => member.key.value === key)?.value;
}

function membersOf(
  text: string,
  kind: MetaType,
  base: Expression | undefined,
  data: Expression | undefined,
): readonly OutlineMember[] {
  switch (kind) {
    case 'enum':
      return data?.kind === 'array' ? data.elements.flatMap((node) => valueIn(text, node)) : [];
    case 'alternate':
      return namesIn(text, data, 'alternative');
    case 'union':
      return namesIn(text, base, 'member');
    default:
      return namesIn(text, data, 'member');
  }
}

function namesIn(
  text: string,
  node: Expression | undefined,
  role: OutlineMember['role'],
): readonly OutlineMember[] {
  if (node?.kind !== 'object') return [];
  return node.members.map(({ key, value }) => {
    const isOptional = role === 'member' && key.value.startsWith('*');
    const { start, end } = nameRange(text, key);
    const nameAt = { start: isOptional ? start + 1 : start, end };
    return { role, name: isOptional ? key.value.slice(1) : key.value, nameAt, key, value };
  });
}

function valueIn(text: string, value: Expression): readonly OutlineMember[] {
  const name = value.kind === 'object' ? valueOf(value, 'name') : value;
  if (name?.kind !== 'string') return [];
  const nameAt = nameRange(text, name);
  return [{ role: 'value', name: name.value, nameAt, key: undefined, value }];
}

function nameOf(node: Expression | undefined): string | undefined {
  return node?.kind === 'string' ? node.value : undefined;
}
