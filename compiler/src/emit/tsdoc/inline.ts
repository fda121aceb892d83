import type { SymbolRef } from '../print/source-module.js';

/** Finds the type that a name of the schema stands for. */
export type FindType = (name: string) => SymbolRef | undefined;

const SPECIAL = /[`@{}<>\\]/;
const ROLE = /:[a-z][a-z:+.-]*:$/;
const MEMBER_NAME = /(?:__[A-Za-z0-9.-]+_)?[A-Za-z_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?/y;

/**
 * Renders the inline markup of reStructuredText as TSDoc: literals as code, references and `@name` as
 * links to types or as code, and everything that TSDoc would take for markup escaped. Links go to `links`.
 */
export function renderInline(text: string, findType: FindType, links: Set<SymbolRef>): string {
  if (!SPECIAL.test(text)) return text;
  const refer = (name: string): string => {
    const symbol = findType(name);
    if (symbol === undefined) return code(name);
    links.add(symbol);
    return symbol.name === name ? `{@link ${name}}` : `{@link ${symbol.name} | ${name}}`;
  };
  let out = '';
  let i = 0;
  while (i < text.length) {
    const character = text.charAt(i);
    if (character === '`') {
      const quoted = readQuoted(text, i);
      if (quoted === undefined) {
        out += '\\`';
        i++;
      } else {
        out = quoted.isLiteral ? out : out.replace(ROLE, '');
        out += quoted.isLiteral ? code(quoted.content) : refer(quoted.content);
        i = quoted.end;
      }
    } else if (character === '@') {
      const name = isWord(text.charAt(i - 1)) ? undefined : readName(text, i + 1);
      out += name === undefined ? '\\@' : refer(name);
      i += 1 + (name?.length ?? 0);
    } else if (character === '\\' && isEscaped(text.charAt(i + 1))) {
      out += text.slice(i, i + 2);
      i += 2;
    } else {
      out += SPECIAL.test(character) ? `\\${character}` : character;
      i++;
    }
  }
  return out;
}

interface Quoted {
  readonly content: string;
  readonly isLiteral: boolean;
  readonly end: number;
}

/** What stands between two pairs of backquotes, which is a literal, or between two single ones. */
function readQuoted(text: string, start: number): Quoted | undefined {
  const mark = text.startsWith('``', start) ? '``' : '`';
  const from = start + mark.length;
  const end = text.indexOf(mark, from);
  if (end <= from) return undefined;
  const content = text.slice(from, end).replace(/\s*\n\s*/g, ' ');
  if (mark === '``') return { content, isLiteral: true, end: end + 2 };
  // `title <target>` and the underscores of `target`_
  const title = /^(.*\S)\s*<[^<>]*>$/.exec(content)?.[1];
  let after = end + 1;
  while (text.charAt(after) === '_') after++;
  return { content: title ?? content, isLiteral: false, end: after };
}

function readName(text: string, start: number): string | undefined {
  MEMBER_NAME.lastIndex = start;
  return MEMBER_NAME.exec(text)?.[0];
}

function isWord(character: string): boolean {
  return /\w/.test(character);
}

function isEscaped(character: string): boolean {
  return character !== '' && '*_|`\\'.includes(character);
}

/** A code span. */
export function code(content: string): string {
  const mark = content.includes('`') ? '``' : '`';
  const space = content.startsWith('`') || content.endsWith('`') ? ' ' : '';
  return mark + space + content.replace(/([\s{])@/g, '$1\\@') + space + mark;
}

/** Lines of code. Tools read an `@` after white space as a tag even there. */
export function fence(lines: readonly string[], indent: string): string[] {
  const mark = lines.some((line) => line.includes('```')) ? '````' : '```';
  const body = lines.map((line) =>
    line === '' ? '' : indent + line.replace(/(^|[\s{])@/g, '$1\\@'),
  );
  return [indent + mark, ...body, indent + mark];
}
