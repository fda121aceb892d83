import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';

/** Of a longer chain, the nearest files and the root are told. */
const MAX_LENGTH = 5;

/** How a file came to be read. */
export interface IncludeChain {
  /** The directives, that of the file itself first and that of the root schema last. */
  readonly directives: readonly Span[];
  /** How many are left out before the last one. */
  readonly omitted: number;
}

export function includeChain(file: SourceFile): IncludeChain {
  const directives: Span[] = [];
  for (let at = file.includedFrom; at !== undefined; at = at.file.includedFrom) directives.push(at);
  const omitted = Math.max(0, directives.length - MAX_LENGTH);
  if (omitted > 0) directives.splice(MAX_LENGTH - 1, omitted);
  return { directives, omitted };
}
