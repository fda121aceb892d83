import { setMember } from '../wire/member.js';
import { NumberLiteral } from '../wire/value.js';

/**
 * A received value that no type describes, as plain JavaScript: integers beyond 2^53 are bigints in
 * every mode, other numbers are doubles. The result shares nothing with the message.
 */
export function readAny(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof NumberLiteral) return Number(value.text);
  if (Array.isArray(value)) return value.map(readAny);
  const source = value as Readonly<Record<string, unknown>>;
  const object: Record<string, unknown> = {};
  for (const name of Object.keys(source)) setMember(object, name, readAny(source[name]));
  return object;
}
