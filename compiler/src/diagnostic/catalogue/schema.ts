import { entry } from './entry.js';
import { list } from './list.js';

/** Of an enum with more values, the first are told. */
const MAX_LISTED = 8;

/** Problems of the schema as a whole. */
export const schema = {
  'schema/duplicate': entry<{ name: string; previous: string }>({
    title: 'A name that is already defined',
    occurs:
      'Types, commands and events of all files of a schema share one set of names, with the built-in ' +
      'types among them.',
    mend: 'Rename or remove one of the definitions.',
    message: ({ name, previous }) => `'${name}' is already defined${previous}`,
    help: () => 'rename or remove one of the definitions',
  }),
  'schema/unknown-type': entry<{ what: string; name: string; found?: string | undefined }>({
    title: 'A type that is not defined',
    occurs:
      'A member, a base, a branch or a command uses a type that neither the schema nor one of the ' +
      'files it includes defines. Commands and events are no types.',
    mend: 'Correct the name, define the type, or include the file that does.',
    message: ({ what, name, found }) =>
      found === undefined
        ? `${what} uses the type '${name}', which is not defined`
        : `${what} uses '${name}' as a type, but that is the name of ${found === 'event' ? 'an' : 'a'} ${found}`,
    help: ({ found }) =>
      found === undefined ? 'define it, or include the file that does' : undefined,
  }),
  'schema/array-of-arrays': entry<{ name: string }>({
    title: 'An array of arrays',
    occurs: "The name of an array type, such as 'strList', is used as the element of an array.",
    mend: 'Make the elements structs that have the inner array as a member.',
    message: ({ name }) =>
      `'${name}' is an array already, and arrays cannot have arrays as elements`,
    help: () => 'put the inner array into a struct',
  }),
  'schema/contains-itself': entry<{ name: string }>({
    title: 'A type that contains itself',
    occurs:
      'A type has itself as its base or its branch, or another type that leads back to it. It would ' +
      'have no end.',
    mend: 'Refer to the type through a member instead. Optional members and arrays may do that.',
    message: ({ name }) => `the type '${name}' contains itself`,
    help: () => 'a type can refer to itself through a member, but not through base or branches',
  }),
  'schema/base': entry<{ found: string }>({
    title: 'A base that is not a struct',
    occurs: 'The base of a struct or a union is a struct. Unions and simple types cannot be one.',
    mend: 'Name a struct, or make one of what both types have.',
    message: ({ found }) => `'base' must be a struct, not ${found}`,
    help: () => 'make a struct of what both have, and use that as the base',
  }),
  'schema/clash': entry<{ what: string; other: string; isSameName: boolean }>({
    title: 'Names that collide',
    occurs:
      'Two members of an object, two values, alternatives or features have the same name, or names ' +
      'that differ only in `-`, `_` and `.`. The members of an object are its own, those of its ' +
      'base, and those of the branch that is chosen.',
    mend: 'Rename or remove one of them.',
    message: ({ what, other }) => `${what} collides with ${other}`,
    help: ({ isSameName }) =>
      isSameName
        ? 'rename or remove one of them'
        : "rename one of them: names must differ in more than '-', '_' and '.'",
  }),
  'schema/discriminator': entry<{ name: string; problem: string }>({
    title: 'A discriminator that cannot choose a branch',
    occurs:
      'The discriminator of a union is a member of its base, of an enum type, and always present: ' +
      'neither optional nor conditional.',
    mend: 'Name another member, or correct the member.',
    message: ({ name, problem }) => `the discriminator '${name}' ${problem}`,
  }),
  'schema/no-branches': entry({
    title: 'A union without branches',
    occurs: 'A union has no branches, and the enum of its discriminator has no values.',
    mend: 'Add values and branches, or use a struct.',
    message: () => 'this union has no branches',
    help: () => 'add values and branches, or use a struct',
  }),
  'schema/branch-value': entry<{ branch: string; type: string; values: readonly string[] }>({
    title: 'A branch for a value that does not exist',
    occurs: 'The branches of a union are named after the values of the discriminator.',
    mend: 'Correct the name of the branch, or add the value to the enum.',
    message: ({ branch, type }) => `the branch '${branch}' is not a value of ${type}`,
    help: ({ values }) => {
      const listed = values.slice(0, MAX_LISTED);
      return listed.length === 0
        ? 'the enum has no values'
        : `the values are ${list(listed, values.length - listed.length)}`;
    },
  }),
  'schema/branch-type': entry<{ branch: string; found: string }>({
    title: 'A branch that is not an object',
    occurs:
      'The members of a branch are added to those of the base, so the type of a branch is a struct ' +
      'or a union.',
    mend: 'Define a struct with a member for the value.',
    message: ({ branch, found }) => `the branch '${branch}' must be an object type, not ${found}`,
    help: () => 'define a struct with a member for the value, and use it here',
  }),
  'schema/alternative-type': entry<{ name: string; found: string }>({
    title: 'An alternative that cannot be told from others',
    occurs:
      'The type of an alternative must be told by its JSON type: neither `any` nor an alternate.',
    mend: 'Use another type. Put the alternatives of an alternate into this one.',
    message: ({ name, found }) => `the alternative '${name}' cannot use ${found}`,
    help: () => 'an alternative must be told by its JSON type alone',
  }),
  'schema/alternative-ambiguous': entry<{
    name: string;
    other: string;
    kind: string;
    isSpelt: boolean;
  }>({
    title: 'Alternatives that cannot be told apart',
    occurs:
      'Two alternatives have the same JSON type, or one is a string that can spell the other. ' +
      'Command lines and configuration files write numbers and booleans as strings, so `str` stands ' +
      'beside neither of them, and an enum with a value `on` or `off` not beside `bool`.',
    mend: 'Keep one of them, or use an enum without such values instead of `str`.',
    message: ({ name, other }) => `the alternatives '${name}' and '${other}' cannot be told apart`,
    help: ({ kind, isSpelt }) =>
      isSpelt
        ? `a string may spell a ${kind} on command lines, so an alternate takes one of them`
        : `both are a JSON ${kind}, so an alternate takes one of them`,
  }),
  'schema/data-type': entry<{ what: string; found: string }>({
    title: 'Data that is not an object',
    occurs: 'The arguments of a command and the data of an event are an object.',
    mend: "Write members, for example `{ 'NAME': 'TYPE' }`, or name a struct.",
    message: ({ what, found }) => `the 'data' of ${what} cannot be ${found}`,
    help: () => "write members, { 'NAME': 'TYPE' }, or name a struct",
  }),
  'schema/unboxed-union': entry<{ what: string; found: string }>({
    title: "A union as data without 'boxed'",
    occurs:
      'A command or an event has a union as its `data`. Its members cannot be listed one by one, so ' +
      'they are handed on as one.',
    mend: "Add `'boxed': true`.",
    message: ({ what, found }) => `the 'data' of ${what} can be ${found} only with 'boxed': true`,
    help: ({ what }) => `add 'boxed': true to the ${what.replace(/^an? /, '')}`,
  }),
  'schema/unboxed-condition': entry<{ what: string }>({
    title: "Conditional members of data without 'boxed'",
    occurs:
      'A member of the `data` of a command or an event has an `if` condition. It cannot be an ' +
      'argument of its own, so all are handed on as one.',
    mend: "Define a struct, name it in `data`, and add `'boxed': true`.",
    message: ({ what }) => `conditional members in the 'data' of ${what} need 'boxed': true`,
    help: () => "name a struct in 'data', and add 'boxed': true",
  }),
  'schema/return-type': entry<{ found: string }>({
    title: 'A command that does not return an object',
    occurs:
      'A command returns an object or an array of objects, so that later versions can add members. ' +
      'The pragma `command-returns-exceptions` lists commands that return something else.',
    mend: 'Define a struct with a member for the value, and return it.',
    message: ({ found }) => `a command cannot return ${found}`,
    help: () => 'return a struct with a member for it, so that more can be added later',
  }),
  'schema/special-feature-on-type': entry<{ name: string }>({
    title: 'A special feature on a type',
    occurs:
      '`deprecated` and `unstable` are for commands, events, members and values, not for types.',
    mend: 'Put the feature on the members, values, commands and events that are meant.',
    message: ({ name }) => `a type cannot have the feature '${name}'`,
    help: () => 'put it on the members, values, commands and events that are meant',
  }),
  'schema/too-many-features': entry<{ limit: number }>({
    title: 'Too many features',
    occurs:
      'The names of all features of a schema, each counted once, exceed what servers can keep.',
    mend: 'Use fewer names for features. The same name can be used in several places.',
    message: ({ limit }) => `more than ${limit} different features in one schema`,
    help: () => 'the same name can be used in several places and counts once',
  }),
};
