import type { DiagnosticSession } from '../diagnostic/session.js';
import type { Host } from '../host/host.js';
import { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import type { ObjectNode, TopLevelExpression, TopLevelItem } from './ast.js';
import type { Documentation } from './documentation.js';
import { includePath } from './include-path.js';
import type { ParseCache } from './parse-cache.js';
import { parse } from './grammar.gen.js';
import { parseDocumentation } from './parse-documentation.js';
import { applyPragma, defaultPragmas, type Pragmas } from './pragma.js';
import { reportFault } from './report-fault.js';

/** A top-level expression that is no directive. */
export interface LoadedDefinition {
  readonly kind: 'definition';
  readonly file: SourceFile;
  readonly node: ObjectNode;
  readonly doc: Documentation | undefined;
}

export interface LoadedInclude {
  readonly kind: 'include';
  /** The path of the included file, and that of the file with the directive. */
  readonly path: string;
  readonly from: string;
}

/** A file and what its text consists of. */
export interface ParsedFile {
  readonly file: SourceFile;
  readonly items: readonly TopLevelItem[];
}

/** All files of a schema, read and taken apart, in the order in which they were included. */
export interface LoadedSchema {
  /** The path of the root schema. */
  readonly root: string;
  readonly entries: readonly (LoadedDefinition | LoadedInclude)[];
  readonly docs: readonly Documentation[];
  readonly pragmas: Pragmas;
  /** Names that broken text seems to define. */
  readonly brokenNames: ReadonlySet<string>;
  /** False where text was lost whose definitions are unknown. */
  readonly isComplete: boolean;
  /** Everything that could be read, for watching. */
  readonly files: readonly ParsedFile[];
}

/**
 * Reads a schema and everything that it includes.
 *
 * @param cache remembers files from one compilation to the next.
 */
export function loadSchema(
  root: string,
  host: Host,
  session: DiagnosticSession,
  cache?: ParseCache,
): LoadedSchema {
  const loader = new Loader(host, session, cache);
  loader.loadRoot(root);
  return { root, ...loader.result };
}

const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const DEFINED_NAME = /'(?:enum|struct|union|alternate|command|event)'\s*:\s*'([^'\\\r\n]*)'/;
/** Faults of the token itself, which the reference sees before it looks at what stands before. */
const LEXICAL = new Set(['stray', 'unterminated-string', 'unknown-escape', 'funny-character']);

/** A file that is being read, and how far. */
interface Frame {
  readonly file: SourceFile;
  /** The path in the form that tells whether two files are the same. */
  readonly absolute: string;
  readonly items: readonly TopLevelItem[];
  index: number;
  /** Documentation that waits for its definition. */
  doc: Documentation | undefined;
}

class Loader {
  readonly #host: Host;
  readonly #session: DiagnosticSession;
  readonly #cache: ParseCache | undefined;
  readonly #seen = new Set<string>();
  /** The files that are open, each included by the one before: a stack, however deep includes go. */
  readonly #frames: Frame[] = [];
  readonly #openPaths = new Set<string>();
  readonly result = {
    entries: [] as (LoadedDefinition | LoadedInclude)[],
    docs: [] as Documentation[],
    pragmas: defaultPragmas(),
    brokenNames: new Set<string>(),
    isComplete: true,
    files: [] as ParsedFile[],
  };

  constructor(host: Host, session: DiagnosticSession, cache: ParseCache | undefined) {
    this.#host = host;
    this.#session = session;
    this.#cache = cache;
  }

  loadRoot(path: string): void {
    this.#seen.add(this.#host.absolute(path));
    const read = this.#host.read(path);
    if (!read.ok) {
      this.result.isComplete = false;
      const span = { file: new SourceFile(path, ''), start: 0, end: 0 };
      this.#session.report('file/unreadable', { span }, { path, reason: read.reason });
      return;
    }
    this.#open(path, read.bytes);
    for (let frame = this.#frames.at(-1); frame !== undefined; frame = this.#frames.at(-1)) {
      this.#loadNext(frame);
    }
  }

