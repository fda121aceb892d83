/** Characters of a token that a message has room for. */
const MAX_LENGTH = 40;

/** A piece of a schema for a message: not too long, and with nothing in it that cannot be seen. */
export function showToken(text: string): string {
  const shown = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}...` : text;
  return shown.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => `<${codePointOf(character)}>`);
}

/** `U+XXXX`. */
export function codePointOf(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${hex.padStart(4, '0')}`;
}
