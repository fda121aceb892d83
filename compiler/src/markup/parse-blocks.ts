import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import { readDirective } from './directives.js';
import {
  endOfTable,
  isComment,
  isMessage,
  isWording,
  matchBullet,
  matchHeading,
  matchNumber,
} from './line-forms.js';
import { parseInline } from './parse-inline.js';
import { commonIndent, endOfIndented, isBlank, Passage, trimBlank, type Line } from './passage.js';
import type { Block, Directive, Inline, ListItem } from './tree.js';

/** Blocks may stand inside each other this deep; what is deeper is a paragraph. */
const MAX_DEPTH = 40;

/** Parses lines that share an indentation. */
export function parseBlocks(file: SourceFile, lines: readonly Line[], depth = 0): readonly Block[] {
  return new BlockParser(file, trimBlank(lines), depth).parse();
}

class BlockParser {
  readonly #file: SourceFile;
  readonly #lines: readonly Line[];
  readonly #depth: number;
  readonly #indent: number;
  readonly #blocks: Block[] = [];
  #index = 0;

  constructor(file: SourceFile, lines: readonly Line[], depth: number) {
    this.#file = file;
    this.#lines = lines;
    this.#depth = depth;
    this.#indent = commonIndent(lines);
  }

  parse(): readonly Block[] {
    if (this.#lines.length === 0) return [];
    if (this.#depth >= MAX_DEPTH) return [this.#paragraph(this.#lines)];
    for (let line = this.#lines[0]; line !== undefined; line = this.#lines[this.#index]) {
      if (isBlank(line)) this.#index += 1;
      else this.#parseBlock(line);
    }
    return this.#blocks;
  }

  #parseBlock(line: Line): void {
    if (line.indent > this.#indent) this.#parseQuote();
    else if (isWording(line)) this.#parseWording(line);
    else if (isComment(line)) this.#parseExplicit();
    else if (isMessage(line)) this.#parseMessages();
    else if (matchBullet(line) !== undefined) this.#parseBulletList();
    else if (this.#isNumbered(this.#index)) this.#parseNumberedList();
    else if (!this.#parseTable()) this.#parseWording(line);
  }

  #parseWording(line: Line): void {
    if (!this.#parseHeading()) this.#parseText(line);
  }

  #parseQuote(): void {
    const lines = this.#take(endOfIndented(this.#lines, this.#index, this.#indent));
    this.#blocks.push({
      kind: 'quote',
      span: this.#spanOf(lines),
      blocks: this.#parseInner(lines),
    });
  }

  /** A directive or a comment. */
  #parseExplicit(): void {
    const lines = this.#take(endOfIndented(this.#lines, this.#index + 1, this.#indent));
    const span = this.#spanOf(lines);
    const directive = readDirective(lines);
    if (directive === undefined) {
      this.#blocks.push({ kind: 'comment', span });
      return;
    }
    const { name, argument, options, content, isLiteral } = directive;
    const node: Directive = {
      kind: 'directive',
      span,
      name,
      argument: this.#inline(argument),
      options: options.map((option) => ({
        name: option.name,
        span: this.#spanOf(option.lines),
        value: this.#inline(option.value),
      })),
      blocks: isLiteral ? this.#literal(content) : this.#parseInner(content),
    };
    this.#blocks.push(node);
  }

  /**
   * Messages of an example that nothing announces, as older documentation has them. They belong together
   * where only blank lines are between them.
   */
  #parseMessages(): void {
    let end = this.#index;
    for (let i = end; i < this.#lines.length; i += 1) {
      const line = this.#lines[i];
      if (line === undefined || isBlank(line)) continue;
      const isNew = i > this.#index && isBlank(this.#lines[i - 1] ?? line);
      if (isNew && line.indent === this.#indent && !isMessage(line)) break;
      end = i + 1;
    }
    this.#blocks.push(...this.#literal(this.#take(end)));
  }