  #open(path: string, bytes: Uint8Array, includedFrom?: Span): void {
    const text = decode(bytes);
    if (text !== undefined) {
      const file = new SourceFile(path, text, includedFrom);
      const absolute = this.#host.absolute(path);
      const items = this.#cache?.parse(absolute, text) ?? parse(text);
      this.result.files.push({ file, items });
      this.#openPaths.add(absolute);
      this.#frames.push({ file, absolute, items, index: 0, doc: undefined });
      return;
    }
    this.result.isComplete = false;
    const file = new SourceFile(path, new TextDecoder().decode(bytes), includedFrom);
    const start = file.text.indexOf('\uFFFD');
    this.#session.report('file/not-utf8', { span: { file, start, end: start + 1 } }, {});
  }

  /** Takes the next item of a file, or closes the file. */
  #loadNext(frame: Frame): void {
    const { file, items, index, doc } = frame;
    const item = items[index];
    frame.index += 1;
    frame.doc = undefined;
    switch (item?.kind) {
      case undefined:
        this.#rejectUnused(doc);
        this.#frames.pop();
        this.#openPaths.delete(frame.absolute);
        break;
      case 'doc':
        this.#rejectUnused(doc);
        frame.doc = parseDocumentation(file, item, this.#session);
        this.result.docs.push(frame.doc);
        break;
      case 'expression': {
        // The reference has read the next token when it looks at an expression.
        const next = items[index + 1];
        if (next !== undefined && startsBadly(next)) this.#reportFaults(next, file);
        this.#reportFaults(item, file);
        this.#loadExpression(item, file, doc);
        break;
      }
      case 'broken': {
        const isReported = startsBadly(item) && items[index - 1]?.kind === 'expression';
        if (!isReported) this.#reportFaults(item, file);
        const name = DEFINED_NAME.exec(file.text.slice(item.start, item.end))?.[1];
        if (name === undefined || item.isRest) this.result.isComplete = false;
        else this.result.brokenNames.add(name);
        break;
      }
    }
  }

  #loadExpression(
    item: TopLevelExpression,
    file: SourceFile,
    doc: Documentation | undefined,
  ): void {
    const { value } = item;
    const span = { file, start: item.start, end: item.end };
    if (value.kind !== 'object') {
      this.#session.report('syntax/top-level-object', { span }, {});
      return;
    }
    const has = (key: string): boolean => value.members.some((member) => member.key.value === key);
    if (has('include')) {
      this.#rejectUnused(doc);
      this.#include(value, span);
    } else if (has('pragma')) {
      this.#rejectUnused(doc);
      applyPragma(this.result.pragmas, value, file, this.#session);
    } else {
      if (doc !== undefined && doc.symbol === undefined) {
        this.#session.report('doc/free-form-before-definition', { span: doc.span }, {});
      }
      const own = doc?.symbol === undefined ? undefined : doc;
      this.result.entries.push({ kind: 'definition', file, node: value, doc: own });
    }
  }

  #include(directive: ObjectNode, span: Span): void {
    const [member] = directive.members;
    if (directive.members.length !== 1 || member?.value.kind !== 'string') {
      this.result.isComplete = false;
      this.#session.report('directive/include-shape', { span }, {});
      return;
    }
    const target = member.value;
    const path = includePath(span.file.path, target.value);
    this.result.entries.push({ kind: 'include', path, from: span.file.path });
    const place = { span: { file: span.file, start: target.start, end: target.end }, anchor: span };
    const absolute = this.#host.absolute(path);
    if (this.#openPaths.has(absolute)) {
      this.#session.report('directive/include-cycle', place, { path: target.value });
      return;
    }
    if (this.#seen.has(absolute)) return;
    this.#seen.add(absolute);
    const read = this.#host.read(path);
    if (read.ok) {
      this.#open(path, read.bytes, span);
      return;
    }
    this.result.isComplete = false;
    this.#session.report('directive/include-unreadable', place, { path, reason: read.reason });
  }

  #rejectUnused(doc: Documentation | undefined): void {
    if (doc?.symbol === undefined || doc.symbol === '') return;
    this.#session.report('doc/no-definition', { span: doc.span }, { symbol: doc.symbol });
  }

  #reportFaults(item: TopLevelItem, file: SourceFile): void {
    if (item.kind === 'doc') return;
    for (const fault of item.faults) reportFault(fault, file, item.start, this.#session);
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return DECODER.decode(bytes);
  } catch {
    return undefined;
  }
}

function startsBadly(item: TopLevelItem): boolean {
  const fault = item.kind === 'broken' ? item.faults[0] : undefined;
  return fault?.offset === item.start && LEXICAL.has(fault.kind);
}
