import { compileSchema, MemoryHost } from '@qapi-ts/compiler';
import { catalogue } from '../../../compiler/src/diagnostic/catalogue.js';
import { formatFrame } from '../../../compiler/src/diagnostic/format-frame.js';
import { diagnose, unmark } from '../diagnose.js';
import { CASES } from './cases.js';
import { TYPICAL_MISTAKES, type Mistake } from './typical-mistakes.js';

const INTRODUCTION = `# Diagnostics

\`qapi check\` tells everything that is wrong with a schema in one run: where, what, and how to mend it. Each
problem has a code, which stays the same from version to version. This page is made from the compiler's own
catalogue by \`npm run docs\`; every frame on it is real output.

\`\`\`text
qapi check SCHEMA... [--format frame|line|json|github|sarif] [--docs strict|warn|off] [--max-errors N]
\`\`\`

| format   | for                                                                                        |
| -------- | ------------------------------------------------------------------------------------------ |
| \`frame\`  | people: the text with its surroundings, in colour on a terminal                            |
| \`line\`   | editors and logs: \`file:line:column: severity: message (help) [code]\`, one line a problem  |
| \`json\`   | tools: one object a line                                                                   |
| \`github\` | GitHub Actions: annotations of the changed files                                           |
| \`sarif\`  | code scanning: one SARIF 2.1.0 log for all schemas                                         |

- Codes that begin with \`doc/\` are about documentation: errors with \`--docs strict\`, warnings with \`warn\`,
  which is the default, and not looked for with \`off\`. Codes that begin with \`example/\` are warnings.
- After \`--max-errors\` errors, 50 if not given, the rest is counted; 0 prints all. Warnings do not count.
- The exit code is 1 if there is an error, whether printed or not, and 0 with warnings only.
- \`NO_COLOR=1\` turns colours off, \`FORCE_COLOR=1\` turns them on where there is no terminal.
`;

const CHAPTERS: readonly (readonly [prefix: string, title: string])[] = [
  ['file', 'Files'],
  ['syntax', 'Syntax'],
  ['directive', 'Directives'],
  ['doc', 'Documentation comments'],
  ['check', 'Definitions'],
  ['schema', 'The schema as a whole'],
  ['example', 'Examples in documentation'],
];

/** The page about all diagnostics, in Markdown. */
export function renderPage(): string {
  const chapters = CHAPTERS.map(([prefix, title]) => renderChapter(prefix, title));
  const mistakes = TYPICAL_MISTAKES.map(renderMistake).join('\n');
  return `${INTRODUCTION}\n## Ten typical mistakes\n\n${mistakes}\n${chapters.join('\n')}`;
}

function renderMistake({ title, remark, files }: Mistake, index: number): string {
  const host = new MemoryHost(files);
  const { diagnostics } = compileSchema('main.json', { host });
  const frames = diagnostics.map((diagnostic) => formatFrame(diagnostic));
  return `### ${index + 1}. ${title}\n\n${remark}\n\n${fence(frames.join('\n'))}`;
}

function renderChapter(prefix: string, title: string): string {
  const entries = Object.entries(catalogue).filter(([code]) => code.startsWith(`${prefix}/`));
  return `## ${title}\n\n${entries.map(([code, entry]) => renderEntry(code, entry)).join('\n')}`;
}

function renderEntry(
  code: string,
  { title, occurs, mend }: (typeof catalogue)[keyof typeof catalogue],
): string {
  const example = new Map(Object.entries(CASES)).get(code)?.[0];
  const { diagnostics } = diagnose(example, { files: { '/ok.json': '' }, docs: 'warn' });
  const frames = diagnostics.map((diagnostic) => formatFrame(diagnostic));
  const source = example === undefined ? '' : `${fence(shortenLines(unmark(example)))}\n`;
  const text = `**${title}.** ${occurs}\n\nTo mend it: ${mend}`;
  return `### ${code}\n\n${text}\n\n${source}${fence(frames.join('\n'))}`;
}

function fence(text: string): string {
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\`\n`;
}

/** A page is no place for lines that are long for the sake of an example. */
function shortenLines(text: string): string {
  return text.replaceAll(/^(.{97}).{4,}$/gm, '$1...');
}
