import type { FileIndex } from './file-index.js';
import type { Outline, OutlineMember } from './outline.js';
import type { Range } from './range.js';
import type { MetaType } from './shapes.js';

/** An entry of a file's outline. */
export interface DocumentSymbol {
  readonly name: string;
  readonly kind: MetaType | OutlineMember['role'];
  /** All of it. */
  readonly range: Range;
  /** Its name. */
  readonly nameRange: Range;
  readonly children: readonly DocumentSymbol[];
}

/** The definitions of a file, with their members, values, branches and alternatives. */
export function listSymbols({ items }: FileIndex): readonly DocumentSymbol[] {
  return items.flatMap(({ outline }) => (outline === undefined ? [] : symbolOf(outline)));
}

function symbolOf({ name, kind, node, nameAt, members, branches }: Outline): DocumentSymbol {
  return {
    name,
    kind,
    range: { start: node.start, end: node.end },
    nameRange: nameAt,
    children: [...members, ...branches].map(symbolOfMember),
  };
}

function symbolOfMember({ name, role, nameAt, key, value }: OutlineMember): DocumentSymbol {
  const range = { start: key?.start ?? value.start, end: value.end };
  return { name, kind: role, range, nameRange: nameAt, children: [] };
}
