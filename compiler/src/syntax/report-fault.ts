import { codePointOf, showToken } from '../diagnostic/catalogue/show-token.js';
import type { Slip } from '../diagnostic/catalogue/syntax.js';
import type { Note } from '../diagnostic/diagnostic.js';
import type { DiagnosticSession } from '../diagnostic/session.js';
import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import type { Expected, SyntaxFault } from './ast.js';
import { lookBack, type Before } from './look-back.js';

/**
 * Turns what the grammar noted into a diagnostic.
 *
 * @param itemStart where the top-level item with the fault begins.
 */
export function reportFault(
  fault: SyntaxFault,
  file: SourceFile,
  itemStart: number,
  session: DiagnosticSession,
): void {
  const at = tokenAt(file, fault.offset);
  const inString = (offset: number, length: number): { span: Span; anchor: Span } => ({
    span: { file, start: offset, end: offset + length },
    anchor: at,
  });
  switch (fault.kind) {
    case 'expected': {
      const { expected } = fault;
      const { slip, note } = explain(expected, at, lookBack(file, itemStart, at.start));
      const place = { span: at, notes: note && [note] };
      session.report('syntax/expected', place, { expected, found: describe(at), slip });
      break;
    }
    case 'stray': {
      const text = textOf(at);
      const isInQuotes = file.text[at.start - 1] === "'";
      session.report('syntax/stray-text', { span: at }, { text, isInQuotes });
      break;
    }
    case 'unterminated-string':
      session.report('syntax/unterminated-string', { span: at }, {});
      break;
    case 'unknown-escape': {
      const escape = file.text.slice(fault.at, fault.at + 2);
      session.report('syntax/unknown-escape', inString(fault.at, 2), { escape });
      break;
    }
    case 'funny-character': {
      const character = String.fromCodePoint(file.text.codePointAt(fault.at) ?? 0);
      session.report('syntax/string-character', inString(fault.at, character.length), {
        character: /[\p{C}\p{Z}\p{M}]/u.test(character) ? '' : character,
        codePoint: character === '\t' ? 'a tab' : codePointOf(character),
      });
      break;
    }
    case 'too-deep':
      session.report('syntax/too-deep', { span: at }, { limit: fault.limit });
      break;
    case 'duplicate-key': {
      const { key, first } = fault;
      const notes = [{ message: 'first here', span: { file, start: first.start, end: first.end } }];
      const span = { file, start: key.start, end: key.end };
      session.report('syntax/duplicate-key', { span, anchor: at, notes }, { key: key.value });
      break;
    }
  }
}

/** The token at an offset. */
function tokenAt(file: SourceFile, offset: number): Span {
  const { text, end } = file;
  if (offset >= text.length) return { file, start: end, end };
  const token = /'[^'\r\n]*'?|"[^"\r\n]*"?|[^[\]{}:,\s']+|./suy;
  token.lastIndex = offset;
  return { file, start: offset, end: offset + (token.exec(text)?.[0].length ?? 1) };
}

/** What most likely went wrong before the token that was not expected. */
function explain(
  expected: Expected,
  at: Span,
  before: Before,
): { readonly slip?: Slip; readonly note?: Note } {
  const token = textOf(at);
  const isValue = /^(?:[{['])|^(?:true|false)/.test(token);
  if (isEnd(expected) && isValue && !startsItem(at) && before.token !== undefined) {
    const { file, end } = before.token;
    const span = { file, start: end, end };
    return { slip: 'missing-comma', note: { message: 'a comma is missing here', span } };
  }
  const isClosing = token === '}' || token === ']';
  const isAfterComma = before.token !== undefined && textOf(before.token) === ',';
  if (before.token !== undefined && isAfterComma && isClosing) {
    const note = { message: 'this comma is one too many', span: before.token };
    return { slip: 'trailing-comma', note };
  }
  // The item seems to be over, or another bracket is closed than the one that is open.
  const isOver = startsItem(at) || (isEnd(expected) && isClosing);
  if (!isOver || before.openBracket === undefined) return {};
  return { note: { message: 'this bracket is not closed', span: before.openBracket } };
}

function isEnd(expected: Expected): boolean {
  return expected === 'object-end' || expected === 'array-end';
}

/** Whether a token is rather the beginning of the next item, or the end of the file. */
function startsItem(at: Span): boolean {
  const token = textOf(at);
  const isOpening = token === '{' || token === '[';
  return (
    token === '' || token.startsWith('#') || (isOpening && at.file.position(at.start).column === 1)
  );
}

function describe(at: Span): string {
  if (at.start === at.end) return 'the end of the file';
  const text = textOf(at);
  if (text.startsWith('#')) return 'a documentation comment';
  return text.startsWith("'") ? `the string ${showToken(text)}` : `'${showToken(text)}'`;
}

function textOf({ file, start, end }: Span): string {
  return file.text.slice(start, end);
}
