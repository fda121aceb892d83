const ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|(u?.?))/gs;
const ESCAPED: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

export interface DecodedString {
  readonly value: string;
  /** The first escape sequence that JSON does not know, which the value keeps as it is. */
  readonly badEscape: { readonly text: string; readonly index: number } | undefined;
}

/** Resolves the escape sequences of a string. As QMP does, this allows `\'` too. */
export function decodeString(raw: string): DecodedString {
  let badEscape: DecodedString['badEscape'];
  const value = raw.replace(
    ESCAPE,
    (text, code: string | undefined, name: string, index: number) => {
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      const character = Object.hasOwn(ESCAPED, name) ? ESCAPED[name] : undefined;
      if (character === undefined) badEscape ??= { text, index };
      return character ?? text;
    },
  );
  return { value, badEscape };
}
