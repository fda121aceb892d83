import type { AlternateType, Type } from '../schema/model.js';
import { nameIn, typeSymbol, type EmitContext } from './emit-context.js';
import type { Declaration, TypeNode } from './print/source-module.js';
import { reference, union } from './print/type-nodes.js';
import { describeType } from './tsdoc/describe.js';
import { code } from './tsdoc/escape.js';
import { typeNode } from './type-node.js';

/** An alternate: the union of its alternatives, and for each a guard that recognises it. */
export function emitAlternate(type: AlternateType, context: EmitContext): readonly Declaration[] {
  const symbol = typeSymbol(type, context);
  const { alternatives } = type;
  const declaration: Declaration = {
    kind: 'type',
    name: symbol.name,
    doc: describeType(type, symbol, context),
    type: union(alternatives.map((alternative) => typeNode(alternative.type, context))),
  };
  if (alternatives.length < 2) return [declaration];
  const guards = alternatives.map((alternative): Declaration => {
    const what = `the alternative ${code(alternative.name)} of {@link ${symbol.name}}`;
    return {
      kind: 'guard',
      name: nameIn(context.names.guards, alternative),
      doc: { lines: [`Whether a value is ${what}.`], links: [] },
      parameter: reference(symbol),
      narrowed: typeNode(alternative.type, context),
      test: testOf(alternative.type, context),
    };
  });
  return [declaration, ...guards];
}

/** Alternatives are told apart by the JSON type of the value alone. */
function testOf(type: Type, context: EmitContext): string {
  switch (type.kind) {
    case 'enum':
      return isTypeof('string');
    case 'array':
      return 'Array.isArray(value)';
    case 'object':
    case 'alternate':
      return "typeof value === 'object' && value !== null && !Array.isArray(value)";
    case 'builtin': {
      const node = typeNode(type, context);
      const parts = node.kind === 'union' ? node.members : [node];
      return parts.map(testOfPart).join(' || ');
    }
  }
}

function testOfPart(node: TypeNode): string {
  if (node.kind !== 'keyword') throw new Error(`a built-in type as ${node.kind}`);
  return node.text === 'null' ? 'value === null' : isTypeof(node.text);
}

function isTypeof(name: string): string {
  return `typeof value === '${name}'`;
}
