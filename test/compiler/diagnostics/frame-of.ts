import { formatFrame, PLAIN_STYLE } from '../../../compiler/src/diagnostic/format-frame.js';
import { diagnosticAt, markedFile } from './marked-file.js';

/** The frame of a diagnostic about the first mark in a text, with notes at the others. */
export function frameOf(marked: string, columns = PLAIN_STYLE.columns): string {
  const diagnostic = diagnosticAt(markedFile('a.json', marked));
  return formatFrame(diagnostic, { ...PLAIN_STYLE, columns });
}
