import type { Expected } from '../../syntax/ast.js';
import { entry } from './entry.js';
import { showToken } from './show-token.js';

const EXPECTED: Readonly<Record<Expected, string>> = {
  value: 'a value',
  'first-element': "a value or ']'",
  'array-end': "',' or ']'",
  'first-member': "a key in single quotes or '}'",
  member: 'a key in single quotes',
  colon: "':' after the key",
  'object-end': "',' or '}'",
};

const VALUES = 'values are objects, arrays, strings in single quotes, true and false';

/** What most likely went wrong where something else was expected. */
export type Slip = 'missing-comma' | 'trailing-comma';

const SLIPS: Readonly<Record<Slip, string>> = {
  'missing-comma': 'separate the two with a comma',
  'trailing-comma': 'remove the comma: none is allowed after the last one',
};

/** Problems of files and of the surface syntax. */
export const syntax = {
  'file/unreadable': entry<{ path: string; reason: string }>({
    title: 'A schema that cannot be read',
    occurs: 'The schema given on the command line does not exist or cannot be read.',
    mend: 'Check the path. It is relative to the working directory.',
    message: ({ path, reason }) => `cannot read '${path}': ${reason}`,
  }),
  'file/not-utf8': entry({
    title: 'A file that is not UTF-8',
    occurs: 'A schema file has bytes that are not UTF-8. The mark is at the first of them.',
    mend: 'Save the file as UTF-8.',
    message: () => 'this file is not valid UTF-8',
    help: () => 'save the file as UTF-8; outside comments, schemas are plain ASCII',
  }),
  'syntax/expected': entry<{ expected: Expected; found: string; slip?: Slip | undefined }>({
    title: 'Something else stands where the syntax wants a certain token',
    occurs:
      'A comma, a colon, a key, a value or a closing bracket is missing, or something is too much. ' +
      'After such an error, reading goes on at the next line that begins with `{` or `##`.',
    mend:
      'Look at the mark and at what stands right before it: a forgotten comma is seen only at the ' +
      'next token, and a bracket that is not closed only at the next definition.',
    message: ({ expected, found }) => `expected ${EXPECTED[expected]}, found ${found}`,
    help: ({ expected, slip }) =>
      slip === undefined ? (expected === 'value' ? VALUES : undefined) : SLIPS[slip],
    hasColumn: true,
  }),
  'syntax/stray-text': entry<{ text: string; isInQuotes: boolean }>({
    title: 'Text that is not part of the language',
    occurs:
      'A schema consists of brackets, colons, commas, strings in single quotes, `true` and `false`. ' +
      'Everything else is stray: numbers, `null`, double quotes, words without quotes.',
    mend: 'Put words in single quotes, and begin comments with `#`.',
    message: ({ text, isInQuotes }) => {
      if (isInQuotes) return `'${showToken(text)}' stands outside of quotes`;
      const what = text === '\uFEFF' ? 'a byte order mark' : quote(text);
      return `${what} is not part of the schema language`;
    },
    help: ({ text, isInQuotes }) =>
      isInQuotes
        ? 'a single quote before it closes a string: one is missing or too many'
        : adviseStray(text),
    hasColumn: true,
  }),
  'syntax/unterminated-string': entry({
    title: 'A string that is not closed',
    occurs: 'A string must end on the line on which it begins.',
    mend: 'Add the missing single quote.',
    message: () => 'this string is not closed on its line',
    help: () => 'add the missing single quote',
    hasColumn: true,
  }),
  'syntax/unknown-escape': entry<{ escape: string }>({
    title: 'An unknown escape sequence',
    occurs: 'In strings, a backslash can only stand for itself, doubled.',
    mend: 'Write the character itself, or `\\\\` for a backslash.',
    message: ({ escape }) => `'${escape}' is not an escape sequence`,
    help: () => "the only one is '\\\\', a backslash",
    hasColumn: true,
  }),
  'syntax/string-character': entry<{ character: string; codePoint: string }>({
    title: 'A character that strings cannot hold',
    occurs: 'Strings are names, and consist of printable ASCII characters.',
    mend: 'Use letters, digits, `-` and `_`. Other characters may stand in comments.',
    message: ({ character, codePoint }) =>
      `strings cannot hold ${character === '' ? codePoint : `'${character}' (${codePoint})`}`,
    help: () => 'only printable ASCII is allowed in strings',
    hasColumn: true,
  }),
  'syntax/too-deep': entry<{ limit: number }>({
    title: 'Too many brackets inside each other',
    occurs: 'Objects and arrays are nested deeper than any schema has reason to be.',
    mend: 'Close brackets that are open by mistake.',
    message: ({ limit }) => `more than ${limit} objects and arrays inside each other`,
    help: () => 'is a bracket not closed?',
    hasColumn: true,
  }),
  'syntax/duplicate-key': entry<{ key: string }>({
    title: 'A key that occurs twice',
    occurs: 'An object has the same key twice, for example two members of the same name.',
    mend: 'Remove one of them, or rename it.',
    message: ({ key }) => `the key '${key}' occurs twice in this object`,
    help: () => 'remove one of them, or rename it',
    hasColumn: true,
  }),
  'syntax/top-level-object': entry({
    title: 'A top-level expression that is not an object',
    occurs: 'A schema is a sequence of objects: definitions and directives.',
    mend: "Write a definition, for example `{ 'command': 'NAME' }`.",
    message: () => 'a schema is a sequence of objects, and this is none',
    help: () => "a definition looks like { 'command': 'NAME' }",
  }),
  'directive/include-shape': entry({
    title: 'A malformed include directive',
    occurs: 'An `include` names one file and has no other keys.',
    mend: "Write `{ 'include': 'FILE.json' }`, once for each file.",
    message: () => "'include' takes the name of a file and no other keys",
    help: () => "write { 'include': 'FILE.json' }",
  }),
  'directive/include-cycle': entry<{ path: string }>({
    title: 'A file that includes itself',
    occurs:
      'A file includes itself, or a file that leads back to it. To include a file from several ' +
      'others is fine: it is read once.',
    mend: 'Move what both files need into a third, and include that.',
    message: ({ path }) => `'${path}' includes itself`,
    help: () => 'move what both files need into a third one',
  }),
  'directive/include-unreadable': entry<{ path: string; reason: string }>({
    title: 'An included file that cannot be read',
    occurs:
      'An included file does not exist or cannot be read. As its definitions are unknown, only the ' +
      'syntax of the other files is checked.',
    mend: 'Check the path. It is relative to the file with the `include`.',
    message: ({ path, reason }) => `cannot read the included file '${path}': ${reason}`,
    help: () => 'paths are relative to the file with the include',
  }),
  'directive/pragma-shape': entry({
    title: 'A malformed pragma directive',
    occurs: 'A `pragma` holds an object of settings and has no other keys.',
    mend: "Write `{ 'pragma': { 'NAME': VALUE } }`.",
    message: () => "'pragma' takes an object and no other keys",
    help: () => "write { 'pragma': { 'NAME': VALUE } }",
  }),
  'directive/unknown-pragma': entry<{ name: string; known: readonly string[] }>({
    title: 'An unknown pragma',
    occurs: 'A `pragma` sets something that does not exist.',
    mend: 'Correct the name.',
    message: ({ name }) => `there is no pragma '${name}'`,
    help: ({ known }) => `there are ${known.join(', ')}`,
  }),
  'directive/pragma-value': entry<{ name: string; wanted: string }>({
    title: 'A pragma with a wrong value',
    occurs: '`doc-required` takes true or false, the other pragmas take arrays of names.',
    mend: 'Write a value of the right kind.',
    message: ({ name, wanted }) => `the pragma '${name}' takes ${wanted}`,
  }),
};

function adviseStray(text: string): string | undefined {
  if (text === '\uFEFF') return 'save the file as UTF-8 without a byte order mark';
  const word = /^"?([A-Za-z*][\w-]*)"?$/.exec(text)?.[1];
  if (text.startsWith('"')) return `strings stand in single quotes${word ? `: '${word}'` : ''}`;
  if (/^(?:-?[0-9]|null$)/.test(text)) return VALUES;
  if (/^(?:\/\/|\/\*|--)/.test(text)) return "comments begin with '#'";
  return word && `put names in single quotes: '${word}'`;
}

function quote(text: string): string {
  return text.startsWith('"') ? showToken(text) : `'${showToken(text)}'`;
}
