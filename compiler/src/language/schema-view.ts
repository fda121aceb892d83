import type { Compilation } from '../compile/compile-schema.js';
import type { DefinitionRef, Diagnostic } from '../diagnostic/diagnostic.js';
import type { Host } from '../host/host.js';
import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import { completeDocumentation } from './complete-documentation.js';
import { completeExpression } from './complete-expression.js';
import type { Completions } from './completion.js';
import { listSymbols, type DocumentSymbol } from './document-symbols.js';
import { occurrenceAt } from './file-index.js';
import { describeTarget, type Hover } from './hover.js';
import type { Occurrence, Role } from './occurrence.js';
import { touches } from './range.js';
import type { IndexedFile, SchemaIndex } from './schema-index.js';
import { findTarget, identify, type Target } from './target.js';

/** What stands at an offset. */
export interface Subject {
  readonly role: Role;
  readonly name: string;
  /** The name alone: without quotes, `*` and `@`. */
  readonly span: Span;
  /** The definition around it, or the one that the documentation around it is about. */
  readonly definition: Pick<DefinitionRef, 'kind' | 'name'> | undefined;
}

/**
 * Answers questions about the files of a compiled schema, be it right or wrong. Files go by the paths that
 * {@link SourceFile.path} has, places by offsets; those outside of a file have no answers. Everything comes
 * from the syntax trees and the names in them, so that errors take away no more than they must.
 */
export class SchemaView {
  readonly compilation: Compilation;
  readonly #schema: SchemaIndex;
  readonly #host: Host;
  readonly #files: ReadonlyMap<string, IndexedFile>;

  /** Made by {@link LanguageService.open}. */
  constructor(compilation: Compilation, schema: SchemaIndex, host: Host) {
    this.compilation = compilation;
    this.#schema = schema;
    this.#host = host;
    this.#files = new Map(schema.files.map((indexed) => [indexed.file.path, indexed]));
  }

  file(path: string): SourceFile | undefined {
    return this.#files.get(path)?.file;
  }

  /** What is at an offset: a name and what it stands for. */
  subject(path: string, offset: number): Subject | undefined {
    const found = this.#find(path, offset);
    if (found === undefined) return undefined;
    const { file, occurrence } = found;
    const { role, name, at, outline } = occurrence;
    const definition = outline && { kind: outline.kind, name: outline.name };
    return { role, name, span: { file, ...at }, definition };
  }

  /** Where the thing is defined whose name is at an offset. Features are defined where they are listed. */
  definition(path: string, offset: number): readonly Span[] {
    const found = this.#find(path, offset);
    return found?.target === undefined ? [] : this.#declarations(found.target, found.occurrence);
  }

  /** Every place in all files where the thing is named whose name is at an offset, definitions included. */
  references(path: string, offset: number): readonly Span[] {
    const target = this.#find(path, offset)?.target;
    return target === undefined || target.kind === 'key' ? [] : this.#references(target);
  }

  /** What there is to say of the name at an offset. */
  hover(path: string, offset: number): Hover | undefined {
    const found = this.#find(path, offset);
    if (found?.target === undefined) return undefined;
    const { file, occurrence, target } = found;
    const own = occurrence.outline && { file, outline: occurrence.outline };
    return { span: { file, ...occurrence.at }, ...describeTarget(target, own) };
  }

  /** What can be written at an offset. */
  complete(path: string, offset: number): Completions | undefined {
    const indexed = this.#files.get(path);
    if (indexed === undefined) return undefined;
    const { file, index } = indexed;
    const item = index.items.find(({ node }) => touches(node, offset));
    return item === undefined
      ? completeDocumentation(this.#schema, file, index, offset)
      : completeExpression(this.#schema, this.#host, file, item, offset);
  }

  /** The definitions of a file, and what is in them. */
  symbols(path: string): readonly DocumentSymbol[] {
    const indexed = this.#files.get(path);
    return indexed === undefined ? [] : listSymbols(indexed.index);
  }

  /** What is wrong in a file, in the order of the compilation. */
  diagnostics(path: string): readonly Diagnostic[] {
    return this.compilation.diagnostics.filter(({ span }) => span.file.path === path);
  }

  #find(path: string, offset: number): Found | undefined {
    const indexed = this.#files.get(path);
    const occurrence = indexed && occurrenceAt(indexed.index, offset);
    if (indexed === undefined || occurrence === undefined) return undefined;
    const { file } = indexed;
    return { file, occurrence, target: findTarget(this.#schema, file, occurrence) };
  }

  #declarations(target: Target, from: Occurrence): readonly Span[] {
    switch (target.kind) {
      case 'definition':
        return this.#schema
          .definitionsOf(target.name)
          .map(({ file, outline }) => ({ file, ...outline.nameAt }));
      case 'member':
        return [{ file: target.owner.file, ...target.member.nameAt }];
      case 'feature': {
        const all = this.#schema.occurrencesOf(target.name, 'feature');
        const own = all.filter(({ occurrence }) => occurrence.outline === from.outline);
        return (own.length > 0 ? own : all).map(({ file, occurrence }) => {
          return { file, ...occurrence.at };
        });
      }
      case 'file': {
        const file = this.file(target.path);
        return file === undefined ? [] : [{ file, start: 0, end: 0 }];
      }
      case 'builtin':
      case 'condition':
      case 'key':
        return [];
    }
  }

  #references(target: Target): readonly Span[] {
    const identity = identify(target);
    const candidates =
      target.kind === 'file'
        ? this.#schema.occurrencesWith('include')
        : this.#schema.occurrencesOf(nameOf(target));
    return candidates
      .filter(({ file, occurrence }) => {
        const other = findTarget(this.#schema, file, occurrence);
        return other !== undefined && identify(other) === identity;
      })
      .map(({ file, occurrence }) => ({ file, ...occurrence.at }));
  }
}

interface Found {
  readonly file: SourceFile;
  readonly occurrence: Occurrence;
  readonly target: Target | undefined;
}

function nameOf(target: Exclude<Target, { readonly kind: 'file' }>): string {
  return target.kind === 'member' ? target.member.name : target.name;
}
