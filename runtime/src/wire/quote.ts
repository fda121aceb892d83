/** Longer texts are cut in messages for people. */
const MAX_LENGTH = 60;

/** A text as part of a message for people: in quotes, on one line, of bounded length. */
export function quote(text: string): string {
  const shown = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}...` : text;
  return `'${shown.replace(/[\p{Cc}\p{Cs}]/gu, '\ufffd')}'`;
}
