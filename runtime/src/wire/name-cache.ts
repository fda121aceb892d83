import { readAscii } from './read-string.js';

/** Names longer than this are not worth remembering. */
const MAX_LENGTH = 32;

/** A power of two. */
const SLOTS = 512;

/**
 * Names of members by their bytes. The same few names come again and again; finding one here is much
 * faster than making its string anew. Shared by all parsers; a name that collides replaces the older.
 */
const slots = new Array<string>(SLOTS).fill('');

/** The text of a member's name that is all ASCII. */
export function readName(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > MAX_LENGTH) return readAscii(bytes, start, end);
  let hash = end - start;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] ?? 0)) | 0;
  const slot = hash & (SLOTS - 1);
  const known = slots[slot] ?? '';
  if (isSame(known, bytes, start, end)) return known;
  const name = readAscii(bytes, start, end);
  slots[slot] = name;
  return name;
}

function isSame(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) !== bytes[start + i]) return false;
  }
  return true;
}
