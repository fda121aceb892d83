import type { Outline } from './outline.js';
import type { Range } from './range.js';
import type { ExpressionRole, ShapeName } from './shapes.js';

/**
 * What a name stands for. In documentation: the documented definition, a described member or feature, a
 * name behind `@` in running text, and a reference in backquotes.
 */
export type Role =
  ExpressionRole | 'doc-symbol' | 'doc-member' | 'doc-feature' | 'doc-name' | 'doc-reference';

/** A place at which a name stands, in a file that is known. */
export interface Occurrence {
  readonly role: Role;
  readonly name: string;
  /** The name alone: without quotes, `*` and `@`. */
  readonly at: Range;
  /** The definition that it is in, or whose documentation. */
  readonly outline: Outline | undefined;
  /** For keys: of what. */
  readonly shape: ShapeName | undefined;
}
