import type { DocMember, Documentation } from '../../syntax/documentation.js';

/** What the documentation of a definition says of its members and features, by name. */
export interface Descriptions {
  readonly members: ReadonlyMap<string, DocMember>;
  readonly features: ReadonlyMap<string, DocMember>;
}

export function descriptionsOf(doc: Documentation | undefined): Descriptions {
  return { members: byName(doc?.members ?? []), features: byName(doc?.features ?? []) };
}

function byName(described: readonly DocMember[]): ReadonlyMap<string, DocMember> {
  return new Map(described.map((doc) => [doc.name, doc]));
}
