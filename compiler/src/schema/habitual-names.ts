import type { BuiltinName } from './model.js';

/** What built-in types are called elsewhere, in lower case. */
const BUILTIN_NAMES: ReadonlyMap<string, BuiltinName> = new Map([
  ['string', 'str'],
  ['text', 'str'],
  ['char', 'str'],
  ['integer', 'int'],
  ['long', 'int64'],
  ['short', 'int16'],
  ['byte', 'uint8'],
  ['uint', 'uint64'],
  ['unsigned', 'uint64'],
  ['size_t', 'size'],
  ['float', 'number'],
  ['double', 'number'],
  ['boolean', 'bool'],
]);

/** The built-in type that people mean who come from other languages. */
export function suggestBuiltin(name: string): string | undefined {
  const builtin = BUILTIN_NAMES.get(name.toLowerCase());
  return builtin && `did you mean '${builtin}'?`;
}
