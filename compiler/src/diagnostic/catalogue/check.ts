import { entry } from './entry.js';

/** Problems of single definitions: their keys, names and shapes. */
export const check = {
  'check/meta-type': entry<{ found: readonly string[] }>({
    title: 'A definition of nothing, or of several things',
    occurs:
      'A definition has exactly one of the keys `enum`, `struct`, `union`, `alternate`, `command` ' +
      'and `event`, which tells what it defines.',
    mend: 'Add the key that is missing, correct its name, or make several definitions of one.',
    message: ({ found }) =>
      found.length === 0
        ? 'this defines nothing'
        : `this defines several things at once: ${found.join(', ')}`,
    help: () => 'use one of the keys enum, struct, union, alternate, command, event',
  }),
  'check/name-string': entry<{ what: string }>({
    title: 'A name that is not a string',
    occurs: 'The name of a definition, a value, a feature or a discriminator must be a string.',
    mend: "Write the name in single quotes, or `{ 'name': 'NAME' }` with other keys.",
    message: ({ what }) => `the name of ${what} must be a string`,
    help: () => 'write the name in single quotes',
  }),
  'check/name': entry<{ what: string; problem: string }>({
    title: 'A name that breaks the rules of naming',
    occurs:
      'Types are named in CamelCase, events in UPPER_CASE, commands, members, values and features ' +
      'in lower case with `-` between words. Names consist of ASCII letters, digits, `-` and `_`, ' +
      'and begin with a letter; before it may stand a prefix `__RFQDN_` and `x-`. The pragmas ' +
      '`command-name-exceptions` and `member-name-exceptions` list names that may be otherwise.',
    mend: 'Rename it. If the name is in use already, list it in the pragma.',
    message: ({ what, problem }) => `${what} ${problem}`,
  }),
  'check/reserved-name': entry<{ what: string }>({
    title: 'A reserved name',
    occurs:
      'The names `u` and those that begin with `has-` or `has_` are taken in the C code that other ' +
      'generators make of schemas.',
    mend: 'Choose another name.',
    message: ({ what }) => `${what} has a reserved name`,
    help: () => "'u' and names that start with 'has-' or 'has_' cannot be used for members",
  }),
  'check/list-suffix': entry<{ name: string }>({
    title: "A name that ends in 'List'",
    occurs: 'Names that end in `List` are kept for arrays.',
    mend: "Choose another name. An array type needs no definition: write `[ 'TYPE' ]`.",
    message: ({ name }) => `the name '${name}' ends in 'List', which is kept for arrays`,
    help: ({ name }) =>
      `choose another name; an array of '${name.slice(0, -4)}' is written [ '${name.slice(0, -4)}' ]`,
  }),
  'check/missing-key': entry<{ what: string; keys: readonly string[] }>({
    title: 'A key that is missing',
    occurs: 'A definition or a part of it lacks a key that it must have.',
    mend: 'Add the key.',
    message: ({ what, keys }) =>
      `${what} lacks the key${keys.length > 1 ? 's' : ''} ${keys.map((key) => `'${key}'`).join(' and ')}`,
    help: ({ what, keys }) =>
      what === 'a struct' && keys.includes('data')
        ? "a struct without members of its own has 'data': {}"
        : undefined,
  }),
  'check/unknown-key': entry<{ what: string; key: string; known: readonly string[] }>({
    title: 'An unknown key',
    occurs: 'A definition or a part of it has a key that it cannot have.',
    mend: 'Correct the name of the key, or remove it.',
    message: ({ what, key }) => `${what} cannot have the key '${key}'`,
    help: ({ known }) => `it can have ${known.join(', ')}`,
  }),
  'check/flag': entry<{ flag: string; value: boolean }>({
    title: 'A flag with a wrong value',
    occurs:
      '`gen` and `success-response` can only be false, `boxed`, `allow-oob`, `allow-preconfig` and ' +
      '`coroutine` only true: flags are written where they differ from what is usual.',
    mend: 'Correct the value, or remove the flag.',
    message: ({ flag, value }) => `the flag '${flag}' can only be ${value}`,
    help: ({ value }) => `leave it out where it is not ${value}`,
  }),
  'check/oob-coroutine': entry({
    title: 'An out-of-band command that is a coroutine',
    occurs:
      'An out-of-band command runs to its end at once, between others. A coroutine may wait, so it ' +
      'cannot be one.',
    mend: 'Remove one of the flags.',
    message: () => "'allow-oob' and 'coroutine' cannot be combined",
    help: () => 'an out-of-band command runs to its end at once, so it cannot wait',
  }),
  'check/condition': entry<{ what: string; problem: string }>({
    title: 'A malformed condition',
    occurs:
      'An `if` condition is a name in UPPER_CASE, or an object with one of the keys `all`, `any` ' +
      '(arrays of conditions) and `not` (a condition).',
    mend: "Write for example `{ 'all': [ 'CONFIG_LINUX', { 'not': 'CONFIG_STATIC' } ] }`.",
    message: ({ what, problem }) => `the 'if' condition of ${what} ${problem}`,
    help: () => "write 'NAME', { 'all': [ ... ] }, { 'any': [ ... ] } or { 'not': ... }",
  }),
  'check/features': entry({
    title: 'Features that are not an array',
    occurs: '`features` is an array of names, or of objects with `name` and `if`.',
    mend: "Write `[ 'NAME' ]`.",
    message: () => "'features' must be an array",
    help: () => "write [ 'NAME' ]",
  }),
  'check/data': entry<{ what: string; wanted: string }>({
    title: 'A value of the wrong kind',
    occurs:
      'A key of a definition has a value that does not fit, for example `data` of an enum that is ' +
      'not an array, or a type that is not a name.',
    mend: 'Write what the message asks for.',
    message: ({ what, wanted }) => `${what} must be ${wanted}`,
  }),
  'check/array-type': entry<{ what: string }>({
    title: 'A malformed array type',
    occurs: 'The type of an array is written as the name of its element type in brackets.',
    mend: "Write `[ 'TYPE' ]`. For arrays of arrays, define a struct for the inner one.",
    message: ({ what }) => `${what} must be the name of one type in brackets`,
    help: () => "write [ 'TYPE' ]",
  }),
  'check/boxed-data': entry({
    title: "'boxed' without 'data'",
    occurs: '`boxed` is about how the type in `data` is handed on, so it needs one.',
    mend: "Name a type in `data`, or remove `'boxed'`.",
    message: () => "'boxed' needs 'data'",
    help: () => "name a type in 'data', or remove 'boxed'",
  }),
};
