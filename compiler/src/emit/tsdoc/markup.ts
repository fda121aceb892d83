import type { SymbolRef } from '../print/source-module.js';
import { code, fence, renderInline, type FindType } from './inline.js';
import { append, dedent, dedentDescription, indentOf } from './text-lines.js';

/** A `qmp-example`. */
export interface Example {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Of directives in directives. */
const MAX_DEPTH = 8;

/** What a line has that does not pass as it is: most do. */
const MARKUP = /[`@{<\\}]|::|^ *(?:[#>+=~]|\.\. |->|<-)/;

const DIRECTIVE = /^ *\.\. ([\w-]+):: ?(.*)$/;
const OPTION = /^:([\w-]+): ?(.*)$/;
const CODE_DIRECTIVES = new Set(['code', 'code-block', 'parsed-literal', 'sourcecode']);
const TITLED_DIRECTIVES = new Set(['admonition', 'table']);

/**
 * Renders the reStructuredText of documentation as Markdown: paragraphs and lists as they stand, literal
 * blocks and tables as code, notes as paragraphs that say so. Examples are set aside: they become tags.
 */
export class Markup {
  readonly links = new Set<SymbolRef>();
  readonly examples: Example[] = [];
  readonly #findType: FindType;

  constructor(findType: FindType) {
    this.#findType = findType;
  }

  /** @param depth how many directives the lines stand in */
  render(lines: readonly string[], depth = 0): readonly string[] {
    if (!lines.some((line) => MARKUP.test(line))) return lines;
    if (depth > MAX_DEPTH) return fence(lines, '');
    const out: string[] = [];
    let i = 0;
    while (i < lines.length) {
      const line = lines[i] ?? '';
      if (line === '') {
        if (out.length > 0 && out.at(-1) !== '') out.push('');
        i++;
      } else if (/^ *\.\. /.test(line)) {
        const end = endOfIndented(lines, i + 1, indentOf(line));
        const [, name, argument = ''] = DIRECTIVE.exec(line) ?? [];
        const body = lines.slice(i + 1, end);
        // Without a name it is a comment.
        if (name !== undefined) append(out, this.#directive(name, argument, body, depth + 1));
        i = end;
      } else if (isCode(line)) {
        const end = endOfCode(lines, i);
        append(out, fence(dedent(lines.slice(i, end)), ''));
        i = end;
      } else {
        const end = endOfParagraph(lines, i);
        i = this.#paragraph(lines, i, end, out);
      }
    }
    while (out.at(-1) === '') out.pop();
    return out;
  }

  /** Renders a paragraph, and the literal block that follows it where it ends in `::`. */
  #paragraph(lines: readonly string[], start: number, end: number, out: string[]): number {
    const first = lines[start] ?? '';
    const text = lines.slice(start, end).join('\n');
    if (!text.endsWith('::')) {
      append(out, this.#inline(text));
      return end;
    }
    const lead = text.slice(0, -2);
    const isAlone = lead.trim() === '';
    if (!isAlone) append(out, this.#inline(/\s$/.test(lead) ? lead.trimEnd() : `${lead}:`));
    const blockEnd = endOfIndented(lines, end, indentOf(first));
    const block = dedent(lines.slice(end, blockEnd));
    if (block.length === 0) return blockEnd;
    if (out.length > 0 && out.at(-1) !== '') out.push('');
    append(out, fence(block, ' '.repeat(indentOf(first))));
    return blockEnd;
  }

  #inline(text: string): string[] {
    const lines = renderInline(text, this.#findType, this.links).split('\n');
    return lines.map((line) => (/^ *(#|>|~~~)/.test(line) ? escapeStart(line) : line));
  }

  #directive(
    name: string,
    argument: string,
    body: readonly string[],
    depth: number,
  ): readonly string[] {
    if (name === 'qmp-example') {
      this.#example(body, depth);
      return [];
    }
    const { content } = readOptions(body);
    if (CODE_DIRECTIVES.has(name)) return fence(content, '');
    const isTitled = TITLED_DIRECTIVES.has(name);
    const label = isTitled ? argument : name.charAt(0).toUpperCase() + name.slice(1);
    const rendered = isTitled ? content : dedentDescription(argument, body);
    const title = `**${this.#inline(label).join(' ')}:**`;
    const lines = this.render(rendered, depth);
    const [first, ...rest] = lines;
    if (first === undefined) return [title];
    return isProse(first) ? [`${title} ${first}`, ...rest] : [title, '', ...lines];
  }

  #example(body: readonly string[], depth: number): void {
    const { options, content } = readOptions(body);
    const title = this.#inline(options.get('title') ?? '').join(' ');
    const lines = options.has('annotated') ? this.render(content, depth) : fence(content, '');
    this.examples.push({ title, lines });
  }
}

/** The `:name: value` lines at the start of a directive's body, and what follows them. */
function readOptions(lines: readonly string[]): {
  options: ReadonlyMap<string, string>;
  content: string[];
} {
  const body = dedent(lines);
  const options = new Map<string, string>();
  let i = 0;
  for (; i < body.length; i++) {
    const [match, name = '', value = ''] = OPTION.exec(body[i] ?? '') ?? [];
    if (match === undefined) break;
    options.set(name, value);
  }
  return { options, content: dedent(body.slice(i)) };
}

/** Where the lines from `start` on are no longer blank or indented by more than `indent`. */
function endOfIndented(lines: readonly string[], start: number, indent: number): number {
  let end = start;
  for (let i = start; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line === '') continue;
    if (indentOf(line) <= indent) break;
    end = i + 1;
  }
  return end;
}

function endOfParagraph(lines: readonly string[], start: number): number {
  let end = start;
  while (end < lines.length && lines[end] !== '') end++;
  return end;
}

/** Runs of an example's messages belong together. */
function endOfCode(lines: readonly string[], start: number): number {
  let end = endOfParagraph(lines, start);
  if (!isMessage(lines[start] ?? '')) return end;
  while (isMessage(lines[end + 1] ?? '')) end = endOfParagraph(lines, end + 1);
  return end;
}

/** What is set in a fixed pitch although nothing says so: messages of an example, and tables. */
function isCode(line: string): boolean {
  return isMessage(line) || /^ *(\+[-=]|=+ +=)/.test(line);
}

function isMessage(line: string): boolean {
  return /^ *(->|<-) /.test(line);
}

function escapeStart(line: string): string {
  const indent = indentOf(line);
  return `${line.slice(0, indent)}\\${line.slice(indent)}`;
}

/** Whether something may stand before the line, on the same one. */
export function isProse(line: string): boolean {
  return !/^ *([-*+] |\d+[.)] |```|\||>|#)/.test(line);
}

/** A list of named things, as Markdown. */
export function renderList(
  items: readonly { readonly label: string; readonly lines: readonly string[] }[],
): string[] {
  return items.flatMap(({ label, lines }) => {
    const [first, ...rest] = lines;
    if (first === undefined) return [`- ${label}`];
    const isInline = isProse(first);
    const more = (isInline ? rest : lines).map((line) => (line === '' ? '' : `  ${line}`));
    return [isInline ? `- ${label}: ${first}` : `- ${label}:`, ...more];
  });
}

/** A name of the schema, and in brackets what else is to be said of it. */
export function labelOf(name: string, remarks: readonly string[]): string {
  return remarks.length === 0 ? code(name) : `${code(name)} (${remarks.join(', ')})`;
}
