import type { AlternateDefinition } from '../check/definition.js';
import { checkNameClash } from './clash.js';
import { checkTypeFeatures } from './feature-rules.js';
import { describeType } from './describe.js';
import type { DefinitionDraft } from './drafts.js';
import type { Alternative, AlternateType, Type } from './model.js';
import type { Resolver } from './resolver.js';

/** What a JSON value can be taken for: kinds of values, and the kinds that a string may spell. */
type ValueKind = 'string' | 'number' | 'bool' | 'object' | 'array' | 'null';

/** Resolves an alternate, and checks that its alternatives can be told apart. */
export function resolveAlternate(
  resolver: Resolver,
  { entity, definition }: DefinitionDraft<'alternate', AlternateType, AlternateDefinition>,
): void {
  if (definition === undefined) return;
  const { ref } = definition;
  checkTypeFeatures(resolver, ref, entity.features);
  const alternatives: Alternative[] = [];
  for (const { name, type: use, condition, span } of definition.alternatives) {
    const type = resolver.resolveUse(use, ref, `the alternative '${name}'`);
    if (type !== undefined) alternatives.push({ name, type, condition, span });
  }
  checkNameClash(resolver, ref, 'alternative', alternatives);
  const kinds = new Map<ValueKind, Alternative>();
  for (const alternative of alternatives) {
    const { name, type, span } = alternative;
    const own = valueKinds(type);
    if (own.length === 0) {
      resolver.report('schema/alternative-type', ref, span, { name, found: describeType(type) });
    }
    const kind = own.find((candidate) => kinds.has(candidate));
    const other = kind && kinds.get(kind);
    if (kind !== undefined && other !== undefined) {
      const notes = other.span && [{ message: `'${other.name}' is here`, span: other.span }];
      const isString = [own, valueKinds(other.type)].some((kinds) => kinds.includes('string'));
      const isSpelt = isString && (kind === 'number' || kind === 'bool');
      const parameters = { name, other: other.name, kind, isSpelt };
      resolver.report('schema/alternative-ambiguous', ref, span, parameters, { notes });
    }
    for (const claimed of own) kinds.set(claimed, alternative);
  }
  entity.alternatives = alternatives;
}

/**
 * The kinds of values that a type claims in an alternate. Command lines and configuration files spell
 * numbers and booleans as strings, so a string type claims them too.
 */
function valueKinds(type: Type): readonly ValueKind[] {
  switch (type.kind) {
    case 'object':
      return ['object'];
    case 'array':
      return ['array'];
    case 'alternate':
      return [];
    case 'enum': {
      const names = type.values.map(({ name }) => name);
      const kinds: ValueKind[] = ['string'];
      if (names.some((name) => name === 'on' || name === 'off')) kinds.push('bool');
      if (names.some((name) => /^[-+0-9.]/.test(name))) kinds.push('number');
      return kinds;
    }
    case 'builtin':
      switch (type.jsonType) {
        case 'string':
          return ['string', 'number', 'bool'];
        case 'number':
        case 'int':
          return ['number'];
        case 'boolean':
          return ['bool'];
        case 'null':
          return ['null'];
        case 'value':
          return [];
      }
  }
}