  #parseBulletList(): void {
    const items = this.#parseItems((i) => matchBullet(this.#lineAt(i)));
    this.#blocks.push({ kind: 'bullet-list', span: join(items), items });
  }

  #parseNumberedList(): void {
    const start = matchNumber(this.#lineAt(this.#index))?.number ?? 1;
    const items = this.#parseItems((i) =>
      this.#isNumbered(i) ? matchNumber(this.#lineAt(i))?.marker : undefined,
    );
    this.#blocks.push({ kind: 'numbered-list', span: join(items), start, items });
  }

  /** @param markerAt the marker of the item that the line with this index begins, if it begins one */
  #parseItems(markerAt: (index: number) => string | undefined): readonly ListItem[] {
    const items: ListItem[] = [];
    for (;;) {
      let next = this.#index;
      while (next < this.#lines.length && isBlank(this.#lineAt(next))) next += 1;
      const marker = next < this.#lines.length ? markerAt(next) : undefined;
      if (marker === undefined || this.#lineAt(next).indent !== this.#indent) return items;
      this.#index = next;
      const [first, ...rest] = this.#take(endOfIndented(this.#lines, next + 1, this.#indent));
      if (first === undefined) return items;
      const lines = [dropMarker(first, marker.length, rest), ...rest];
      items.push({ span: this.#spanOf([first, ...rest]), blocks: this.#parseInner(lines) });
    }
  }

  /** Whether the line begins an item and is not just a line of text with a number in front. */
  #isNumbered(index: number): boolean {
    const line = this.#lineAt(index);
    if (matchNumber(line) === undefined) return false;
    const next = this.#lines[index + 1];
    return (
      next === undefined ||
      isBlank(next) ||
      next.indent > line.indent ||
      matchNumber(next) !== undefined
    );
  }

  #parseTable(): boolean {
    const end = endOfTable(this.#lines, this.#index);
    if (end === undefined) return false;
    const text = new Passage(this.#file, this.#take(end));
    this.#blocks.push({ kind: 'table', span: text.span, text });
    return true;
  }

  #parseHeading(): boolean {
    const form = matchHeading(this.#lines, this.#index);
    if (form === undefined) return false;
    const { adornment, hasOverline, titleStart } = form;
    const line = this.#lineAt(this.#index + form.titleLine);
    const title = this.#inline([dropMarker(line, titleStart, [])]);
    const lines = this.#take(this.#index + form.length);
    this.#blocks.push({
      kind: 'heading',
      span: this.#spanOf(lines),
      adornment,
      hasOverline,
      title,
    });
    return true;
  }

  /** A paragraph, with the literal block that `::` announces; or a line with its definition. */
  #parseText(first: Line): void {
    let end = this.#index + 1;
    for (let line = this.#lines[end]; line !== undefined; line = this.#lines[end]) {
      if (isBlank(line) || line.indent !== this.#indent || isMessage(line)) break;
      end += 1;
    }
    const next = this.#lines[end];
    const isTerm =
      end === this.#index + 1 && next !== undefined && next.indent > this.#indent && !isBlank(next);
    const lines = this.#take(end);
    const last = lines.at(-1) ?? first;
    if (last.text.endsWith('::')) this.#parseAnnounced(lines, last);
    else if (isTerm) this.#parseDefinition(first);
    else this.#blocks.push(this.#paragraph(lines));
  }

  #parseAnnounced(lines: readonly Line[], last: Line): void {
    // One colon stays, unless nothing or white space comes before the two.
    const lead = last.text.slice(0, -2);
    const text = /\S$/.test(lead) ? last.text.slice(0, -1) : lead.trimEnd();
    const paragraph = trimBlank([...lines.slice(0, -1), { ...last, text }]);
    if (paragraph.length > 0) this.#blocks.push(this.#paragraph(paragraph));
    const content = this.#take(endOfIndented(this.#lines, this.#index, this.#indent));
    this.#blocks.push(...this.#literal(content));
  }

  #parseDefinition(first: Line): void {
    const lines = this.#take(endOfIndented(this.#lines, this.#index, this.#indent));
    const span = this.#spanOf([first, ...lines]);
    const term = this.#inline([first]);
    this.#blocks.push({ kind: 'definition', span, term, blocks: this.#parseInner(lines) });
  }

  #parseInner(lines: readonly Line[]): readonly Block[] {
    return parseBlocks(this.#file, lines, this.#depth + 1);
  }

  #paragraph(lines: readonly Line[]): Block {
    return { kind: 'paragraph', span: this.#spanOf(lines), content: this.#inline(lines) };
  }

  #inline(lines: readonly Line[]): readonly Inline[] {
    return lines.length === 0 ? [] : parseInline(new Passage(this.#file, lines));
  }

  #literal(lines: readonly Line[]): readonly Block[] {
    const content = trimBlank(lines);
    if (content.length === 0) return [];
    const text = new Passage(this.#file, content);
    return [{ kind: 'literal-block', span: text.span, text }];
  }

  #lineAt(index: number): Line {
    const line = this.#lines[index];
    if (line === undefined) throw new Error(`there is no line ${index}`);
    return line;
  }

  /** The lines up to `end`, which are done then. */
  #take(end: number): readonly Line[] {
    const lines = this.#lines.slice(this.#index, end);
    this.#index = end;
    return lines;
  }

  #spanOf(lines: readonly Line[]): Span {
    const content = trimBlank(lines);
    const [first, last] = [content[0], content.at(-1)];
    const start = first?.start ?? 0;
    return {
      file: this.#file,
      start,
      end: last === undefined ? start : last.start + last.text.length,
    };
  }
}

/** The line without its marker, indented as what follows, if that is less. */
function dropMarker(line: Line, length: number, rest: readonly Line[]): Line {
  const { indent, text, start } = line;
  const below = trimBlank(rest).length > 0 ? commonIndent(rest) : Infinity;
  return {
    indent: Math.min(indent + length, below),
    text: text.slice(length),
    start: start + length,
  };
}

function join(items: readonly ListItem[]): Span {
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a list has items');
  return { ...first.span, end: last.span.end };
}
