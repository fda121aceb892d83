import { didYouMean } from '../diagnostic/suggest.js';
import type { DiagnosticSession, Place } from '../diagnostic/session.js';
import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import type { Expression, ObjectMember, ObjectNode } from './ast.js';

/** What `pragma` directives set. The last one counts, for all files of a schema. */
export interface Pragmas {
  docRequired: boolean;
  commandNameExceptions: ReadonlySet<string>;
  commandReturnsExceptions: ReadonlySet<string>;
  documentationExceptions: ReadonlySet<string>;
  memberNameExceptions: ReadonlySet<string>;
}

export function defaultPragmas(): Pragmas {
  return {
    docRequired: false,
    commandNameExceptions: new Set(),
    commandReturnsExceptions: new Set(),
    documentationExceptions: new Set(),
    memberNameExceptions: new Set(),
  };
}

type ListName = Exclude<keyof Pragmas, 'docRequired'>;

const LISTS: ReadonlyMap<string, ListName> = new Map([
  ['command-name-exceptions', 'commandNameExceptions'],
  ['command-returns-exceptions', 'commandReturnsExceptions'],
  ['documentation-exceptions', 'documentationExceptions'],
  ['member-name-exceptions', 'memberNameExceptions'],
]);

/** Applies a `pragma` directive. */
export function applyPragma(
  pragmas: Pragmas,
  directive: ObjectNode,
  file: SourceFile,
  session: DiagnosticSession,
): void {
  const anchor = { file, start: directive.start, end: directive.end };
  const value = directive.members.find(({ key }) => key.value === 'pragma')?.value;
  if (directive.members.length !== 1 || value?.kind !== 'object') {
    session.report('directive/pragma-shape', { span: anchor }, {});
    return;
  }
  for (const member of value.members) setPragma(pragmas, member, anchor, session);
}

function setPragma(
  pragmas: Pragmas,
  { key, value }: ObjectMember,
  anchor: Span,
  session: DiagnosticSession,
): void {
  const name = key.value;
  const at = ({ start, end }: Expression): Place => ({
    span: { file: anchor.file, start, end },
    anchor,
  });
  const list = LISTS.get(name);
  if (name === 'doc-required') {
    if (value.kind === 'boolean') pragmas.docRequired = value.value;
    else session.report('directive/pragma-value', at(value), { name, wanted: 'true or false' });
  } else if (list !== undefined) {
    const names = stringsOf(value);
    if (names !== undefined) pragmas[list] = new Set(names);
    else
      session.report('directive/pragma-value', at(value), { name, wanted: 'an array of strings' });
  } else {
    const known = ['doc-required', ...LISTS.keys()];
    const help = didYouMean(name, known);
    session.report('directive/unknown-pragma', { ...at(key), help }, { name, known });
  }
}

function stringsOf(value: Expression): readonly string[] | undefined {
  if (value.kind !== 'array') return undefined;
  const strings: string[] = [];
  for (const element of value.elements) {
    if (element.kind !== 'string') return undefined;
    strings.push(element.value);
  }
  return strings;
}
