import { posix } from 'node:path';
import type { CheckedSchema } from '../check/check-definitions.js';
import type { Definition, MemberDefinition, TypeOrMembers, TypeUse } from '../check/definition.js';
import type { DiagnosticSession } from '../diagnostic/session.js';
import { builtinTypes, BUILTIN_MODULE, emptyObject, qtypeEnum } from './builtins.js';
import type { Draft, ObjectDraft } from './drafts.js';
import { arrayName, implicitName } from './implicit-names.js';
import type { Command, Include } from './model.js';
import { makeObjectType } from './object-type.js';

/** All entities in the order in which the reference makes them, with the implicit ones. */
export interface DefinedSchema {
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly order: readonly (Draft | IncludeEntry)[];
  /** Names of the modules, in order. */
  readonly modules: readonly string[];
}

export interface IncludeEntry {
  readonly kind: 'include';
  readonly from: string;
  readonly include: Include;
}

/** Enters every definition under its name, and makes the implicit types. */
export function defineEntities(
  checked: CheckedSchema,
  root: string,
  session: DiagnosticSession,
): DefinedSchema {
  const definer = new Definer(root, session);
  definer.definePredefined();
  for (const entry of checked.entries) {
    if (entry.kind === 'include') definer.defineInclude(entry.path, entry.from);
    else definer.define(entry);
  }
  return definer;
}

class Definer implements DefinedSchema {
  readonly drafts = new Map<string, Draft>();
  readonly order: (Draft | IncludeEntry)[] = [];
  readonly #modules: Set<string>;
  readonly #directory: string;
  readonly #moduleNames = new Map<string, string>();
  readonly #session: DiagnosticSession;

  constructor(root: string, session: DiagnosticSession) {
    this.#directory = posix.dirname(root);
    this.#session = session;
    this.#modules = new Set([BUILTIN_MODULE, this.#moduleName(root)]);
  }

