import type { Expected } from '../syntax/ast.js';

/** One kind of problem. Codes are stable: users filter and look up by them. */
export interface Entry<P> {
  readonly message: (parameters: P) => string;
  readonly help?: (parameters: P) => string | undefined;
  /** The reference reports a column too. */
  readonly hasColumn?: boolean;
}

function entry<P>(definition: Entry<P>): Entry<P> {
  return definition;
}

const EXPECTED: Readonly<Record<Expected, string>> = {
  value: "a value: '{', '[', a string, true or false",
  'first-element': "a value or ']'",
  'array-end': "',' or ']'",
  'first-member': "a key in single quotes or '}'",
  member: 'a key in single quotes',
  colon: "':' after the key",
  'object-end': "',' or '}'",
};

/** Problems of files and of the surface syntax. */
const syntax = {
  'file/unreadable': entry<{ path: string; reason: string }>({
    message: ({ path, reason }) => `cannot read '${path}': ${reason}`,
  }),
  'file/not-utf8': entry({
    message: () => 'this file is not valid UTF-8',
    help: () => 'save the file as UTF-8; schemas outside comments are plain ASCII',
  }),
  'syntax/expected': entry<{ expected: Expected; found: string }>({
    message: ({ expected, found }) => `expected ${EXPECTED[expected]}, found ${found}`,
    help: ({ expected }) =>
      expected === 'member' ? 'a comma after the last member is not allowed' : undefined,
    hasColumn: true,
  }),
  'syntax/stray-text': entry<{ text: string }>({
    message: ({ text }) => `'${text}' is not part of the schema language`,
    help: ({ text }) =>
      text.startsWith('"')
        ? 'strings stand in single quotes'
        : /^[0-9-]|^null/.test(text)
          ? 'the only values are objects, arrays, strings, true and false'
          : text.startsWith('\uFEFF')
            ? 'remove the byte order mark at the beginning of the file'
            : undefined,
    hasColumn: true,
  }),
  'syntax/unterminated-string': entry({
    message: () => 'this string is not closed on its line',
    help: () => 'add the missing single quote',
    hasColumn: true,
  }),
  'syntax/unknown-escape': entry<{ escape: string }>({
    message: ({ escape }) => `'${escape}' is not an escape sequence`,
    help: () => "the only one is '\\\\', a backslash",
    hasColumn: true,
  }),
  'syntax/string-character': entry<{ codePoint: string }>({
    message: ({ codePoint }) => `strings cannot hold the character ${codePoint}`,
    help: () => 'only printable ASCII is allowed in strings',
    hasColumn: true,
  }),
  'syntax/too-deep': entry<{ limit: number }>({
    message: ({ limit }) => `more than ${limit} objects and arrays inside each other`,
    hasColumn: true,
  }),
  'syntax/duplicate-key': entry<{ key: string }>({
    message: ({ key }) => `the key '${key}' occurs twice in this object`,
    hasColumn: true,
  }),
  'syntax/top-level-object': entry({
    message: () => 'a schema is a sequence of objects, and this is none',
  }),
  'directive/include-shape': entry({
    message: () => "'include' takes the name of a file and no other keys",
    help: () => "write { 'include': 'FILE.json' }",
  }),
  'directive/include-cycle': entry<{ path: string }>({
    message: ({ path }) => `'${path}' includes itself`,
  }),
  'directive/include-unreadable': entry<{ path: string; reason: string }>({
    message: ({ path, reason }) => `cannot read the included file '${path}': ${reason}`,
  }),
  'directive/pragma-shape': entry({
    message: () => "'pragma' takes an object and no other keys",
    help: () => "write { 'pragma': { 'NAME': VALUE } }",
  }),
  'directive/unknown-pragma': entry<{ name: string }>({
    message: ({ name }) => `there is no pragma '${name}'`,
  }),
  'directive/pragma-value': entry<{ name: string; wanted: string }>({
    message: ({ name, wanted }) => `the pragma '${name}' takes ${wanted}`,
  }),
};

