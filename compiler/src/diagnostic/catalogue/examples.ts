import { entry } from './entry.js';
import { list } from './list.js';

/** Enums with more values are not listed. */
const MAX_LISTED = 6;

/** Problems of the messages that documentation shows: always warnings. */
export const examples = {
  'example/syntax': entry<{ expected: string; found: string }>({
    title: 'An example that is not JSON',
    occurs:
      'The messages of an example are JSON. Strings may stand in single quotes, and `...` may stand for ' +
      'what is left out. Text that explains a message has lines of its own, or the example is annotated.',
    mend: 'Correct the message. Most often a comma, a quote or a bracket is missing or too many.',
    message: ({ expected, found }) => `expected ${expected}, found ${found}`,
    help: ({ found }) =>
      /^'(?:True|False|None|NULL|TRUE|FALSE)'$/.test(found)
        ? 'JSON has true, false and null, in lower case'
        : undefined,
  }),
  'example/duplicate-key': entry<{ key: string }>({
    title: 'An example with a member that occurs twice',
    occurs: 'An object in an example has two members of the same name. Servers reject that.',
    mend: 'Remove one of them.',
    message: ({ key }) => `the member '${key}' occurs twice in this object`,
  }),
  'example/message': entry<{ sender: 'client' | 'server' }>({
    title: 'An example that shows no message of QMP',
    occurs:
      'What stands behind `->` is a command, an object with `execute` or `exec-oob`. What stands behind ' +
      '`<-` is a reply, an event or the greeting: an object with `return`, `error`, `event` or `QMP`.',
    mend: 'Complete the message, or turn the arrow around.',
    message: ({ sender }) => `this is no message that a ${sender} sends`,
    help: ({ sender }) =>
      sender === 'client'
        ? "behind '->' stands an object with 'execute' or 'exec-oob'"
        : "behind '<-' stands an object with 'return', 'error', 'event' or 'QMP'",
  }),
  'example/unknown-command': entry<{ name: string }>({
    title: 'An example with a command that is not defined',
    occurs: 'The schema does not define the command that an example executes.',
    mend: 'Correct the name. Where the command was removed or renamed, show the one that replaces it.',
    message: ({ name }) => `the schema has no command '${name}'`,
  }),
  'example/unknown-event': entry<{ name: string }>({
    title: 'An example with an event that is not defined',
    occurs: 'The schema does not define the event that an example shows.',
    mend: 'Correct the name, or show the event that replaces it.',
    message: ({ name }) => `the schema has no event '${name}'`,
  }),
  'example/not-oob': entry<{ name: string }>({
    title: 'An example that executes a command out of band that does not allow it',
    occurs: "`exec-oob` executes only commands that have `'allow-oob': true`.",
    mend: 'Use `execute`.',
    message: ({ name }) => `'${name}' cannot be executed out of band`,
    help: () => "use 'execute'",
  }),
  'example/unexpected-reply': entry<{ problem: string }>({
    title: 'An example with a reply that no server would send',
    occurs:
      'Each command is answered once, and in order where `id` does not tell otherwise. Commands with ' +
      "`'success-response': false` are not answered when they succeed.",
    mend: 'Show the command that belongs to the reply, or remove the reply.',
    message: ({ problem }) => problem,
  }),
  'example/missing-member': entry<{ names: readonly string[]; others: number; owner: string }>({
    title: 'An example that lacks a mandatory member',
    occurs:
      'An object in an example lacks members that are not optional. Those with an `if` condition may be ' +
      'missing.',
    mend: 'Add the members, or write `...` where they are left out.',
    message: ({ names, others, owner }) =>
      `${list(names, others)} ${names.length > 1 ? 'are' : 'is'} missing from ${owner}`,
    help: () => "where it is left out on purpose, write '...'",
  }),
  'example/unknown-member': entry<{ name: string; owner: string }>({
    title: 'An example with a member that is not defined',
    occurs: 'An object in an example has a member that its type does not have.',
    mend: 'Correct the name, or remove the member.',
    message: ({ name, owner }) => `there is no '${name}' in ${owner}`,
  }),
  'example/wrong-type': entry<{ expected: string; found: string }>({
    title: 'An example with a value of the wrong type',
    occurs: 'A value in an example has another JSON type than the schema says.',
    mend: 'Correct the value. Most often quotes are missing or too many.',
    message: ({ expected, found }) => `expected ${expected}, found ${found}`,
  }),
  'example/unknown-value': entry<{ value: string; type: string; names: readonly string[] }>({
    title: 'An example with a string that is no value of its enum',
    occurs: 'An enum does not have the value that an example shows.',
    mend: 'Use one of the values of the enum.',
    message: ({ value, type }) => `'${value}' is no value of '${type}'`,
    help: ({ names }) => (names.length <= MAX_LISTED ? `it has ${list(names)}` : undefined),
  }),
  'example/out-of-range': entry<{ number: string; type: string; min: bigint; max: bigint }>({
    title: 'An example with a number that is too large or too small',
    occurs: 'An integer in an example does not fit into its type.',
    mend: 'Use a number that fits.',
    message: ({ number, type, min, max }) =>
      `${number} is not from ${min} to ${max}, as '${type}' is`,
  }),
};