  get modules(): readonly string[] {
    return [...this.#modules];
  }

  definePredefined(): void {
    for (const entity of builtinTypes()) {
      this.#enter(entity.name, { kind: 'builtin', entity, ref: undefined });
      this.#defineArray(entity.name);
    }
    const empty = emptyObject();
    this.#enter(empty.name, {
      kind: 'object',
      entity: empty,
      ref: undefined,
      base: undefined,
      members: [],
      union: undefined,
      branches: [],
      conditionalMember: undefined,
      state: 'resolved',
      isBroken: false,
    });
    const qtype = qtypeEnum();
    this.#enter(qtype.name, { kind: 'enum', entity: qtype, ref: undefined, definition: undefined });
  }

  defineInclude(path: string, from: string): void {
    const module = this.#moduleName(path);
    this.#modules.add(module);
    this.order.push({
      kind: 'include',
      from: this.#moduleName(from),
      include: { kind: 'include', module },
    });
  }

  define(definition: Definition): void {
    switch (definition.kind) {
      case 'enum':
        this.#enter(definition.name, {
          kind: 'enum',
          ref: definition.ref,
          definition,
          entity: {
            ...this.#common(definition),
            kind: 'enum',
            prefix: definition.prefix,
            values: definition.values,
          },
        });
        break;
      case 'struct':
        this.#defineArrays(definition, definition.members);
        this.#defineObject(definition, definition.base, definition.members);
        break;
      case 'union':
        this.#defineObject(
          definition,
          this.#defineImplicit(definition, definition.base, 'base'),
          [],
        );
        break;
      case 'alternate':
        for (const { type } of definition.alternatives) this.#defineArrayOf(type, definition);
        this.#enter(definition.name, {
          kind: 'alternate',
          ref: definition.ref,
          definition,
          entity: { ...this.#common(definition), kind: 'alternate', alternatives: [] },
        });
        break;
      case 'command': {
        const { flags } = definition;
        this.#defineImplicit(definition, definition.data, 'arg');
        if (definition.returns !== undefined) this.#defineArrayOf(definition.returns, definition);
        this.#enter(definition.name, {
          kind: 'command',
          ref: definition.ref,
          definition,
          entity: {
            ...this.#common(definition),
            ...flags,
            kind: 'command',
            argType: undefined,
            returnType: undefined,
          },
        });
        break;
      }
      case 'event':
        this.#defineImplicit(definition, definition.data, 'arg');
        this.#enter(definition.name, {
          kind: 'event',
          ref: definition.ref,
          definition,
          entity: {
            ...this.#common(definition),
            kind: 'event',
            argType: undefined,
            boxed: definition.boxed,
          },
        });
        break;
    }
  }

  #defineObject(
    definition: Definition & { kind: 'struct' | 'union' },
    base: TypeUse | undefined,
    members: readonly MemberDefinition[],
  ): void {
    this.#enter(definition.name, {
      ...this.#newObject(this.#common(definition), base, members),
      ref: definition.ref,
      union: definition.kind === 'union' ? definition : undefined,
    });
  }

  /** The implicit type of inline `data` or `base`. Without members there is none. */
  #defineImplicit(
    definition: Definition,
    data: TypeOrMembers | undefined,
    role: 'arg' | 'base',
  ): TypeUse | undefined {
    if (data === undefined) return undefined;
    if (data.kind === 'named') return data.type;
    if (data.members.length === 0) return undefined;
    this.#defineArrays(definition, data.members);
    const name = implicitName(definition.name, role);
    // A second definition of the same name is reported when it is entered itself.
    if (!this.drafts.has(name)) {
      const common = { ...this.#common(definition), name, features: [], doc: undefined };
      this.#enter(name, {
        ...this.#newObject({ ...common, isImplicit: true }, undefined, data.members),
        ref: definition.ref,
      });
    }
    return { name, isArray: false, span: definition.span };
  }

  #newObject(
    common: EntityCommon,
    base: TypeUse | undefined,
    members: readonly MemberDefinition[],
  ): ObjectDraft {
    return {
      kind: 'object',
      entity: makeObjectType({
        ...common,
        base: undefined,
        localMembers: [],
        variants: undefined,
      }),
      ref: undefined,
      base,
      members,
      union: undefined,
      branches: [],
      conditionalMember: undefined,
      state: 'new',
      isBroken: false,
    };
  }

  #defineArrays(definition: Definition, members: readonly MemberDefinition[]): void {
    for (const { type } of members) this.#defineArrayOf(type, definition);
  }

  #defineArrayOf(use: TypeUse, definition: Definition): void {
    if (use.isArray) this.#defineArray(use.name, use, definition);
  }

  #defineArray(element: string, use?: TypeUse, definition?: Definition): void {
    const name = arrayName(element);
    if (this.drafts.has(name)) return;
    this.#enter(name, {
      kind: 'array',
      name,
      elementName: element,
      ref: definition?.ref,
      use,
      entity: undefined,
    });
  }

  #enter(name: string, draft: Draft): void {
    const previous = this.drafts.get(name);
    if (previous === undefined) {
      this.drafts.set(name, draft);
      this.order.push(draft);
      return;
    }
    const { ref } = draft;
    if (ref === undefined) throw new Error(`predefined twice: ${name}`);
    const parameters = { name, previous: previous.ref === undefined ? ' by the language' : '' };
    const notes =
      previous.ref === undefined
        ? []
        : [{ message: 'defined here first', span: previous.ref.nameSpan }];
    const place = { span: ref.nameSpan, definition: ref, notes };
    this.#session.report('schema/duplicate', place, parameters);
  }

  #common(definition: Definition): EntityCommon {
    const { name, span, condition, features, doc } = definition;
    const module = this.#moduleName(span.file.path);
    return { name, span, condition, features, doc, module, isImplicit: false };
  }

  #moduleName(path: string): string {
    let name = this.#moduleNames.get(path);
    if (name === undefined) {
      name = posix.relative(this.#directory, path);
      this.#moduleNames.set(path, name);
    }
    return name;
  }
}

type EntityCommon = Pick<
  Command,
  'name' | 'span' | 'condition' | 'features' | 'doc' | 'module' | 'isImplicit'
>;
