import type { BuiltinName, Type } from '../schema/model.js';
import { typeSymbol, type EmitContext } from './emit-context.js';
import type { IntegerMode } from './integer-mode.js';
import { keyword, literal, reference, union } from './print/type-nodes.js';
import type { TypeNode } from './print/source-module.js';

/**
 * The TypeScript type of values of `type`. Arrays are `readonly`: arguments and results share their types,
 * and whoever sends may then send any array, constant ones included.
 */
export function typeNode(type: Type, context: EmitContext): TypeNode {
  switch (type.kind) {
    case 'builtin':
      return builtinNode(type.name, context.integers);
    case 'array':
      return { kind: 'array', element: typeNode(type.element, context) };
    case 'enum':
      // The one enum of the built-in module belongs to no module of the output.
      if (!context.paths.has(type.module)) {
        return union(type.values.map(({ name }) => literal(name)));
      }
      return reference(typeSymbol(type, context));
    case 'object':
    case 'alternate':
      return reference(typeSymbol(type, context));
  }
}

function builtinNode(name: BuiltinName, integers: IntegerMode): TypeNode {
  switch (name) {
    case 'str':
      return keyword('string');
    case 'bool':
      return keyword('boolean');
    case 'any':
      return keyword('unknown');
    case 'null':
      return keyword('null');
    case 'number':
    case 'int8':
    case 'int16':
    case 'int32':
    case 'uint8':
    case 'uint16':
    case 'uint32':
      return keyword('number');
    case 'int':
    case 'int64':
    case 'uint64':
    case 'size':
      return integerNode(integers);
  }
}

function integerNode(integers: IntegerMode): TypeNode {
  switch (integers) {
    case 'number':
      return keyword('number');
    case 'mixed':
      return union([keyword('number'), keyword('bigint')]);
    case 'bigint':
      return keyword('bigint');
  }
}
