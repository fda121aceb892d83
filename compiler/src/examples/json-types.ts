import { describeType } from '../schema/describe.js';
import type { JsonType, Type } from '../schema/model.js';
import { isInteger } from './integer-range.js';
import type { JsonValue } from './json-value.js';

const WORDS: Readonly<Record<JsonType, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'an integer',
  boolean: 'true or false',
  null: 'null',
  value: 'a value',
};

export function isOfJsonType(value: JsonValue, type: JsonType): boolean {
  if (type === 'value') return true;
  if (type === 'int') return value.kind === 'number' && isInteger(value.text);
  return value.kind === type;
}

/** Whether an alternate takes the value for this alternative, by its JSON type alone. */
export function isTaken(value: JsonValue, type: Type): boolean {
  switch (type.kind) {
    case 'builtin':
      return isOfJsonType(value, type.jsonType === 'int' ? 'number' : type.jsonType);
    case 'enum':
      return value.kind === 'string';
    default:
      return value.kind === type.kind;
  }
}

/** What a value of the type looks like, in words. */
export function describeExpected(type: Type): string {
  switch (type.kind) {
    case 'builtin':
      return WORDS[type.jsonType];
    case 'enum':
      return `a string of ${describeType(type)}`;
    case 'object':
      return `an object of ${describeType(type)}`;
    default:
      return describeType(type);
  }
}
