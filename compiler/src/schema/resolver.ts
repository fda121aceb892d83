import type { TypeUse } from '../check/definition.js';
import { comparable } from '../check/names.js';
import type { Code, Parameters } from '../diagnostic/catalogue.js';
import type { DefinitionRef, Note } from '../diagnostic/diagnostic.js';
import type { DiagnosticSession } from '../diagnostic/session.js';
import type { Span } from '../source/span.js';
import type { Pragmas } from '../syntax/pragma.js';
import type { ArrayDraft, Draft, ObjectDraft } from './drafts.js';
import {
  findInheritedClashes,
  type InheritedClashes,
  type NamedMember,
} from './inherited-clashes.js';
import type { ArrayType, EnumType, Member, ObjectType, Type } from './model.js';
import { suggestBuiltin } from './habitual-names.js';
import { arrayName } from './implicit-names.js';
import { Suggester } from './suggester.js';

interface ValueNames {
  readonly list: readonly string[];
  readonly set: ReadonlySet<string>;
}

/** What the resolution of all entities shares: the names, and where to report. */
export class Resolver {
  readonly pragmas: Pragmas;
  readonly emptyObject: ObjectType;
  readonly suggester = new Suggester();
  readonly #drafts: ReadonlyMap<string, Draft>;
  readonly #brokenNames: ReadonlySet<string>;
  readonly #session: DiagnosticSession;
  readonly #inheritedClashes: InheritedClashes;
  readonly #valueNames = new Map<EnumType, ValueNames>();
  #typeNames: readonly string[] | undefined;
  #declarations: ReadonlyMap<string, number> | undefined;

  constructor(
    drafts: ReadonlyMap<string, Draft>,
    brokenNames: ReadonlySet<string>,
    pragmas: Pragmas,
    session: DiagnosticSession,
  ) {
    this.#drafts = drafts;
    this.#brokenNames = brokenNames;
    this.pragmas = pragmas;
    this.#session = session;
    this.#inheritedClashes = findInheritedClashes(drafts);
    const empty = drafts.get('q_empty');
    if (empty?.kind !== 'object') throw new Error('the empty object is not defined');
    this.emptyObject = empty.entity;
  }

  report<C extends Code>(
    code: C,
    ref: DefinitionRef,
    span: Span | undefined,
    parameters: Parameters<C>,
    more: { notes?: readonly Note[] | undefined; help?: string | undefined } = {},
  ): void {
    const place = { span: span ?? ref.nameSpan, definition: ref, ...more };
    this.#session.report(code, place, parameters);
  }

  /** The type that is used, which `what` describes; undefined, and reported, where there is none. */
  resolveUse(use: TypeUse, ref: DefinitionRef, what: string): Type | undefined {
    const draft = this.#drafts.get(use.isArray ? arrayName(use.name) : use.name);
    if (draft === undefined || draft.kind === 'command' || draft.kind === 'event') {
      // What is broken has been reported, and is no unknown type.
      if (this.#brokenNames.has(use.name)) return undefined;
      this.#reportUnknownType(use, ref, what, draft);
      return undefined;
    }
    return draft.kind === 'array' ? this.arrayOf(draft) : draft.entity;
  }

  /** Reports why an array has no element type, at its first use. */
  reportElement(use: TypeUse, ref: DefinitionRef): void {
    const element = this.resolveUse({ ...use, isArray: false }, ref, 'an array');
    if (element?.kind === 'array') {
      this.report('schema/array-of-arrays', ref, use.span, { name: use.name });
    }
  }

  /** The array type; undefined where its element type is unknown, which is told at its first use. */
  arrayOf(draft: ArrayDraft): ArrayType | undefined {
    if (draft.entity !== undefined) return draft.entity;
    const element = this.#drafts.get(draft.elementName);
    if (element === undefined || element.kind === 'array') return undefined;
    if (element.kind === 'command' || element.kind === 'event') return undefined;
    draft.entity = {
      kind: 'array',
      name: draft.name,
      element: element.entity,
      span: draft.ref?.span,
      condition: element.entity.condition,
      features: [],
      doc: undefined,
      module: element.entity.module,
      isImplicit: true,
    };
    return draft.entity;
  }

  objectDraft(name: string): ObjectDraft | undefined {
    const draft = this.#drafts.get(name);
    return draft?.kind === 'object' ? draft : undefined;
  }

  /** @param found the command or event that has the name. */
  #reportUnknownType(use: TypeUse, ref: DefinitionRef, what: string, found?: Draft): void {
    const { name, span } = use;
    const parameters = { what, name, found: found?.kind };
    const at = found?.ref?.nameSpan;
    const notes = at && [{ message: 'defined here', span: at }];
    const help = suggestBuiltin(name) ?? this.suggester.didYouMean(name, this.#namesOfTypes());
    this.report('schema/unknown-type', ref, span, parameters, { help, notes });
  }

  /** What a type has from its base under the name of an own member. */
  inheritedClash({ span }: Member): NamedMember | undefined {
    return span && this.#inheritedClashes.get(span);
  }

  /** Whether any two types, even if they have nothing to do with each other, have such a member. */
  isDeclaredTwice({ name }: Member): boolean {
    this.#declarations ??= countDeclarations(this.#drafts);
    return (this.#declarations.get(comparable(name)) ?? 0) > 1;
  }

  /** Many unions may share one enum. */
  valueNames(type: EnumType): ValueNames {
    let names = this.#valueNames.get(type);
    if (names === undefined) {
      const list = type.values.map(({ name }) => name);
      names = { list, set: new Set(list) };
      this.#valueNames.set(type, names);
    }
    return names;
  }

  #namesOfTypes(): readonly string[] {
    this.#typeNames ??= [...this.#drafts.values()]
      .filter(({ kind }) => kind !== 'array' && kind !== 'command' && kind !== 'event')
      .map((draft) => (draft.kind === 'array' ? draft.name : draft.entity.name))
      .filter((name) => !name.startsWith('q_'));
    return this.#typeNames;
  }
}

/** How many object types declare a member, by comparable names. */
function countDeclarations(drafts: ReadonlyMap<string, Draft>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const draft of drafts.values()) {
    if (draft.kind !== 'object') continue;
    for (const { name } of draft.members) {
      const key = comparable(name);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}
