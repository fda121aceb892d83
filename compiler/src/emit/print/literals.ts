/** A string literal in the quotes that prettier's `singleQuote` prefers. */
export function quote(value: string): string {
  if (isPlain(value)) return `'${value}'`;
  const quotes = value.split("'").length > value.split('"').length ? '"' : "'";
  let text = quotes;
  for (const character of value) {
    text += character === quotes || character === '\\' ? `\\${character}` : escape(character);
  }
  return text + quotes;
}

function isPlain(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code < 0x20 || code > 0x7e || code === 0x22 || code === 0x27 || code === 0x5c) return false;
  }
  return true;
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
  return isIdentifier(name) ? name : quote(name);
}

function isIdentifier(name: string): boolean {
  if (name.length === 0) return false;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    const isLetter =
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0x41 && code <= 0x5a) ||
      code === 0x5f ||
      code === 0x24;
    if (!isLetter && !(i > 0 && code >= 0x30 && code <= 0x39)) return false;
  }
  return true;
}
