import { expect } from 'vitest';
import { WireParser, type ParsedItem } from '../../runtime/src/wire/parser.js';
import type { WireLimits } from '../../runtime/src/wire/limits.js';
import type { WireValue } from '../../runtime/src/wire/value.js';

/** The UTF-8 of a text. */
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

/** The kinds of the items of an input, in one chunk and byte by byte, which must not differ. */
export function kinds(input: string | Uint8Array): string {
  const whole = itemsOf([input]);
  expect(itemsBytewise(input)).toEqual(whole);
  return kindsOf(whole);
}

/** The one value that an input is, likewise. */
export function value(input: string | Uint8Array): WireValue {
  const items = itemsOf([input]);
  expect(itemsBytewise(input)).toEqual(items);
  const [item] = items;
  if (items.length !== 1 || item?.kind !== 'value') {
    throw new Error(`not one value: ${JSON.stringify(items)}`);
  }
  return item.value;
}
