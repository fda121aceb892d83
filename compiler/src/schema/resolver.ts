import type { TypeUse } from '../check/definition.js';
import type { Code, Parameters } from '../diagnostic/catalogue.js';
import type { DefinitionRef, Note } from '../diagnostic/diagnostic.js';
import type { DiagnosticSession } from '../diagnostic/session.js';
import { didYouMean } from '../diagnostic/suggest.js';
import type { Span } from '../source/span.js';
import type { Pragmas } from '../syntax/pragma.js';
import type { ArrayDraft, Draft, ObjectDraft } from './drafts.js';
import type { ArrayType, ObjectType, Type } from './model.js';

/** What the resolution of all entities shares: the names, and where to report. */
export class Resolver {
  readonly pragmas: Pragmas;
  readonly emptyObject: ObjectType;
  readonly #drafts: ReadonlyMap<string, Draft>;
  readonly #brokenNames: ReadonlySet<string>;
  readonly #session: DiagnosticSession;

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
    const empty = drafts.get('q_empty');
    if (empty?.kind !== 'object') throw new Error('the empty object is not defined');
    this.emptyObject = empty.entity;
  }

  report<C extends Code>(
    code: C,
    ref: DefinitionRef,
    span: Span | undefined,
    parameters: Parameters<C>,
    more: { notes?: readonly Note[]; help?: string | undefined } = {},
  ): void {
    const place = { span: span ?? ref.nameSpan, definition: ref, ...more };
    this.#session.report(code, place, parameters);
  }

  /** The type that is used, which `what` describes; undefined, and reported, where there is none. */
  resolveUse(use: TypeUse, ref: DefinitionRef, what: string): Type | undefined {
    const draft = this.#drafts.get(use.isArray ? `${use.name}List` : use.name);
    if (draft === undefined || draft.kind === 'command' || draft.kind === 'event') {
      // What is broken has been reported, and is no unknown type.
      if (this.#brokenNames.has(use.name)) return undefined;
      const help = didYouMean(use.name, this.#typeNames());
      this.report('schema/unknown-type', ref, use.span, { what, name: use.name }, { help });
      return undefined;
    }
    return draft.kind === 'array' ? this.arrayOf(draft) : draft.entity;
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

  #typeNames(): readonly string[] {
    return [...this.#drafts.values()]
      .filter(({ kind }) => kind !== 'array' && kind !== 'command' && kind !== 'event')
      .map((draft) => (draft.kind === 'array' ? draft.name : draft.entity.name))
      .filter((name) => !name.startsWith('q_'));
  }
}
