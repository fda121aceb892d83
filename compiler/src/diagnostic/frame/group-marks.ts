import type { SourceFile } from '../../source/source-file.js';
import type { Span } from '../../source/span.js';
import type { Diagnostic } from '../diagnostic.js';
import type { Palette } from './palette.js';
import { toVisible } from './shown-text.js';
import type { Mark } from './snippet.js';

/** The offending text and the places of the notes, file by file: that of the offending text first. */
export function groupMarks(
  { severity, span, notes }: Diagnostic,
  palette: Palette,
): readonly (readonly [Mark, ...Mark[]])[] {
  const primary: Mark = { span, symbol: '^', label: '', color: palette[severity] };
  const groups = new Map<SourceFile, [Mark, ...Mark[]]>([[span.file, [primary]]]);
  for (const note of notes) {
    const label = toVisible(note.message);
    const mark = { span: firstLineOf(note.span), symbol: '-', label, color: palette.note };
    const group = groups.get(note.span.file);
    if (group === undefined) groups.set(note.span.file, [mark]);
    else group.push(mark);
  }
  return [...groups.values()];
}

function firstLineOf({ file, start, end }: Span): Span {
  const { line, character } = file.editorPosition(start);
  return { file, start, end: Math.min(end, start - character + file.lineText(line + 1).length) };
}
