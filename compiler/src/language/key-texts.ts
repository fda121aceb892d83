import type { ShapeName } from './shapes.js';

/** What keys mean, wherever they stand. */
const TEXTS: Readonly<Record<string, string>> = {
  enum: 'Defines a type with a fixed set of string values.',
  struct: 'Defines a type with members.',
  union: 'Defines a type whose further members depend on the value of one of them.',
  alternate: 'Defines a type that is one of several types, told apart by the JSON type.',
  command: 'Defines a command that clients can execute.',
  event: 'Defines an event that the server sends.',
  include: 'Includes another file, relative to this one. A file is read only once.',
  pragma: 'Sets rules for the schema.',
  prefix: 'The prefix of the constants in generated C code.',
  discriminator: 'The member of the base, of an enum type, that selects the branch.',
  returns: 'The type of what the command returns. Without it, an empty object.',
  boxed: 'Hands the arguments to the handler as one object.',
  gen: 'Set to false, no code is generated for the command.',
  'success-response': 'Set to false, the command sends no response when it succeeds.',
  'allow-oob': 'The command may be executed out of band.',
  'allow-preconfig': 'The command may be executed before the machine has been set up.',
  coroutine: 'The handler may wait without blocking others.',
  if: 'Present only where the condition holds.',
  features:
    'Names by which clients can tell what this can do, or that it is deprecated or unstable.',
  name: 'The name.',
  type: 'The type.',
  all: 'Holds if all of the conditions do.',
  any: 'Holds if at least one of the conditions does.',
  not: 'Holds if the condition does not.',
  'doc-required': 'Whether every definition must be documented.',
  'command-name-exceptions': "Commands that may have '_' in their names.",
  'command-returns-exceptions': 'Commands that may return something else than an object.',
  'documentation-exceptions': 'Definitions whose members need no documentation.',
  'member-name-exceptions': 'Types whose members and values may break the rules for names.',
};

/** What keys mean whose meaning depends on what they stand in. */
const TEXTS_BY_SHAPE: Partial<Readonly<Record<ShapeName, Readonly<Record<string, string>>>>> = {
  enum: { data: 'The values.' },
  struct: { data: 'The members.', base: 'A struct whose members this one has too.' },
  union: {
    data: 'The branches: for values of the discriminator the type whose members are added.',
    base: 'The members that are always there: a struct, or members in place.',
  },
  alternate: { data: 'The alternatives.' },
  command: { data: 'The arguments: a type, or members in place.' },
  event: { data: 'What comes with the event: a type, or members in place.' },
};

/** What a key means; undefined where there is no such key. */
export function textOfKey(key: string, shape: ShapeName | undefined): string | undefined {
  const own = shape === undefined ? undefined : TEXTS_BY_SHAPE[shape];
  if (own !== undefined && Object.hasOwn(own, key)) return own[key];
  return Object.hasOwn(TEXTS, key) ? TEXTS[key] : undefined;
}
