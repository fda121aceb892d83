import type { KEY_RULES } from '../check/key-rules.js';

/** What a name in an expression stands for. */
export type ExpressionRole =
  | 'key'
  | 'definition'
  | 'type'
  | 'member'
  | 'value'
  | 'branch'
  | 'alternative'
  | 'discriminator'
  | 'feature'
  | 'condition'
  | 'include'
  | 'pragma-value'
  | 'text';

/** What may stand at a place of a schema. */
export interface Shape {
  /** What a string is here. */
  readonly string?: ExpressionRole;
  /** Which types a string may name. */
  readonly types?: 'any' | 'struct' | 'object';
  /** Which definitions a string may name. */
  readonly definitions?: 'commands' | 'types' | 'all';
  /** The only boolean that makes sense here. */
  readonly boolean?: boolean;
  /** What stands in an array. */
  readonly elements?: ShapeName;
  /** The keys of an object, and their values. */
  readonly keys?: Readonly<Record<string, ShapeName>>;
  /** For an object of names: what its keys are, and its values. */
  readonly names?: { readonly role: ExpressionRole; readonly values: ShapeName };
}

type KeyRules = typeof KEY_RULES;
type KeysOf<Name extends keyof KeyRules> =
  KeyRules[Name]['required'][number] | KeyRules[Name]['optional'][number];

/** Every key that the check allows has a shape, and no other one. */
type ShapeOfKeys<Name extends keyof KeyRules> = Shape & {
  readonly keys: Readonly<Record<KeysOf<Name>, ShapeName>>;
};

export type ShapeName =
  | keyof KeyRules
  | 'alternatives'
  | 'any-type'
  | 'base'
  | 'branches'
  | 'command-name'
  | 'commands'
  | 'conditions'
  | 'data'
  | 'definition-name'
  | 'definitions'
  | 'directive'
  | 'discriminator'
  | 'feature-name'
  | 'features'
  | 'include'
  | 'members'
  | 'name'
  | 'object-type'
  | 'off'
  | 'on'
  | 'pragma'
  | 'pragmas'
  | 'struct-type'
  | 'text'
  | 'type-name'
  | 'type-or-array'
  | 'types'
  | 'value-name'
  | 'values';

/** The schema language as a table: from a definition to everything that may stand inside of it. */
const SHAPES: Readonly<
  Record<Exclude<ShapeName, keyof KeyRules>, Shape> & {
    [Name in keyof KeyRules]: ShapeOfKeys<Name>;
  }
> = {
  enum: {
    keys: { enum: 'name', data: 'values', prefix: 'text', if: 'condition', features: 'features' },
  },
  struct: {
    keys: {
      struct: 'name',
      base: 'struct-type',
      data: 'members',
      if: 'condition',
      features: 'features',
    },
  },
  union: {
    keys: {
      union: 'name',
      base: 'base',
      discriminator: 'discriminator',
      data: 'branches',
      if: 'condition',
      features: 'features',
    },
  },
  alternate: {
    keys: { alternate: 'name', data: 'alternatives', if: 'condition', features: 'features' },
  },
  command: {
    keys: {
      command: 'name',
      data: 'data',
      returns: 'type-or-array',
      boxed: 'on',
      'allow-oob': 'on',
      'allow-preconfig': 'on',
      coroutine: 'on',
      gen: 'off',
      'success-response': 'off',
      if: 'condition',
      features: 'features',
    },
  },
  event: {
    keys: { event: 'name', data: 'data', boxed: 'on', if: 'condition', features: 'features' },
  },
  directive: { keys: { include: 'include', pragma: 'pragmas' } },
  pragmas: {
    keys: {
      'doc-required': 'pragma',
      'command-name-exceptions': 'commands',
      'command-returns-exceptions': 'commands',
      'documentation-exceptions': 'definitions',
      'member-name-exceptions': 'types',
    },
  },
  pragma: { boolean: true },
  commands: { elements: 'command-name' },
  'command-name': { string: 'pragma-value', definitions: 'commands' },
  definitions: { elements: 'definition-name' },
  'definition-name': { string: 'pragma-value', definitions: 'all' },
  types: { elements: 'type-name' },
  'type-name': { string: 'pragma-value', definitions: 'types' },
  include: { string: 'include' },

  name: { string: 'definition' },
  text: { string: 'text' },
  on: { boolean: true },
  off: { boolean: false },
  discriminator: { string: 'discriminator' },

  base: { string: 'type', types: 'struct', names: { role: 'member', values: 'member' } },
  data: { string: 'type', types: 'object', names: { role: 'member', values: 'member' } },
  'struct-type': { string: 'type', types: 'struct' },
  'object-type': { string: 'type', types: 'object' },
  'any-type': { string: 'type', types: 'any' },
  'type-or-array': { string: 'type', types: 'any', elements: 'any-type' },

  members: { names: { role: 'member', values: 'member' } },
  member: {
    string: 'type',
    types: 'any',
    elements: 'any-type',
    keys: { type: 'type-or-array', if: 'condition', features: 'features' },
  },
  branches: { names: { role: 'branch', values: 'branch' } },
  branch: {
    string: 'type',
    types: 'object',
    keys: { type: 'object-type', if: 'condition' },
  },
  alternatives: { names: { role: 'alternative', values: 'alternative' } },
  alternative: {
    string: 'type',
    types: 'any',
    elements: 'any-type',
    keys: { type: 'type-or-array', if: 'condition' },
  },
  values: { elements: 'value' },
  value: {
    string: 'value',
    keys: { name: 'value-name', if: 'condition', features: 'features' },
  },
  'value-name': { string: 'value' },
  features: { elements: 'feature' },
  feature: { string: 'feature', keys: { name: 'feature-name', if: 'condition' } },
  'feature-name': { string: 'feature' },
  condition: {
    string: 'condition',
    keys: { all: 'conditions', any: 'conditions', not: 'condition' },
  },
  conditions: { elements: 'condition' },
};

/** What a definition is, as the key that gives its name. */
export type MetaType = 'enum' | 'struct' | 'union' | 'alternate' | 'command' | 'event';

export const META_TYPES: readonly MetaType[] = [
  'enum',
  'struct',
  'union',
  'alternate',
  'command',
  'event',
];

export function shapeOf(name: ShapeName): Shape {
  return SHAPES[name];
}

/** The shape of the value of a key; undefined where the key is unknown. */
export function shapeOfKey(shape: Shape, key: string): ShapeName | undefined {
  const { keys, names } = shape;
  if (keys !== undefined && Object.hasOwn(keys, key)) return keys[key];
  return names?.values;
}
