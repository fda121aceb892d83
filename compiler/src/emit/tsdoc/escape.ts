/** Characters that are looked at: most text has none. */
const NOTICED = /[`@{}<\\*_]/;
const SPECIAL = /[`@{}<\\]/g;
const START = /^[-+*] |^[#>]|^~~~/m;
/** Bullets on the first line only. */
const EACH_START = /(?<![^])[-+*] |^[#>]|^~~~/gm;
/** What begins emphasis in Markdown where something ends it. */
const STARS = /(?<!\*)\*+(?=\w)/g;
const UNDERSCORES = /(?<!\w)_+(?=[A-Za-z0-9])/g;
const CLOSING_UNDERSCORE = /_(?!\w)/;

/** Plain text, in which nothing is TSDoc or Markdown. How lines begin is not looked at. */
export function escapeText(text: string): string {
  if (!NOTICED.test(text)) return text;
  let out = text.replace(SPECIAL, '\\$&');
  if (out.indexOf('*') !== out.lastIndexOf('*')) out = out.replace(STARS, escapeAll);
  if (CLOSING_UNDERSCORE.test(out)) out = out.replace(UNDERSCORES, escapeAll);
  return out;
}

/** A paragraph, no line of which may become a heading, a quote or a fence, nor the first one a list. */
export function escapeStarts(paragraph: string): string {
  return START.test(paragraph) ? paragraph.replace(EACH_START, '\\$&') : paragraph;
}

/** A code span. */
export function code(content: string): string {
  const text = content.includes('@') ? content.replace(/([\s{])@/g, '$1\\@') : content;
  if (!text.includes('`')) return `\`${text}\``;
  return text.startsWith('`') || text.endsWith('`') ? `\`\` ${text} \`\`` : `\`\`${text}\`\``;
}

/** Lines of code. Tools read an `@` after white space as a tag even there. */
export function fence(text: string): readonly string[] {
  const mark = text.includes('```') ? '````' : '```';
  return [mark, ...text.replace(/(^|[\s{])@/g, '$1\\@').split('\n'), mark];
}

function escapeAll(run: string): string {
  return run.replace(/./g, '\\$&');
}
