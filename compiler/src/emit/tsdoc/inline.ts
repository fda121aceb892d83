import type { SymbolRef } from '../print/source-module.js';

/** Finds the type that a name of the schema stands for. */
export type FindType = (name: string) => SymbolRef | undefined;

const SPECIAL = /[`@{}<\\]/g;
const ROLE = /:[a-z][a-z:+.-]*:$/;
const ROLE_MAX = 64;
const MEMBER_NAME = /(?:__[A-Za-z0-9.-]+_)?[A-Za-z_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?/y;

/**
 * Renders the inline markup of reStructuredText as TSDoc: literals as code, references and `@name` as
 * links to types or as code, and everything that TSDoc would take for markup escaped. Links go to `links`.
 */
export function renderInline(text: string, findType: FindType, links: Set<SymbolRef>): string {
  const refer = (name: string): string => {
    const symbol = findType(name);
    if (symbol === undefined) return code(name);
    links.add(symbol);
    return symbol.name === name ? `{@link ${name}}` : `{@link ${symbol.name} | ${name}}`;
  };
  let out = '';
  let done = 0;
  while (done < text.length) {
    SPECIAL.lastIndex = done;
    const at = SPECIAL.exec(text)?.index ?? text.length;
    out += text.slice(done, at);
    done = at + 1;
    const character = text.charAt(at);
    if (character === '`') {
      const quoted = readQuoted(text, at);
      if (quoted === undefined) {
        out += '\\`';
        continue;
      }
      if (!quoted.isLiteral && out.endsWith(':')) out = withoutRole(out);
      out += quoted.isLiteral ? code(quoted.content) : refer(quoted.content);
      done = quoted.end;
    } else if (character === '@') {
      const name = isWord(text.charAt(at - 1)) ? undefined : readName(text, done);
      out += name === undefined ? '\\@' : refer(name);
      done += name?.length ?? 0;
    } else if (character === '\\' && isEscaped(text.charAt(done))) {
      out += text.slice(at, done + 1);
      done++;
    } else if (character !== '') {
      out += `\\${character}`;
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
  const raw = text.slice(from, end);
  const content = raw.includes('\n') ? joinLines(raw) : raw;
  if (mark === '``') return { content, isLiteral: true, end: end + 2 };
  // `title <target>` and the underscores of `target`_
  const target = content.endsWith('>') ? content.lastIndexOf('<') : -1;
  let after = end + 1;
  while (text.charAt(after) === '_') after++;
  const title = target > 0 ? content.slice(0, target).trimEnd() : content;
  return { content: title, isLiteral: false, end: after };
}

function joinLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
}

/** The text without the name of a role, such as `:ref:`, at its end. */
function withoutRole(text: string): string {
  return text.slice(0, -ROLE_MAX) + text.slice(-ROLE_MAX).replace(ROLE, '');
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
  const text = content.includes('@') ? content.replace(/([\s{])@/g, '$1\\@') : content;
  if (!text.includes('`')) return `\`${text}\``;
  return text.startsWith('`') || text.endsWith('`') ? `\`\` ${text} \`\`` : `\`\`${text}\`\``;
}

/** Lines of code. Tools read an `@` after white space as a tag even there. */
export function fence(lines: readonly string[], indent: string): string[] {
  const mark = lines.some((line) => line.includes('```')) ? '````' : '```';
  const body = lines.map((line) =>
    line === '' ? '' : indent + line.replace(/(^|[\s{])@/g, '$1\\@'),
  );
  return [indent + mark, ...body, indent + mark];
}
