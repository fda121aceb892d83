import type { DiagnosticSession } from '../diagnostic/session.js';
import type { Span } from '../source/span.js';
import type { DocMember, DocSection, DocSectionKind, Documentation } from './documentation.js';

type Kind = DocSectionKind | 'Member' | 'Feature';

/** A part of a documentation block while it is put together. */
interface Part {
  readonly kind: Kind;
  readonly name: string;
  span: Span;
  text: string;
}

/** Puts the parts of a documentation block together, in the order in which they are read. */
export class DocBuilder {
  readonly #session: DiagnosticSession;
  readonly #body: Part;
  readonly #parts: Part[];

  constructor(span: Span, session: DiagnosticSession) {
    this.#session = session;
    this.#body = { kind: 'Plain', name: '', span, text: '' };
    this.#parts = [this.#body];
  }

  get hasFeatures(): boolean {
    return this.#parts.some(({ kind }) => kind === 'Feature');
  }

  addText(text: string, span?: Span): void {
    const part = this.#last();
    part.text += `${text}\n`;
    if (span !== undefined) part.span = { ...part.span, end: span.end };
  }

  /** Continues the last part if it is plain text, after a blank line; else begins a plain part. */
  beginParagraph(span: Span): void {
    const part = this.#last();
    if (part.kind !== 'Plain') {
      this.#parts.push({ kind: 'Plain', name: '', span, text: '' });
      return;
    }
    if (part.text === '') part.span = span;
    part.text += '\n';
  }

  beginDescription(kind: 'Member' | 'Feature', name: string, span: Span): void {
    if (name === '') {
      this.#session.report('doc/empty-name', { span }, {});
      this.beginParagraph(span);
      return;
    }
    if (this.#parts.some((part) => part.kind === kind && part.name === name)) {
      this.#session.report('doc/duplicate-name', { span }, { name });
    }
    this.#parts.push({ kind, name, span, text: '' });
  }

  beginSection(kind: DocSectionKind, span: Span): void {
    const isUnique = kind === 'Returns' || kind === 'Errors' || kind === 'Since';
    if (isUnique && this.#parts.some((part) => part.kind === kind)) {
      this.#session.report('doc/duplicate-section', { span }, { section: kind });
    }
    this.#parts.push({ kind, name: '', span, text: '' });
  }

  build(symbol: string | undefined, span: Span): Documentation {
    const members: DocMember[] = [];
    const features: DocMember[] = [];
    const sections: DocSection[] = [];
    for (const part of this.#parts) {
      const text = part.text.replace(/^\n+|\n+$/g, '');
      if (text === '' && part.kind !== 'Plain') {
        const what =
          part.name === '' ? `the section '${part.kind}:'` : `the description of '${part.name}'`;
        this.#session.report('doc/empty-section', { span: part.span }, { what });
      }
      if (part === this.#body) continue;
      if (part.kind === 'Member') members.push({ name: part.name, text, span: part.span });
      else if (part.kind === 'Feature') features.push({ name: part.name, text, span: part.span });
      else sections.push({ kind: part.kind, text, span: part.span });
    }
    const body = { text: this.#body.text.replace(/^\n+|\n+$/g, ''), span: this.#body.span };
    return { span, symbol, body, members, features, sections };
  }

  #last(): Part {
    return this.#parts.at(-1) ?? this.#body;
  }
}
