import { hasRefusedCharacter } from './text.js';

/** What cannot stand for itself: all but printable ASCII, and quotes and backslashes. */
const SPECIAL = /[^ !#-[\]-~]/g;

/** The JSON text of a string in ASCII, or `undefined` if it has what QMP refuses (wire.md 16.7). */
export function printString(text: string): string | undefined {
  if (isPlain(text)) return `"${text}"`;
  if (hasRefusedCharacter(text)) return undefined;
  return `"${text.replace(SPECIAL, escape)}"`;
}

/** A loop, because most strings are so short that a regular expression takes longer to start. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 || unit > 0x7e || unit === 0x22 || unit === 0x5c) return false;
  }
  return true;
}

function escape(unit: string): string {
  return (
    ESCAPES.get(unit) ?? `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  );
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);
