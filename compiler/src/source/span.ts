import type { SourceFile } from './source-file.js';

/** A stretch of a source file: offsets in UTF-16 units, `end` exclusive. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}
