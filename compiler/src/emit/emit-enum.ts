import type { EnumType } from '../schema/model.js';
import { nameIn, typeSymbol, type EmitContext } from './emit-context.js';
import type { Declaration, SymbolRef } from './print/source-module.js';
import { literal, union } from './print/type-nodes.js';
import { describeType } from './tsdoc/describe.js';

/** An enum: the union of its values, and the array of them. */
export function emitEnum(type: EnumType, context: EmitContext): readonly Declaration[] {
  const symbol = typeSymbol(type, context);
  const names = type.values.map(({ name }) => name);
  return [
    {
      kind: 'type',
      name: symbol.name,
      doc: describeType(type, symbol, context),
      type: union(names.map(literal)),
    },
    {
      kind: 'const',
      name: valuesSymbol(type, context).name,
      doc: { lines: [`The values of {@link ${symbol.name}}, in schema order.`], links: [] },
      type: undefined,
      value: names,
    },
  ];
}

/** The array of an enum's values, which its table shares. */
export function valuesSymbol(type: EnumType, context: EmitContext): SymbolRef {
  const { from } = typeSymbol(type, context);
  return { name: nameIn(context.names.values, type), from, isTypeOnly: false };
}
