import type { Branch, ObjectType, Variants } from '../schema/model.js';
import { isEmptyObject } from './definitions.js';
import { typeSymbol, type EmitContext } from './emit-context.js';
import type { Declaration, ReferenceType, TypeNode } from './print/source-module.js';
import { literal, property, reference, union } from './print/type-nodes.js';
import { describeType } from './tsdoc/describe.js';

/** A union: its base and, told apart by the discriminator, what each branch adds. */
export function emitUnion(
  type: ObjectType,
  base: ObjectType,
  variants: Variants,
  context: EmitContext,
): readonly Declaration[] {
  const symbol = typeSymbol(type, context);
  return [
    {
      kind: 'type',
      name: symbol.name,
      doc: describeType(type, symbol, context),
      type: unionNode(reference(typeSymbol(base, context)), variants, context),
    },
  ];
}

function unionNode(base: ReferenceType, variants: Variants, context: EmitContext): TypeNode {
  const { tag, branches } = variants;
  const adding = branches.filter(addsMembers);
  const [first] = adding;
  // Where no value of the discriminator adds anything, or only one can occur, it need not be told apart.
  if (first === undefined) return base;
  if (branches.length === 1) {
    return { kind: 'intersection', left: base, right: reference(typeSymbol(first.type, context)) };
  }
  const members: TypeNode[] = adding.map(({ name, type }) => ({
    kind: 'intersection',
    left: { kind: 'object', members: [property(tag.name, literal(name))] },
    right: reference(typeSymbol(type, context)),
  }));
  const others = branches.filter((branch) => !addsMembers(branch));
  if (others.length > 0) {
    const names = union(others.map(({ name }) => literal(name)));
    members.push({ kind: 'object', members: [property(tag.name, names)] });
  }
  return { kind: 'intersection', left: base, right: union(members) };
}

/** Branches that are not listed, or whose type is empty, are the base alone. */
function addsMembers({ isListed, type }: Branch): boolean {
  return isListed && !isEmptyObject(type);
}