/** Problems of documentation: errors, warnings or nothing, as `--docs` says. */
const documentation = {
  'doc/junk-after-marker': entry({
    message: () => "text after '##'",
    help: () => "'##' opens and closes a documentation comment on a line of its own",
    hasColumn: true,
  }),
  'doc/not-closed': entry({
    message: () => "the documentation comment before this is not closed by '##'",
    hasColumn: true,
  }),
  'doc/missing-space': entry({
    message: () => "a space is missing after '#'",
    hasColumn: true,
  }),
  'doc/line-too-long': entry<{ length: number }>({
    message: ({ length }) => `documentation line of ${length} columns`,
    help: () => 'break it so that no line, with its #, is longer than 70 columns',
    hasColumn: true,
  }),
  'doc/one-space-between-sentences': entry({
    message: () => 'one space between two sentences',
    help: () => 'put two spaces after the end of a sentence',
    hasColumn: true,
  }),
  'doc/symbol-colon': entry({
    message: () => "the name of the documented definition must be followed by ':' and nothing else",
    hasColumn: true,
  }),
  'doc/symbol-empty': entry({
    message: () => "a name is missing between '@' and ':'",
    hasColumn: true,
  }),
  'doc/duplicate-features': entry({
    message: () => "a second 'Features:' line",
    hasColumn: true,
  }),
  'doc/features-empty': entry({
    message: () => "'Features:' is not followed by descriptions of features",
    help: () => "describe each feature as '@NAME: TEXT'",
    hasColumn: true,
  }),
  'doc/member-after-section': entry<{ name: string }>({
    message: ({ name }) => `the description of '${name}' comes after a section`,
    help: () => 'describe members before features, returns and other sections',
    hasColumn: true,
  }),
  'doc/outdated-section': entry<{ section: string }>({
    message: ({ section }) => `'${section}:' sections are no longer supported`,
    help: ({ section }) =>
      section.startsWith('Note')
        ? "use '.. note::' or '.. admonition:: Notes'"
        : "use '.. qmp-example::' or a literal block",
    hasColumn: true,
  }),
  'doc/de-indent': entry<{ indent: number }>({
    message: ({ indent }) => `this line is indented by less than ${indent} spaces`,
    help: () => 'indent it like the lines before, or put a blank line before it',
    hasColumn: true,
  }),
  'doc/description-in-free-form': entry<{ name: string }>({
    message: ({ name }) =>
      `'@${name}:' describes something, but this comment documents no definition`,
    help: () => "begin the comment with '# @DEFINITION:', or do without '@' and ':'",
    hasColumn: true,
  }),
  'doc/empty-name': entry({ message: () => "a name is missing between '@' and ':'" }),
  'doc/duplicate-name': entry<{ name: string }>({
    message: ({ name }) => `'${name}' is described twice`,
  }),
  'doc/duplicate-section': entry<{ section: string }>({
    message: ({ section }) => `a second '${section}:' section`,
  }),
  'doc/empty-section': entry<{ what: string }>({
    message: ({ what }) => `${what} has no text`,
  }),
  'doc/no-definition': entry<{ symbol: string }>({
    message: ({ symbol }) => `the documentation of '${symbol}' is not followed by its definition`,
  }),
  'doc/free-form-before-definition': entry({
    message: () => 'the comment right before a definition must be its documentation',
    help: () => "begin it with '# @NAME:', or put documentation of the definition after it",
  }),
  'doc/wrong-symbol': entry<{ symbol: string; name: string }>({
    message: ({ symbol, name }) =>
      `this defines '${name}', but its documentation is about '${symbol}'`,
  }),
  'doc/missing': entry<{ name: string }>({
    message: ({ name }) => `'${name}' is not documented`,
    help: () => "this schema sets the pragma 'doc-required'",
  }),
  'doc/returns-nothing': entry({
    message: () => "a 'Returns:' section, but the command returns nothing",
  }),
  'doc/not-a-command': entry<{ section: string }>({
    message: ({ section }) => `'${section}:' sections are for commands only`,
  }),
  'doc/undocumented-member': entry<{ role: string; name: string }>({
    message: ({ role, name }) => `the documentation does not describe the ${role} '${name}'`,
    help: ({ name }) => `add '# @${name}: TEXT' to the documentation`,
  }),
  'doc/undocumented-feature': entry<{ name: string }>({
    message: ({ name }) => `the documentation does not describe the feature '${name}'`,
    help: ({ name }) => `add '# @${name}: TEXT' under 'Features:'`,
  }),
  'doc/unknown-member': entry<{ name: string }>({
    message: ({ name }) => `the documentation describes '${name}', which does not exist`,
  }),
  'doc/unknown-feature': entry<{ name: string }>({
    message: ({ name }) => `the documentation describes a feature '${name}', which does not exist`,
  }),
};

