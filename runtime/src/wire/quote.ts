/** Longer texts are cut in messages for people. */
const MAX_LENGTH = 60;
const MAX_PATH_LENGTH = 200;

/** A text as part of a message for people: in quotes, on one line, of bounded length. */
export function quote(text: string): string {
  return `'${shorten(text, MAX_LENGTH)}'`;
}

/** The subject of a message about the value at a path. */
export function describePlace(path: string): string {
  return path === '' ? 'The value' : `Member '${shorten(path, MAX_PATH_LENGTH)}'`;
}

function shorten(text: string, maxLength: number): string {
  const shown = text.length > maxLength ? `${text.slice(0, maxLength)}...` : text;
  return shown.replace(/[\p{Cc}\p{Cs}]/gu, '\ufffd');
}
