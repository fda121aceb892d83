import type { CheckedSchema } from '../check/check-definitions.js';
import type { Definition } from '../check/definition.js';
import type { DiagnosticSession } from '../diagnostic/session.js';
import type { Feature } from './model.js';

/** The reference keeps the features of a schema in one 64-bit set. */
const LIMIT = 64;

/** Reports the definition that brings one feature too many. */
export function checkFeatureCount({ entries }: CheckedSchema, session: DiagnosticSession): void {
  const names = new Set(['deprecated', 'unstable']);
  for (const entry of entries) {
    if (entry.kind === 'include') continue;
    for (const { name, span } of featuresOf(entry)) {
      names.add(name);
      if (names.size <= LIMIT) continue;
      const place = { span, definition: entry.ref };
      session.report('schema/too-many-features', place, { limit: LIMIT });
      return;
    }
  }
}

function featuresOf(definition: Definition): readonly Feature[] {
  const inner = membersOf(definition).flatMap(({ features }) => features);
  return [...definition.features, ...inner];
}

function membersOf(definition: Definition): readonly { readonly features: readonly Feature[] }[] {
  switch (definition.kind) {
    case 'enum':
      return definition.values;
    case 'struct':
      return definition.members;
    case 'union':
      return definition.base.kind === 'inline' ? definition.base.members : [];
    case 'command':
    case 'event':
      return definition.data?.kind === 'inline' ? definition.data.members : [];
    case 'alternate':
      return [];
  }
}
