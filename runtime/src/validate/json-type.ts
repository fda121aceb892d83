import type { BuiltinName } from '../abi/tables.js';
import { quote } from '../wire/quote.js';
import { NumberLiteral } from '../wire/value.js';

/** The types of JSON, by which an alternate chooses. */
export type JsonType = 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object';

/** The JSON type of a value, or `undefined` if JSON has no such value. */
export function jsonTypeOf(value: unknown): JsonType | undefined {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    case 'number':
    case 'bigint':
      return 'number';
    case 'object':
      if (value === null) return 'null';
      if (value instanceof NumberLiteral) return 'number';
      return Array.isArray(value) ? 'array' : 'object';
    default:
      return undefined;
  }
}

/** The JSON type of a built-in type; `any` has none. */
export function jsonTypeOfBuiltin(name: BuiltinName): JsonType | undefined {
  switch (name) {
    case 'any':
      return undefined;
    case 'str':
    case 'QType':
      return 'string';
    case 'bool':
      return 'boolean';
    case 'null':
      return 'null';
    default:
      return 'number';
  }
}

/** The values of the built-in enum `QType`. */
export const QTYPE_VALUES = ['none', 'qnull', 'qnum', 'qstring', 'qdict', 'qlist', 'qbool'];

/** A value in a message for people. */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `the string ${quote(value)}`;
    case 'object':
      if (value === null) return 'null';
      if (value instanceof NumberLiteral) return value.text.slice(0, 40);
      return Array.isArray(value) ? 'an array' : 'an object';
    case 'function':
    case 'symbol':
      return `a ${typeof value}`;
    default:
      return String(value).slice(0, 40);
  }
}