/** Problems of single definitions: their keys, names and shapes. */
const check = {
  'check/meta-type': entry<{ found: readonly string[] }>({
    message: ({ found }) =>
      found.length === 0
        ? 'this defines nothing'
        : `this defines several things at once: ${found.join(', ')}`,
    help: () => 'use one of the keys enum, struct, union, alternate, command, event',
  }),
  'check/name-string': entry<{ what: string }>({
    message: ({ what }) => `the name of ${what} must be a string`,
  }),
  'check/name': entry<{ what: string; problem: string }>({
    message: ({ what, problem }) => `${what} ${problem}`,
  }),
  'check/reserved-name': entry<{ what: string }>({
    message: ({ what }) => `${what} has a reserved name`,
    help: () => "'u' and names that start with 'has-' or 'has_' cannot be used for members",
  }),
  'check/list-suffix': entry<{ name: string }>({
    message: ({ name }) => `the name '${name}' ends in 'List', which is kept for arrays`,
  }),
  'check/missing-key': entry<{ what: string; keys: readonly string[] }>({
    message: ({ what, keys }) =>
      `${what} lacks the key${keys.length > 1 ? 's' : ''} ${keys.map((key) => `'${key}'`).join(' and ')}`,
  }),
  'check/unknown-key': entry<{ what: string; key: string; known: readonly string[] }>({
    message: ({ what, key }) => `${what} cannot have the key '${key}'`,
    help: ({ known }) => `it can have ${known.join(', ')}`,
  }),
  'check/flag': entry<{ flag: string; value: boolean }>({
    message: ({ flag, value }) => `the flag '${flag}' can only be ${value}`,
    help: ({ value }) => `leave it out where it is not ${value}`,
  }),
  'check/oob-coroutine': entry({
    message: () => "'allow-oob' and 'coroutine' cannot be combined",
    help: () => 'an out-of-band command runs to its end at once, so it cannot wait',
  }),
  'check/condition': entry<{ what: string; problem: string }>({
    message: ({ what, problem }) => `the 'if' condition of ${what} ${problem}`,
  }),
  'check/features': entry({
    message: () => "'features' must be an array",
  }),
  'check/data': entry<{ what: string; wanted: string }>({
    message: ({ what, wanted }) => `${what} must be ${wanted}`,
  }),
  'check/array-type': entry<{ what: string }>({
    message: ({ what }) => `${what}: an array type is written as the name of one type in brackets`,
  }),
  'check/boxed-data': entry({
    message: () => "'boxed' needs 'data'",
  }),
};

/** Problems of the schema as a whole. */
const schema = {
  'schema/duplicate': entry<{ name: string; previous: string }>({
    message: ({ name, previous }) => `'${name}' is already defined${previous}`,
  }),
  'schema/unknown-type': entry<{ what: string; name: string }>({
    message: ({ what, name }) => `${what} uses the type '${name}', which is not defined`,
  }),
  'schema/contains-itself': entry<{ name: string }>({
    message: ({ name }) => `the type '${name}' contains itself`,
    help: () => 'a type can refer to itself through a member, but not through base or branches',
  }),
  'schema/base': entry<{ found: string }>({
    message: ({ found }) => `'base' must be a struct, not ${found}`,
  }),
  'schema/clash': entry<{ what: string; other: string }>({
    message: ({ what, other }) => `${what} collides with ${other}`,
    help: () => "names must differ in more than '-', '_' and '.'",
  }),
  'schema/discriminator': entry<{ name: string; problem: string }>({
    message: ({ name, problem }) => `the discriminator '${name}' ${problem}`,
  }),
  'schema/no-branches': entry({
    message: () => 'this union has no branches',
  }),
  'schema/branch-value': entry<{ branch: string; type: string }>({
    message: ({ branch, type }) => `the branch '${branch}' is not a value of ${type}`,
  }),
  'schema/branch-type': entry<{ branch: string; found: string }>({
    message: ({ branch, found }) => `the branch '${branch}' must be an object type, not ${found}`,
  }),
  'schema/alternative-type': entry<{ name: string; found: string }>({
    message: ({ name, found }) => `the alternative '${name}' cannot use ${found}`,
    help: () => 'an alternative must be told by its JSON type alone',
  }),
  'schema/alternative-ambiguous': entry<{ name: string; other: string }>({
    message: ({ name, other }) => `the alternatives '${name}' and '${other}' cannot be told apart`,
    help: () =>
      'each alternative needs a JSON type of its own; strings also clash with what they may spell',
  }),
  'schema/data-type': entry<{ what: string; found: string }>({
    message: ({ what, found }) => `the 'data' of ${what} cannot be ${found}`,
  }),
  'schema/unboxed-union': entry<{ what: string; found: string }>({
    message: ({ what, found }) => `the 'data' of ${what} can be ${found} only with 'boxed': true`,
  }),
  'schema/unboxed-condition': entry<{ what: string }>({
    message: ({ what }) => `conditional members in the 'data' of ${what} need 'boxed': true`,
  }),
  'schema/return-type': entry<{ found: string }>({
    message: ({ found }) => `a command cannot return ${found}`,
    help: () =>
      "return an object or an array of objects; the pragma 'command-returns-exceptions' lists exceptions",
  }),
  'schema/special-feature-on-type': entry<{ name: string }>({
    message: ({ name }) => `a type cannot have the feature '${name}'`,
    help: () => 'put it on the members, values, commands and events that are meant',
  }),
  'schema/too-many-features': entry<{ limit: number }>({
    message: ({ limit }) => `more than ${limit} different features in one schema`,
  }),
};

/** Everything that the compiler can complain about. */
export const catalogue = { ...syntax, ...documentation, ...check, ...schema };

export type Code = keyof typeof catalogue;

/** The parameters of a code's message. */
export type Parameters<C extends Code> =
  (typeof catalogue)[C] extends Entry<infer P>
    ? unknown extends P
      ? Readonly<Record<string, never>>
      : P
    : never;
