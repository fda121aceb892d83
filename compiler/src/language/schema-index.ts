import type { SourceFile } from '../source/source-file.js';
import type { FileIndex } from './file-index.js';
import type { Occurrence, Role } from './occurrence.js';
import type { Outline, OutlineMember } from './outline.js';

export interface IndexedFile {
  readonly file: SourceFile;
  readonly index: FileIndex;
}

/** A definition and the file that it stands in. */
export interface Declared {
  readonly file: SourceFile;
  readonly outline: Outline;
}

export interface DeclaredMember {
  readonly owner: Declared;
  readonly member: OutlineMember;
}

export interface LocatedOccurrence {
  readonly file: SourceFile;
  readonly occurrence: Occurrence;
}

/** All files of a schema, and what their names mean together. */
export class SchemaIndex {
  readonly files: readonly IndexedFile[];
  readonly #definitions = new Map<string, Declared[]>();

  constructor(files: readonly IndexedFile[]) {
    this.files = files;
    for (const { file, index } of files) {
      for (const { outline } of index.items) {
        if (outline === undefined) continue;
        const known = this.#definitions.get(outline.name);
        if (known === undefined) this.#definitions.set(outline.name, [{ file, outline }]);
        else known.push({ file, outline });
      }
    }
  }

  /** The first definition of each name. */
  get definitions(): readonly Declared[] {
    return [...this.#definitions.values()].flatMap(([first]) => first ?? []);
  }

  /** All definitions of a name: more than one is an error, but a place to go to. */
  definitionsOf(name: string): readonly Declared[] {
    return this.#definitions.get(name) ?? [];
  }

  definition(name: string): Declared | undefined {
    return this.#definitions.get(name)?.[0];
  }

  /** All places where a name stands, or those where it has one role. */
  occurrencesOf(name: string, role?: Role): readonly LocatedOccurrence[] {
    return this.files.flatMap(({ file, index }) =>
      (index.byName.get(name) ?? [])
        .filter((occurrence) => role === undefined || occurrence.role === role)
        .map((occurrence) => ({ file, occurrence })),
    );
  }

  occurrencesWith(role: Role): readonly LocatedOccurrence[] {
    return this.files.flatMap(({ file, index }) =>
      index.occurrences
        .filter((occurrence) => occurrence.role === role)
        .map((occurrence) => ({ file, occurrence })),
    );
  }

  /** The names that have a role anywhere, sorted. */
  namesOf(role: Role): readonly string[] {
    const names = this.occurrencesWith(role).map(({ occurrence }) => occurrence.name);
    return [...new Set(names)].toSorted();
  }

  /** The definition, its base or the type of its data, the base of that, and so on. */
  lineage(declared: Declared): readonly Declared[] {
    const lineage = new Set<Declared>();
    let at: Declared | undefined = declared;
    while (at !== undefined && !lineage.has(at)) {
      lineage.add(at);
      const { inherits }: Outline = at.outline;
      at = inherits === undefined ? undefined : this.definition(inherits);
    }
    return [...lineage];
  }

  /** A member, value or alternative, own or inherited. */
  member(declared: Declared, name: string): DeclaredMember | undefined {
    for (const owner of this.lineage(declared)) {
      const member = owner.outline.members.find((candidate) => candidate.name === name);
      if (member !== undefined) return { owner, member };
    }
    return undefined;
  }

  /** The enum whose values name the branches of a union. */
  enumOf(union: Declared): Declared | undefined {
    const { discriminator } = union.outline;
    const found = discriminator === undefined ? undefined : this.member(union, discriminator);
    const type = found && typeOf(found.member);
    return type === undefined ? undefined : this.definition(type);
  }
}

/** The type of a member or a branch, as it is written. */
function typeOf({ value }: OutlineMember): string | undefined {
  if (value.kind === 'string') return value.value;
  if (value.kind !== 'object') return undefined;
  const type = value.members.find(({ key }) => key.value === 'type')?.value;
  return type?.kind === 'string' ? type.value : undefined;
}
