const PLAIN = /^[ !#-&(-[\]-~]*$/;
const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** A string literal in the quotes that prettier's `singleQuote` prefers. */
export function quote(value: string): string {
  if (PLAIN.test(value)) return `'${value}'`;
  const quotes = value.split("'").length > value.split('"').length ? '"' : "'";
  let text = quotes;
  for (const character of value) {
    text += character === quotes || character === '\\' ? `\\${character}` : escape(character);
  }
  return text + quotes;
}

/** Control characters, line separators and lone surrogates as `\u` escapes. */
function escape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const isSafe =
    code >= 0x20 &&
    !(code >= 0x7f && code < 0xa0) &&
    !(code >= 0xd800 && code < 0xe000) &&
    code !== 0x2028 &&
    code !== 0x2029;
  return isSafe ? character : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** A property name, quoted only where it is no identifier. */
export function printKey(name: string): string {
  return IDENTIFIER.test(name) ? name : quote(name);
}
