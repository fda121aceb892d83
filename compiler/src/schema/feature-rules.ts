import { comparable } from '../check/names.js';
import type { DefinitionRef } from '../diagnostic/diagnostic.js';
import type { Span } from '../source/span.js';
import type { Feature } from './model.js';
import type { Resolver } from './resolver.js';

/** Features that mean something to the implementation. They make no sense on types. */
const SPECIAL_FEATURES = new Set(['deprecated', 'unstable']);

/** Reports features with the same name. */
export function checkFeatureClash(
  resolver: Resolver,
  ref: DefinitionRef,
  features: readonly Feature[],
  span?: Span,
): void {
  const seen = new Map<string, string>();
  for (const { name } of features) {
    const key = comparable(name);
    const other = seen.get(key);
    if (other === undefined) seen.set(key, name);
    else {
      const parameters = { what: `the feature '${name}'`, other: `the feature '${other}'` };
      resolver.report('schema/clash', ref, span, parameters);
    }
  }
}

/** The rules for the features of a type. */
export function checkTypeFeatures(
  resolver: Resolver,
  ref: DefinitionRef,
  features: readonly Feature[],
): void {
  checkFeatureClash(resolver, ref, features);
  for (const { name } of features) {
    if (SPECIAL_FEATURES.has(name)) {
      resolver.report('schema/special-feature-on-type', ref, undefined, { name });
    }
  }
}
