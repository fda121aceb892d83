import type { DiagnosticSession } from '../diagnostic/session.js';
import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import type { SyntaxFault } from './ast.js';

/** Turns what the grammar noted into a diagnostic. */
export function reportFault(
  fault: SyntaxFault,
  file: SourceFile,
  session: DiagnosticSession,
): void {
  const at = tokenAt(file, fault.offset);
  const inString = (offset: number, length: number): { span: Span; anchor: Span } => ({
    span: { file, start: offset, end: offset + length },
    anchor: at,
  });
  switch (fault.kind) {
    case 'expected':
      session.report(
        'syntax/expected',
        { span: at },
        { expected: fault.expected, found: found(at) },
      );
      break;
    case 'stray':
      session.report('syntax/stray-text', { span: at }, { text: fault.text });
      break;
    case 'unterminated-string':
      session.report('syntax/unterminated-string', { span: at }, {});
      break;
    case 'unknown-escape': {
      const escape = file.text.slice(fault.at, fault.at + 2);
      session.report('syntax/unknown-escape', inString(fault.at, 2), { escape });
      break;
    }
    case 'funny-character': {
      const code = file.text.codePointAt(fault.at) ?? 0;
      const codePoint = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
      const length = code > 0xffff ? 2 : 1;
      session.report('syntax/string-character', inString(fault.at, length), { codePoint });
      break;
    }
    case 'too-deep':
      session.report('syntax/too-deep', { span: at }, { limit: fault.limit });
      break;
    case 'duplicate-key': {
      const { key, first } = fault;
      const notes = [
        { message: 'first used here', span: { file, start: first.start, end: first.end } },
      ];
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
  const token = /'[^'\r\n]*'?|[^[\]{}:,\s']+|./suy;
  token.lastIndex = offset;
  return { file, start: offset, end: offset + (token.exec(text)?.[0].length ?? 1) };
}

function found({ file, start, end }: Span): string {
  if (start === end) return 'the end of the file';
  const text = file.text.slice(start, end);
  if (text.startsWith('#')) return 'a documentation comment';
  return text.startsWith("'") ? `the string ${text}` : `'${text}'`;
}
