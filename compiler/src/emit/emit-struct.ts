import type { Member, ObjectType } from '../schema/model.js';
import { isEmptyObject } from './definitions.js';
import { typeSymbol, type EmitContext } from './emit-context.js';
import type { Declaration, PropertySignature, TypeNode } from './print/source-module.js';
import { keyword, union } from './print/type-nodes.js';
import { describeArguments, describeBase, describeMember, describeType } from './tsdoc/describe.js';
import { descriptionsOf, type Descriptions } from './tsdoc/descriptions.js';
import { typeNode } from './type-node.js';

/**
 * A struct or an implicit object type: an interface that extends its base. A member cannot clash with one
 * of the base: the language forbids it. Without any member it is a type that only `{}` has.
 */
export function emitStruct(type: ObjectType, context: EmitContext): readonly Declaration[] {
  const symbol = typeSymbol(type, context);
  const owner = context.owners.get(type);
  const { name } = symbol;
  const doc =
    owner === undefined
      ? describeType(type, symbol, context)
      : owner.kind === 'object'
        ? describeBase(typeSymbol(owner, context), context)
        : describeArguments(owner, context);
  if (isEmptyObject(type))
    return [{ kind: 'type', name, doc, type: { kind: 'record', value: 'never' } }];
  const described = descriptionsOf((owner ?? type).doc);
  const base = type.base === undefined || isEmptyObject(type.base) ? undefined : type.base;
  return [
    {
      kind: 'interface',
      name,
      doc,
      extends: base && typeSymbol(base, context),
      members: type.localMembers.map((member) => emitMember(member, described, context)),
    },
  ];
}

function emitMember(
  member: Member,
  described: Descriptions,
  context: EmitContext,
): PropertySignature {
  const { name, optional } = member;
  return {
    name,
    optional,
    doc: describeMember(member, described, context),
    type: memberType(member, context),
  };
}

/** `exactOptionalPropertyTypes` users may set an optional member to `undefined`, too. */
function memberType({ type, optional }: Member, context: EmitContext): TypeNode {
  const node = typeNode(type, context);
  return optional && !isUnknown(node) ? union([node, keyword('undefined')]) : node;
}

function isUnknown(node: TypeNode): boolean {
  return node.kind === 'keyword' && node.text === 'unknown';
}
