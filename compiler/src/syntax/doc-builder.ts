import type { Note } from '../diagnostic/diagnostic.js';
import type { DiagnosticSession } from '../diagnostic/session.js';
import type { Span } from '../source/span.js';
import type { DocLine } from './doc-lines.js';
import type {
  DocMember,
  DocSection,
  DocSectionKind,
  DocText,
  Documentation,
} from './documentation.js';

type Kind = DocSectionKind | 'Member' | 'Feature';

/** A part of a documentation block while it is put together. */
interface Part {
  readonly kind: Kind;
  readonly name: string;
  /** Where it begins, and where its last line ends. */
  first: Span;
  end: number;
  text: string;
  readonly lineStarts: number[];
}

/** Puts the parts of a documentation block together, in the order in which they are read. */
export class DocBuilder {
  readonly #session: DiagnosticSession;
  readonly #body: Part;
  readonly #parts: Part[];
  /** The first part of each kind and name. */
  readonly #kinds = new Map<Kind, Map<string, Part>>();

  constructor(span: Span, session: DiagnosticSession) {
    this.#session = session;
    this.#body = newPart('Plain', '', span);
    this.#parts = [this.#body];
  }

  get hasFeatures(): boolean {
    return this.#kinds.has('Feature');
  }

  addLine({ text, start, span }: DocLine): void {
    const part = this.#last();
    part.text += `${text}\n`;
    part.lineStarts.push(start);
    if (text !== '') part.end = span.end;
  }

  /** Continues the last part if it is plain text, after a blank line; else begins a plain part. */
  beginParagraph(span: Span): void {
    const part = this.#last();
    if (part.kind !== 'Plain') {
      this.#parts.push(newPart('Plain', '', span));
      return;
    }
    if (part.text === '') {
      part.first = span;
      part.end = span.end;
    }
    part.text += '\n';
    part.lineStarts.push(span.start);
  }

  beginDescription(kind: 'Member' | 'Feature', name: string, span: Span): void {
    if (name === '') {
      this.#session.report('doc/empty-name', { span }, {});
      this.beginParagraph(span);
      return;
    }
    const first = this.#kinds.get(kind)?.get(name);
    if (first !== undefined) {
      this.#session.report('doc/duplicate-name', { span, notes: noteFirst(first) }, { name });
    }
    this.#add(newPart(kind, name, span));
  }

  beginSection(kind: DocSectionKind, span: Span): void {
    const isUnique = kind === 'Returns' || kind === 'Errors' || kind === 'Since';
    const first = isUnique ? this.#kinds.get(kind)?.get('') : undefined;
    if (first !== undefined) {
      const place = { span, notes: noteFirst(first) };
      this.#session.report('doc/duplicate-section', place, { section: kind });
    }
    this.#add(newPart(kind, '', span));
  }

  build(symbol: string | undefined, span: Span): Documentation {
    const members: DocMember[] = [];
    const features: DocMember[] = [];
    const sections: DocSection[] = [];
    for (const part of this.#parts) {
      const text = textOf(part);
      if (text.text === '' && part.kind !== 'Plain') {
        const what =
          part.name === '' ? `the section '${part.kind}:'` : `the description of '${part.name}'`;
        this.#session.report('doc/empty-section', { span: text.span }, { what });
      }
      if (part === this.#body) continue;
      if (part.kind === 'Member') members.push({ name: part.name, ...text });
      else if (part.kind === 'Feature') features.push({ name: part.name, ...text });
      else sections.push({ kind: part.kind, ...text });
    }
    return { span, symbol, body: textOf(this.#body), members, features, sections };
  }

  #add(part: Part): void {
    this.#parts.push(part);
    const names = this.#kinds.get(part.kind) ?? new Map<string, Part>();
    this.#kinds.set(part.kind, names);
    if (!names.has(part.name)) names.set(part.name, part);
  }

  #last(): Part {
    return this.#parts.at(-1) ?? this.#body;
  }
}

function newPart(kind: Kind, name: string, span: Span): Part {
  return { kind, name, first: span, end: span.end, text: '', lineStarts: [] };
}

/** The text without blank lines at its ends. */
function textOf(part: Part): DocText {
  const { text, lineStarts } = part;
  let start = 0;
  let end = text.length;
  while (text[start] === '\n') start += 1;
  while (end > start && text[end - 1] === '\n') end -= 1;
  // Every line ends in '\n', the last one that counts too.
  const lines = lineStarts.slice(start, lineStarts.length - (text.length - end) + 1);
  return { text: text.slice(start, end), span: spanOf(part), lineStarts: lines };
}

function spanOf({ first, end }: Part): Span {
  return { ...first, end };
}

function noteFirst(part: Part): readonly Note[] {
  return [{ message: 'first here', span: spanOf(part) }];
}
