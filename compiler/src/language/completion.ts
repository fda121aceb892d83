import type { Range } from './range.js';
import type { MetaType } from './shapes.js';

export type CompletionKind =
  | MetaType
  | 'builtin'
  | 'key'
  | 'member'
  | 'value'
  | 'alternative'
  | 'feature'
  | 'condition'
  | 'boolean'
  | 'file'
  | 'directory';

/** Something that can be written at a place. */
export interface Completion {
  readonly name: string;
  readonly kind: CompletionKind;
}

/** What can be written at an offset, in the place of what stands there. */
export interface Completions {
  /** The text to replace. */
  readonly at: Range;
  /** Whether the names go in quotes of their own. */
  readonly needsQuotes: boolean;
  readonly items: readonly Completion[];
}
