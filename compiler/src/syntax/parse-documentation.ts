import type { DiagnosticSession } from '../diagnostic/session.js';
import type { SourceFile } from '../source/source-file.js';
import type { DocBlock } from './ast.js';
import { DocBuilder } from './doc-builder.js';
import { DocLines, indentOf, type DocLine } from './doc-lines.js';
import type { DocSectionKind, Documentation } from './documentation.js';

/** `@name: text` at the beginning of a line. */
const DESCRIPTION = /^@([^:]*): */;
/** A tagged section. With two colons it is markup and no section. */
const SECTION = /^(Returns|Errors|Since|Notes?|Examples?|TODO)(?!::): */;

const SECTION_KINDS: Readonly<Record<string, DocSectionKind>> = {
  Returns: 'Returns',
  Errors: 'Errors',
  Since: 'Since',
  TODO: 'Todo',
};

/** Takes a documentation block apart. What is wrong is reported; the rest is kept. */
export function parseDocumentation(
  file: SourceFile,
  block: DocBlock,
  session: DiagnosticSession,
): Documentation {
  const span = { file, start: block.start, end: block.end };
  const lines = new DocLines(file, block, session);
  const builder = new DocBuilder(span, session);
  const parser = new DocParser(lines, builder, session);
  const symbol = lines.current?.text.startsWith('@') === true ? parser.parseSymbol() : undefined;
  if (symbol === undefined) parser.parseFreeForm();
  else parser.parseDefinition();
  return builder.build(symbol, span);
}

class DocParser {
  readonly #lines: DocLines;
  readonly #builder: DocBuilder;
  readonly #session: DiagnosticSession;
  /** A section has begun, so that members can no longer be described. */
  #membersDone = false;

  constructor(lines: DocLines, builder: DocBuilder, session: DiagnosticSession) {
    this.#lines = lines;
    this.#builder = builder;
    this.#session = session;
  }

  /** `@NAME:`, the first line of the documentation of a definition. */
  parseSymbol(): string | undefined {
    const line = this.#lines.current;
    if (line === undefined) return undefined;
    let symbol = line.text.slice(1, -1);
    if (!line.text.endsWith(':')) {
      this.#session.report('doc/symbol-colon', { span: line.span }, {});
      symbol = line.text.slice(1).split(/[\s:]/, 1)[0] ?? '';
    }
    if (symbol === '') this.#session.report('doc/symbol-empty', { span: line.span }, {});
    this.#lines.next();
    return symbol;
  }

  parseFreeForm(): void {
    this.#builder.beginParagraph(this.#lines.here);
    for (let line = this.#lines.current; line !== undefined; line = this.#lines.next()) {
      const name = DESCRIPTION.exec(line.text)?.[1];
      if (name !== undefined) {
        this.#session.report('doc/description-in-free-form', { span: line.span }, { name });
      }
      this.#builder.addLine(line);
    }
  }

  parseDefinition(): void {
    for (;;) {
      const line = this.#lines.skipBlank();
      if (line === undefined) return;
      const section = SECTION.exec(line.text);
      if (line.text === 'Features:') this.#parseFeatures(line);
      else if (DESCRIPTION.test(line.text)) this.#parseMembers(line);
      else if (section !== null) this.#parseSection(line, section[1] ?? '', section[0].length);
      else this.#parseParagraph(line);
    }
  }

  #parseFeatures(heading: DocLine): void {
    if (this.#builder.hasFeatures) {
      this.#session.report('doc/duplicate-features', { span: heading.span }, {});
    }
    this.#lines.next();
    const first = this.#lines.skipBlank();
    if (first !== undefined && DESCRIPTION.test(first.text)) this.#parseDescriptions('Feature');
    else if (!this.#builder.hasFeatures) {
      this.#session.report('doc/features-empty', { span: this.#lines.here }, {});
    }
    this.#membersDone = true;
  }

  #parseMembers(line: DocLine): void {
    if (this.#membersDone) {
      const name = DESCRIPTION.exec(line.text)?.[1] ?? '';
      this.#session.report('doc/member-after-section', { span: line.span }, { name });
    }
    this.#parseDescriptions('Member');
    this.#membersDone = true;
  }

  /** One description after the other, each with its indented lines. */
  #parseDescriptions(kind: 'Member' | 'Feature'): void {
    for (let line = this.#lines.current; line !== undefined; line = this.#lines.current) {
      const match = DESCRIPTION.exec(line.text);
      if (match === null) return;
      this.#builder.beginDescription(kind, match[1] ?? '', line.span);
      this.#addRest(line, match[0].length);
      this.#parseIndented();
    }
  }

  #parseSection(line: DocLine, tag: string, length: number): void {
    const kind = SECTION_KINDS[tag];
    if (kind === undefined) {
      this.#session.report('doc/outdated-section', { span: line.span }, { section: tag });
      this.#builder.beginParagraph(line.span);
      this.#builder.addLine(line);
    } else {
      this.#builder.beginSection(kind, line.span);
      this.#addRest(line, length);
    }
    this.#parseIndented();
    this.#membersDone = true;
  }

  #parseParagraph(first: DocLine): void {
    this.#builder.beginParagraph(first.span);
    let line: DocLine | undefined = first;
    while (line !== undefined && line.text !== '') {
      this.#builder.addLine(line);
      line = this.#lines.next();
    }
  }

  #addRest({ text, start, span }: DocLine, from: number): void {
    const rest = text.slice(from);
    if (rest !== '') this.#builder.addLine({ text: rest, start: start + from, span });
  }

  /**
   * The lines below a description or a tag, if they are indented, up to one that is indented less. Like the
   * reference, this takes such a line for a mistake only where it is the second.
   */
  #parseIndented(): void {
    this.#lines.next();
    let first = this.#lines.current;
    while (first?.text === '') {
      this.#builder.addLine(first);
      first = this.#lines.next();
    }
    const indent = first === undefined ? 0 : indentOf(first.text);
    if (first === undefined || indent === 0) return;
    this.#builder.addLine(first);
    for (let isFirst = true; ; isFirst = false) {
      const line = this.#lines.next();
      if (line === undefined || DESCRIPTION.test(line.text)) return;
      if (line.text !== '' && indentOf(line.text) < indent) {
        if (!isFirst) return;
        this.#session.report('doc/de-indent', { span: line.span }, { indent });
      }
      this.#builder.addLine(line);
    }
  }
}
