import type { SymbolRef } from './print/source-module.js';

/** The one entry of the runtime that generated code imports: versioned, so that old output keeps working. */
export const ABI = '@qapi-ts/runtime/abi/v1';

export function abiType(name: string): SymbolRef {
  return { name, from: ABI, isTypeOnly: true };
}
