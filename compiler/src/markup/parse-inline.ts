import type { Span } from '../source/span.js';
import type { Passage } from './passage.js';
import type { Inline } from './tree.js';

/** Characters that can begin something. */
const SPECIAL = /[*`:@\\]|(?:https?|ftp):\/\//g;
const BEFORE_MARKUP = /[\s'"([{<\-/:]/;
const AFTER_MARKUP = /[\s'")\]}>\-/\\:.,;!?]/;
const CLOSING: Readonly<Record<string, string>> = {
  "'": "'",
  '"': '"',
  '(': ')',
  '[': ']',
  '{': '}',
  '<': '>',
};
const ROLE = /:([A-Za-z][\w.+-]{0,40}(?::[A-Za-z][\w.+-]{0,40})?):(?=`[^`])/y;
const NAME = /@((?:__[A-Za-z0-9.-]+_)?[A-Za-z_](?:[\w-]*\w)?)/y;
const URL = /(?:https?|ftp):\/\/[^\s<>"`]*[^\s<>"`.,;:!?')\]}]/y;
const TITLE_AND_TARGET = /^([^<]*[^<\s])\s*<([^<>]*)>$/;

/** Parses the markup inside a paragraph. What is not closed is plain text. */
export function parseInline(passage: Passage): readonly Inline[] {
  SPECIAL.lastIndex = 0;
  const { text, span } = passage;
  if (text !== '' && !SPECIAL.test(text)) return [{ kind: 'text', span, text }];
  return new InlineParser(passage).parse();
}

class InlineParser {
  readonly #passage: Passage;
  readonly #text: string;
  readonly #nodes: Inline[] = [];
  /** Plain text that has not become a node yet, and where it begins. */
  #plain = '';
  #plainStart = 0;
  #index = 0;
  /** Marks that are not closed from here to the end, so that nobody searches for them again. */
  readonly #unclosed = new Set<string>();

  constructor(passage: Passage) {
    this.#passage = passage;
    this.#text = passage.text;
  }

  parse(): readonly Inline[] {
    SPECIAL.lastIndex = 0;
    for (let match = SPECIAL.exec(this.#text); match !== null; match = SPECIAL.exec(this.#text)) {
      this.#plain += this.#text.slice(this.#index, match.index);
      this.#index = match.index;
      if (!this.#parseSpecial(match[0])) {
        this.#plain += this.#text.charAt(this.#index);
        this.#index += 1;
      }
      SPECIAL.lastIndex = this.#index;
    }
    this.#plain += this.#text.slice(this.#index);
    this.#index = this.#text.length;
    this.#endPlain(this.#index);
    return this.#nodes;
  }

  /** Parses what begins here; returns whether anything does. */
  #parseSpecial(special: string): boolean {
    switch (special) {
      case '\\':
        return this.#parseEscape();
      case '@':
        return this.#parseName();
      case ':':
        return this.#parseRole();
      case '`':
      case '*':
        return this.#parseMarked(special);
      default:
        return this.#parseLink();
    }
  }

  /** A backslash makes the next character plain, and white space nothing. */
  #parseEscape(): boolean {
    const escaped = this.#text.charAt(this.#index + 1);
    if (escaped === '') return false;
    if (/\S/.test(escaped)) this.#plain += escaped;
    this.#index += 2;
    return true;
  }

  #parseName(): boolean {
    const name = matchAt(NAME, this.#text, this.#index)?.[1];
    if (name === undefined || /\w/.test(this.#before())) return false;
    this.#push(this.#index + 1 + name.length, (span) => ({ kind: 'name', span, name }));
    return true;
  }

  #parseLink(): boolean {
    const url = matchAt(URL, this.#text, this.#index)?.[0];
    if (url === undefined || /\w/.test(this.#before())) return false;
    this.#push(this.#index + url.length, (span) => ({ kind: 'link', span, url }));
    return true;
  }

  /** `:role:` right before a reference. */
  #parseRole(): boolean {
    const match = matchAt(ROLE, this.#text, this.#index);
    if (match === undefined || !this.#canBegin()) return false;
    return this.#parseReference(this.#index + match[0].length, match[1]);
  }

  #parseMarked(character: '`' | '*'): boolean {
    const isDouble = this.#text.charAt(this.#index + 1) === character;
    const mark = isDouble ? character + character : character;
    if (mark === '`') return this.#canBegin() && this.#parseReference(this.#index, undefined);
    const start = this.#index + mark.length;
    const end = this.#canBegin() ? this.#findEnd(mark, start) : undefined;
    // All of the mark is plain then: its second half must not begin anything.
    if (end === undefined) return this.#skip(mark.length);
    const text = this.#text.slice(start, end);
    const kind = mark === '``' ? 'literal' : isDouble ? 'strong' : 'emphasis';
    this.#push(end + mark.length, (span) => ({ kind, span, text }));
    return true;
  }

  /** @param tick where the first backquote stands */
  #parseReference(tick: number, role: string | undefined): boolean {
    const end = this.#findEnd('`', tick + 1);
    if (end === undefined) return false;
    const lines = this.#text.slice(tick + 1, end).split('\n');
    const content = lines.map((line) => line.trim()).join(' ');
    const [, text = content, target = content] = TITLE_AND_TARGET.exec(content) ?? [];
    // The underscores of a link to a named place.
    let after = end + 1;
    while (this.#text.charAt(after) === '_') after += 1;
    this.#push(after, (span) => ({ kind: 'reference', span, text, target, role }));
    return true;
  }

  #skip(length: number): boolean {
    this.#plain += this.#text.slice(this.#index, this.#index + length);
    this.#index += length;
    return true;
  }

  /** Whether markup may begin here: behind white space or a bracket, and not between two quotes. */
  #canBegin(): boolean {
    const before = this.#before();
    if (before !== '' && !BEFORE_MARKUP.test(before)) return false;
    const closing = CLOSING[before];
    return closing === undefined || this.#text.charAt(this.#index + 1) !== closing;
  }

  /** Where the mark closes what begins at `start`. */
  #findEnd(mark: string, start: number): number | undefined {
    if (this.#unclosed.has(mark) || !/\S/.test(this.#text.charAt(start))) return undefined;
    let end = this.#text.indexOf(mark, start + 1);
    while (end >= 0) {
      const after = this.#text.charAt(end + mark.length);
      const isEscaped = mark !== '``' && this.#text.charAt(end - 1) === '\\';
      const isEnd = after === '' || AFTER_MARKUP.test(after) || (mark === '`' && after === '_');
      if (isEnd && !isEscaped && /\S/.test(this.#text.charAt(end - 1))) return end;
      end = this.#text.indexOf(mark, end + 1);
    }
    this.#unclosed.add(mark);
    return undefined;
  }

  #before(): string {
    return this.#index === 0 ? '' : this.#text.charAt(this.#index - 1);
  }

  /** Adds a node that ends at `end`, after the plain text before it. */
  #push(end: number, node: (span: Span) => Inline): void {
    this.#endPlain(this.#index);
    this.#nodes.push(node(this.#passage.spanOf(this.#index, end)));
    this.#index = end;
    this.#plainStart = end;
  }

  #endPlain(end: number): void {
    if (this.#plain !== '') {
      const span = this.#passage.spanOf(this.#plainStart, end);
      this.#nodes.push({ kind: 'text', span, text: this.#plain });
    }
    this.#plain = '';
    this.#plainStart = end;
  }
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text) ?? undefined;
}
