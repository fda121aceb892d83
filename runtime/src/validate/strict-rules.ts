import type { BuiltinName, ObjectTable } from '../abi/tables.js';
import { DEFAULT_LIMITS } from '../wire/limits.js';
import { quote } from '../wire/quote.js';
import type { IntegerName } from './integer-range.js';
import { QTYPE_VALUES } from './json-type.js';
import type { Rules } from './linker.js';
import { refuse, refuseType, type Reader } from './reader.js';
import { readObject } from './strict-object.js';

/** What commands without arguments or result and events without data carry. */
export const NO_MEMBERS: ObjectTable = { kind: 'object', name: '', members: [] };

/** What is not the same for received values and for those about to be sent. */
export interface Leaves {
  readonly integer: (name: IntegerName) => Reader;
  readonly number: Reader;
  readonly any: Reader;
  /** Whether objects and arrays are copied: they may then differ from the value. */
  readonly copies: boolean;
}

/** Refuses whatever the schema does not allow, by the rules of wire.md 10. */
export function strictRules(leaves: Leaves): Rules {
  return {
    builtin: (name) => readBuiltin(name, leaves),
    enum: readEnum,
    array: (readElement) => readArray(readElement, leaves.copies),
    object: (table, linker) => readObject(table, linker, leaves.copies),
    misfit:
      ({ name }, expected) =>
      (value, path, depth) =>
        refuseType(path, depth, `a value of ${name} (${expected.join(', ')})`, value),
  };
}

function readBuiltin(name: BuiltinName, leaves: Leaves): Reader {
  switch (name) {
    case 'str':
      return readString;
    case 'bool':
      return readBoolean;
    case 'null':
      return readNull;
    case 'QType':
      return readEnum(QTYPE_VALUES);
    case 'any':
      return leaves.any;
    case 'number':
      return leaves.number;
    default:
      return leaves.integer(name);
  }
}

const readString: Reader = (value, path, depth) =>
  typeof value === 'string' ? value : refuseType(path, depth, 'a string', value);

const readBoolean: Reader = (value, path, depth) =>
  typeof value === 'boolean' ? value : refuseType(path, depth, 'true or false', value);

const readNull: Reader = (value, path, depth) =>
  value === null ? value : refuseType(path, depth, 'null', value);

/** So many values of an enum are named where another one is refused. */
const NAMED_VALUES = 10;

function readEnum(values: readonly string[]): Reader {
  const known = new Set<unknown>(values);
  return (value, path, depth) => {
    if (known.has(value)) return value;
    const named = values.slice(0, NAMED_VALUES).map(quote).join(', ');
    const rest = values.length > NAMED_VALUES ? ', ...' : '';
    return refuseType(path, depth, `one of ${named}${rest}`, value);
  };
}

function readArray(readElement: Reader, copies: boolean): Reader {
  return (value, path, depth) => {
    if (!isArray(value)) return refuseType(path, depth, 'an array', value);
    if (depth >= DEFAULT_LIMITS.nesting) refuse(path, depth, 'is nested too deep or in a cycle');
    const elements: unknown[] = [];
    for (let i = 0; i < value.length; i++) {
      path[depth] = i;
      const element = readElement(value[i], path, depth + 1);
      if (copies) elements.push(element);
    }
    return copies ? elements : value;
  };
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
