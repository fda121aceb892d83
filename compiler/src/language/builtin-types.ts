import type { BuiltinName } from '../schema/model.js';

const TEXTS: Readonly<Record<BuiltinName, string>> = {
  str: 'a string',
  number: 'a number, of double precision',
  int: 'an integer of 64 bits with a sign',
  int8: 'an integer from -128 to 127',
  int16: 'an integer from -32768 to 32767',
  int32: 'an integer of 32 bits with a sign',
  int64: 'an integer of 64 bits with a sign',
  uint8: 'an integer from 0 to 255',
  uint16: 'an integer from 0 to 65535',
  uint32: 'an integer of 32 bits without a sign',
  uint64: 'an integer of 64 bits without a sign',
  size: 'a number of bytes: an integer of 64 bits without a sign',
  bool: 'true or false',
  any: 'any JSON value',
  null: 'the JSON value null',
};

/** The types that every schema has, each with what it holds. */
export const BUILTIN_TYPES: ReadonlyMap<string, string> = new Map(Object.entries(TEXTS));
