import { WireParser, type ParsedItem } from '../../runtime/src/wire/parser.js';
import type { WireLimits } from '../../runtime/src/wire/limits.js';

/** Bytes of a text; code points up to U+00FF stand for single bytes when `raw`. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Takes all items that a parser has ready. */
export function drain(parser: WireParser): ParsedItem[] {
  const items: ParsedItem[] = [];
  for (let item = parser.next(); item !== undefined; item = parser.next()) items.push(item);
  return items;
}

/** The items of chunks that are pushed one after the other. */
export function itemsOf(
  chunks: readonly (string | Uint8Array)[],
  limits?: Partial<WireLimits>,
): ParsedItem[] {
  const parser = new WireParser(limits);
  return chunks.flatMap((chunk) => {
    parser.push(typeof chunk === 'string' ? bytesOf(chunk) : chunk);
    return drain(parser);
  });
}

/** The same, with every byte in a chunk of its own: the plain way never applies. */
export function itemsBytewise(
  input: string | Uint8Array,
  limits?: Partial<WireLimits>,
): ParsedItem[] {
  const bytes = typeof input === 'string' ? bytesOf(input) : input;
  return itemsOf(
    Array.from(bytes, (byte) => Uint8Array.of(byte)),
    limits,
  );
}

/** `v` for each value, `e` for each error. */
export function kindsOf(items: readonly ParsedItem[]): string {
  return items.map(({ kind }) => kind.charAt(0)).join('');
}
