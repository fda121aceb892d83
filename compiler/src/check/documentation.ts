import type { DefinitionRef } from '../diagnostic/diagnostic.js';
import type { DiagnosticSession } from '../diagnostic/session.js';
import type { LoadedDefinition } from '../syntax/load.js';
import type { Pragmas } from '../syntax/pragma.js';
import { memberOf } from './keys.js';

/** Checks that a definition has documentation where it must, and that it is the right one. */
export function checkDocumentation(
  { doc, node }: LoadedDefinition,
  ref: DefinitionRef,
  pragmas: Pragmas,
  session: DiagnosticSession,
): void {
  const span = ref.nameSpan;
  if (doc === undefined) {
    if (pragmas.docRequired) {
      session.report('doc/missing', { span, definition: ref }, { name: ref.name });
    }
    return;
  }
  if (doc.symbol !== undefined && doc.symbol !== '' && doc.symbol !== ref.name) {
    const parameters = { symbol: doc.symbol, name: ref.name };
    const at = doc.span.file.text.indexOf(`@${doc.symbol}`, doc.span.start);
    const end = at + 1 + doc.symbol.length;
    const notes = [{ message: 'its documentation', span: { ...doc.span, start: at, end } }];
    session.report('doc/wrong-symbol', { span, definition: ref, notes }, parameters);
  }
  for (const section of doc.sections) {
    if (section.kind !== 'Returns' && section.kind !== 'Errors') continue;
    if (ref.kind !== 'command') {
      session.report('doc/not-a-command', { span: section.span }, { section: section.kind });
    } else if (section.kind === 'Returns' && memberOf(node, 'returns') === undefined) {
      session.report('doc/returns-nothing', { span: section.span }, {});
    }
  }
}
