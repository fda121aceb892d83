import type { BuiltinName, BuiltinType, EnumType, JsonType, ObjectType } from './model.js';

/** The name of the module that holds what every schema has. */
export const BUILTIN_MODULE = './builtin';

const JSON_TYPES: readonly (readonly [BuiltinName, JsonType])[] = [
  ['str', 'string'],
  ['number', 'number'],
  ['int', 'int'],
  ['int8', 'int'],
  ['int16', 'int'],
  ['int32', 'int'],
  ['int64', 'int'],
  ['uint8', 'int'],
  ['uint16', 'int'],
  ['uint32', 'int'],
  ['uint64', 'int'],
  ['size', 'int'],
  ['bool', 'boolean'],
  ['any', 'value'],
  ['null', 'null'],
];

const QTYPES = ['none', 'qnull', 'qnum', 'qstring', 'qdict', 'qlist', 'qbool'];

const PREDEFINED = {
  span: undefined,
  condition: undefined,
  features: [],
  doc: undefined,
  module: BUILTIN_MODULE,
} as const;

export function builtinTypes(): readonly BuiltinType[] {
  return JSON_TYPES.map(([name, jsonType]) => ({
    kind: 'builtin',
    name,
    jsonType,
    isImplicit: false,
    ...PREDEFINED,
  }));
}

/** The type without members: what commands without data take and without a result return. */
export function emptyObject(): ObjectType {
  return {
    kind: 'object',
    name: 'q_empty',
    isImplicit: true,
    base: undefined,
    localMembers: [],
    members: [],
    variants: undefined,
    ...PREDEFINED,
  };
}

/** The enum of JSON types by which the reference tells the alternatives of an alternate apart. */
export function qtypeEnum(): EnumType {
  return {
    kind: 'enum',
    name: 'QType',
    isImplicit: true,
    prefix: undefined,
    values: QTYPES.map((name) => ({ name, condition: undefined, features: [], span: undefined })),
    ...PREDEFINED,
  };
}
