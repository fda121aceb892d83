import type { Span } from '../source/span.js';
import { VERSION } from '../version.js';
import { catalogue } from './catalogue.js';
import type { Diagnostic } from './diagnostic.js';
import { includeChain } from './include-chain.js';
import { describeOmitted } from './tally.js';

/**
 * A log in the Static Analysis Results Interchange Format (SARIF) 2.1.0: one run with all problems, in the
 * order in which they were found. Columns count characters.
 *
 * @param omitted how many errors more were found.
 */
export function formatSarif(diagnostics: readonly Diagnostic[], omitted: number): string {
  const log = {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'qapi', semanticVersion: VERSION, rules: describeRules() } },
        columnKind: 'unicodeCodePoints',
        invocations: [{ executionSuccessful: true, ...notify(omitted) }],
        results: diagnostics.map(describeResult),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const CODES = Object.keys(catalogue);

/** Every code, so that the index of a rule is the same in each log of a version. */
function describeRules(): readonly object[] {
  return Object.entries(catalogue).map(([id, { title, occurs, mend }]) => ({
    id,
    shortDescription: { text: toPlain(title) },
    fullDescription: { text: toPlain(occurs) },
    help: { text: toPlain(`${occurs}\n\n${mend}`), markdown: `${occurs}\n\n${mend}` },
    defaultConfiguration: { level: /^(?:doc|example)\//.test(id) ? 'warning' : 'error' },
  }));
}

function describeResult(diagnostic: Diagnostic): object {
  const { code, severity, message, help, definition, span } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: CODES.indexOf(code),
    level: severity,
    message: { text: help === undefined ? message : `${message}\nhelp: ${help}` },
    locations: [
      {
        physicalLocation: placeOf(span),
        ...(definition && { logicalLocations: [{ name: definition.name, kind: definition.kind }] }),
      },
    ],
    ...relate(diagnostic),
  };
}

/** The places of the notes, and of the directives by which the file was included. */
function relate({ span, notes }: Diagnostic): { readonly relatedLocations?: readonly object[] } {
  const includes = includeChain(span.file).directives;
  const related = [
    ...notes,
    ...includes.map((directive) => ({ message: 'in file included from here', span: directive })),
  ];
  if (related.length === 0) return {};
  return {
    relatedLocations: related.map((note, id) => ({
      id,
      physicalLocation: placeOf(note.span),
      message: { text: note.message },
    })),
  };
}

function placeOf({ file, start, end }: Span): object {
  const artifactLocation = { uri: toUri(file.path) };
  // A file that could not be read has no lines.
  if (file.text === '') return { artifactLocation };
  const from = file.position(start);
  const to = file.position(end);
  return {
    artifactLocation,
    region: {
      startLine: from.line,
      startColumn: from.column,
      endLine: to.line,
      endColumn: to.column,
    },
  };
}

/** A relative path stays a relative reference. */
function toUri(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return `file://${encoded}`;
  return /^[A-Za-z]:\//.test(path) ? `file:///${path[0]}:${encoded.slice('C%3A'.length)}` : encoded;
}

function notify(omitted: number): object {
  if (omitted === 0) return {};
  const text = describeOmitted(omitted);
  return { toolExecutionNotifications: [{ level: 'warning', message: { text } }] };
}

/** The catalogue marks code as Markdown does. */
function toPlain(text: string): string {
  return text.replaceAll('`', '');
}
