import type { DefinitionRef } from '../diagnostic/diagnostic.js';
import { checkNameClash } from './clash.js';
import type { Feature } from './model.js';
import type { Resolver } from './resolver.js';

/** Features that mean something to the implementation. They make no sense on types. */
const SPECIAL_FEATURES = new Set(['deprecated', 'unstable']);

/** The rules for the features of a type. */
export function checkTypeFeatures(
  resolver: Resolver,
  ref: DefinitionRef,
  features: readonly Feature[],
): void {
  checkNameClash(resolver, ref, 'feature', features);
  for (const { name, span } of features) {
    if (!SPECIAL_FEATURES.has(name)) continue;
    resolver.report('schema/special-feature-on-type', ref, span, { name });
  }
}
