import { entry } from './entry.js';

/** Problems of documentation: errors, warnings or nothing, as `--docs` says. */
export const documentation = {
  'doc/junk-after-marker': entry({
    title: "Text after '##'",
    occurs:
      'A line that begins with `##` opens or closes a documentation comment, and has no text.',
    mend: 'Put the text on a line of its own, or begin an ordinary comment with a single `#`.',
    message: () => "text after '##'",
    help: () => "'##' opens and closes a documentation comment on a line of its own",
    hasColumn: true,
  }),
  'doc/not-closed': entry({
    title: 'A documentation comment that is not closed',
    occurs: 'A documentation comment begins with `##` and ends with `##`. The end is missing.',
    mend: 'Add a line `##` after its text.',
    message: () => "the documentation comment before this is not closed by '##'",
    help: () => "add a line '##' after its text",
    hasColumn: true,
  }),
  'doc/missing-space': entry({
    title: "No space after '#'",
    occurs: 'In a documentation comment, `#` is followed by a space or by nothing.',
    mend: 'Put a space after `#`.',
    message: () => "a space is missing after '#'",
    help: () => "begin the line with '# '",
    hasColumn: true,
  }),
  'doc/line-too-long': entry<{ length: number; limit: number }>({
    title: 'A long line of documentation',
    occurs:
      'A line of documentation, with its `#`, is longer than 70 columns. Literal blocks and lines ' +
      'with nothing but an address may be longer.',
    mend: 'Break the line.',
    message: ({ length, limit }) => `this line has ${length} columns; the limit is ${limit}`,
    help: () => 'break the line',
    hasColumn: true,
  }),
  'doc/one-space-between-sentences': entry({
    title: 'One space between sentences',
    occurs: 'Two sentences on one line are separated by one space. The rule is two.',
    mend: 'Put two spaces after the end of a sentence.',
    message: () => 'only one space between two sentences',
    help: () => 'put two spaces after the end of a sentence',
    hasColumn: true,
  }),
  'doc/symbol-colon': entry({
    title: 'A name of a definition without a colon',
    occurs:
      'A documentation comment that begins with `@` documents the definition of that name. A colon ' +
      'must follow the name, and nothing else.',
    mend: 'Write `# @NAME:`, and the text on the lines below.',
    message: () => "the name of the documented definition must be followed by ':' and nothing else",
    help: () => "write '# @NAME:', and the text on the lines below",
    hasColumn: true,
  }),
  'doc/symbol-empty': entry({
    title: 'No name of a definition',
    occurs: 'A documentation comment begins with `@:`, without a name between.',
    mend: 'Write the name of the definition: `# @NAME:`.',
    message: () => "a name is missing between '@' and ':'",
    help: () => 'write the name of the definition that follows',
    hasColumn: true,
  }),
  'doc/duplicate-features': entry({
    title: 'A second list of features',
    occurs: 'The documentation of a definition has two lines `Features:`.',
    mend: 'Describe all features, those of the members too, in one list.',
    message: () => "a second 'Features:' line",
    help: () => 'describe all features, those of members too, in one list',
    hasColumn: true,
  }),
  'doc/features-empty': entry({
    title: 'An empty list of features',
    occurs: 'The line after `Features:` does not describe a feature.',
    mend: 'Describe each feature as `# @NAME: TEXT`, or remove the line `Features:`.',
    message: () => "'Features:' is not followed by descriptions of features",
    help: () => "describe each feature as '# @NAME: TEXT'",
    hasColumn: true,
  }),
  'doc/member-after-section': entry<{ name: string }>({
    title: 'A member described too late',
    occurs:
      'Members, arguments and values are described right after the introduction, before features, ' +
      '`Returns:`, `Since:` and other sections.',
    mend: 'Move the description up.',
    message: ({ name }) => `the description of '${name}' comes after a section`,
    help: () => 'describe members before features, returns and other sections',
    hasColumn: true,
  }),
  'doc/outdated-section': entry<{ section: string }>({
    title: 'A section of older versions',
    occurs: '`Note:`, `Notes:`, `Example:` and `Examples:` are no sections any more.',
    mend: 'Use `.. note::`, `.. admonition:: Notes`, `.. qmp-example::` or a literal block.',
    message: ({ section }) => `'${section}:' sections are no longer supported`,
    help: ({ section }) =>
      section.startsWith('Note')
        ? "use '.. note::' or '.. admonition:: Notes'"
        : "use '.. qmp-example::' or a literal block",
    hasColumn: true,
  }),
  'doc/de-indent': entry<{ indent: number }>({
    title: 'A line that is not indented like the one before',
    occurs:
      'The lines of a description or a section below the first are indented alike. A line that is ' +
      'indented less would be lost between the description and the text after it.',
    mend: 'Indent the line like those before, or put a blank line before it.',
    message: ({ indent }) => `this line is indented by less than ${indent} spaces`,
    help: () => 'indent it like the lines before, or put a blank line before it',
    hasColumn: true,
  }),
  'doc/description-in-free-form': entry<{ name: string }>({
    title: 'A description in free-form documentation',
    occurs:
      'A documentation comment that does not begin with `@NAME:` belongs to no definition, so it ' +
      'cannot describe members.',
    mend: 'Begin the comment with `# @DEFINITION:`, or do without `@` and `:`.',
    message: ({ name }) =>
      `'@${name}:' describes something, but this comment documents no definition`,
    help: () => "begin the comment with '# @DEFINITION:', or do without '@' and ':'",
    hasColumn: true,
  }),
  'doc/empty-name': entry({
    title: 'A description of nothing',
    occurs: 'A line begins with `@:`, without a name between.',
    mend: 'Write the name of what is described: `# @NAME: TEXT`.',
    message: () => "a name is missing between '@' and ':'",
    help: () => 'write the name of what is described',
  }),
  'doc/duplicate-name': entry<{ name: string }>({
    title: 'Something described twice',
    occurs: 'The documentation of a definition describes a member or a feature twice.',
    mend: 'Remove one of the descriptions, or correct its name.',
    message: ({ name }) => `'${name}' is described twice`,
    help: () => 'remove one of the descriptions, or correct its name',
  }),
  'doc/duplicate-section': entry<{ section: string }>({
    title: 'A section that occurs twice',
    occurs:
      '`Returns:`, `Errors:` and `Since:` can occur once in the documentation of a definition.',
    mend: 'Make one section of them.',
    message: ({ section }) => `a second '${section}:' section`,
    help: () => 'make one section of them',
  }),
  'doc/empty-section': entry<{ what: string }>({
    title: 'A section or a description without text',
    occurs: 'Nothing follows the name of a member, a feature or a section.',
    mend: 'Write the text, or remove the line.',
    message: ({ what }) => `${what} has no text`,
    help: () => 'write the text, or remove the line',
  }),
  'doc/no-definition': entry<{ symbol: string }>({
    title: 'Documentation without its definition',
    occurs:
      'The documentation of a definition stands right before it. This one is followed by other ' +
      'documentation, by a directive, or by the end of the file.',
    mend: 'Move it to its definition. Documentation that belongs to none does not begin with `@NAME:`.',
    message: ({ symbol }) => `the documentation of '${symbol}' is not followed by its definition`,
    help: () => "move it to its definition, or do without '@' and ':' at its beginning",
  }),
  'doc/free-form-before-definition': entry({
    title: 'Free-form documentation right before a definition',
    occurs: 'The comment right before a definition must be its documentation.',
    mend: 'Begin it with `# @NAME:`, or put documentation of the definition after it.',
    message: () => 'the comment right before a definition must be its documentation',
    help: () => "begin it with '# @NAME:', or put documentation of the definition after it",
  }),
  'doc/wrong-symbol': entry<{ symbol: string; name: string }>({
    title: 'Documentation of something else',
    occurs: 'The documentation right before a definition is about another name.',
    mend: 'Correct the name in the documentation, or in the definition.',
    message: ({ symbol, name }) =>
      `this defines '${name}', but its documentation is about '${symbol}'`,
    help: () => 'write the same name in both places',
  }),
  'doc/missing': entry<{ name: string }>({
    title: 'No documentation',
    occurs: 'The schema sets the pragma `doc-required`, and a definition is not documented.',
    mend: 'Document it, or do without the pragma.',
    message: ({ name }) => `'${name}' is not documented`,
    help: ({ name }) =>
      `this schema sets 'doc-required': put a comment before it that begins with '# @${name}:'`,
  }),
  'doc/returns-nothing': entry({
    title: "'Returns:' of a command that returns nothing",
    occurs: 'The documentation tells what a command returns, but the command has no `returns`.',
    mend: "Remove the section, or add `'returns'` to the command.",
    message: () => "a 'Returns:' section, but the command returns nothing",
    help: () => "remove the section, or add 'returns' to the command",
  }),
  'doc/not-a-command': entry<{ section: string }>({
    title: 'A section that only commands have',
    occurs: '`Returns:` and `Errors:` are about commands. Types and events cannot have them.',
    mend: 'Remove the section, or write it as plain text.',
    message: ({ section }) => `'${section}:' sections are for commands only`,
    help: () => 'remove the section, or write it as plain text',
  }),
  'doc/undocumented-member': entry<{ role: string; name: string }>({
    title: 'A member that is not described',
    occurs:
      'The documentation of a definition does not describe one of its members, arguments, values ' +
      'or alternatives. The pragma `documentation-exceptions` lists definitions that may do so.',
    mend: 'Add a description: `# @NAME: TEXT`.',
    message: ({ role, name }) => `the documentation does not describe the ${role} '${name}'`,
    help: ({ name }) => `add '# @${name}: TEXT' to the documentation`,
  }),
  'doc/undocumented-feature': entry<{ name: string }>({
    title: 'A feature that is not described',
    occurs: 'The documentation of a definition does not describe one of its features.',
    mend: 'Add a description under `Features:`: `# @NAME: TEXT`.',
    message: ({ name }) => `the documentation does not describe the feature '${name}'`,
    help: ({ name }) => `add '# @${name}: TEXT' under '# Features:'`,
  }),
  'doc/unknown-member': entry<{ name: string; owner: string }>({
    title: 'A description of a member that does not exist',
    occurs:
      'The documentation describes a member, an argument or a value that the definition does not ' +
      'have. Members that come from a named base or a named type are described there.',
    mend: 'Correct the name, or remove the description.',
    message: ({ name, owner }) => `'${name}' is described, but '${owner}' does not have it`,
    help: () => 'correct the name, or remove the description',
  }),
  'doc/unknown-feature': entry<{ name: string; owner: string }>({
    title: 'A description of a feature that does not exist',
    occurs:
      'The documentation describes a feature that neither the definition nor one of its members has.',
    mend: 'Correct the name, or remove the description.',
    message: ({ name, owner }) =>
      `a feature '${name}' is described, but '${owner}' does not have it`,
    help: () => 'correct the name, or remove the description',
  }),
};
