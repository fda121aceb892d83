import type { DiagnosticSession } from '../diagnostic/session.js';
import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import type { CommentLine, DocBlock } from './ast.js';

const MAX_COLUMNS = 70;
/** An address cannot be broken. */
const ADDRESS = /^ *(https?|ftp):\/\/[^ ]*$/;
/** The second group is the end of a sentence that one space separates from the next. */
const SENTENCES = /(\be\.g\.|^ *\d\.|([.!?])) [A-Z0-9(]/g;
const LITERAL_BLOCK = /^(\.\. +qmp-example)? *::$/;

/** A line of documentation without its `# `. */
export interface DocLine {
  readonly text: string;
  /** Where in the file `text` begins. */
  readonly start: number;
  /** The line with its `#`. */
  readonly span: Span;
}

/** Reads the lines of a documentation block one by one, and checks their form on the way. */
export class DocLines {
  readonly #file: SourceFile;
  readonly #block: DocBlock;
  readonly #session: DiagnosticSession;
  #index = 0;
  /** Inside a literal block the rules of style do not count. */
  #isLiteral = false;
  #literalIndent = 0;
  #current: DocLine | undefined;

  constructor(file: SourceFile, block: DocBlock, session: DiagnosticSession) {
    this.#file = file;
    this.#block = block;
    this.#session = session;
    if (block.open.text !== '##') {
      session.report('doc/junk-after-marker', { span: this.#span(block.open) }, {});
    }
    this.next();
  }

  /** The current line; undefined behind the last one. */
  get current(): DocLine | undefined {
    return this.#current;
  }

  /** The span of the current line, or of the closing `##`. */
  get here(): Span {
    return this.#current?.span ?? this.#endSpan();
  }

  /** Moves on, and returns the new current line. */
  next(): DocLine | undefined {
    const line = this.#block.lines[this.#index];
    this.#index += 1;
    this.#current = line === undefined ? this.#finish() : this.#read(line);
    return this.#current;
  }

  skipBlank(): DocLine | undefined {
    while (this.#current?.text === '') this.next();
    return this.#current;
  }

  #finish(): undefined {
    const { open, close, lines } = this.#block;
    if (this.#index > lines.length + 1) return;
    const span = this.#endSpan();
    const notes = [{ message: 'it begins here', span: this.#span(open) }];
    if (close === undefined) this.#session.report('doc/not-closed', { span, notes }, {});
    else if (close.text !== '##') this.#session.report('doc/junk-after-marker', { span }, {});
  }

  #read(line: CommentLine): DocLine {
    const span = this.#span(line);
    if (line.text !== '#' && line.text[1] !== ' ') {
      this.#session.report('doc/missing-space', { span }, {});
      return { text: line.text.slice(1).trimEnd(), start: line.start + 1, span };
    }
    const text = line.text.slice(2).trimEnd();
    this.#followLiteralBlock(text);
    if (!this.#isLiteral) this.#checkStyle(text, span);
    return { text, start: Math.min(line.start + 2, line.end), span };
  }

  #followLiteralBlock(text: string): void {
    if (LITERAL_BLOCK.test(text)) {
      this.#isLiteral = true;
      this.#literalIndent = 0;
    } else if (this.#isLiteral && text !== '') {
      const indent = indentOf(text);
      if (this.#literalIndent === 0) this.#literalIndent = indent;
      else if (indent < this.#literalIndent) this.#isLiteral = false;
    }
  }

  #checkStyle(text: string, span: Span): void {
    if (text.length + 2 > MAX_COLUMNS) this.#checkLength(text, span);
    for (const match of text.matchAll(SENTENCES)) {
      if (match[2] === undefined) continue;
      // The gap between the sentences, counted from the beginning of the line as the reference does.
      const lineStart = this.#file.text.lastIndexOf('\n', span.start) + 1;
      const gap = lineStart + 2 + match.index + 1;
      const place = { span: { file: this.#file, start: gap, end: gap + 1 } };
      this.#session.report('doc/one-space-between-sentences', place, {});
    }
  }

  #checkLength(text: string, span: Span): void {
    const characters = Array.from(text);
    const length = characters.length + 2;
    if (length <= MAX_COLUMNS || ADDRESS.test(text)) return;
    const excess = characters.slice(MAX_COLUMNS - 2).join('').length;
    const end = span.start + 2 + text.length;
    const place = { span: { ...span, start: end - excess, end }, anchor: span };
    this.#session.report('doc/line-too-long', place, { length, limit: MAX_COLUMNS });
  }

  /** The closing `##`, or what stands where it should. */
  #endSpan(): Span {
    const { close, next } = this.#block;
    if (close !== undefined) return this.#span(close);
    const start = Math.min(next, this.#file.end);
    return { file: this.#file, start, end: start };
  }

  #span({ start, end }: CommentLine): Span {
    return { file: this.#file, start, end };
  }
}

/** Width of the white space that a line begins with. */
export function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
