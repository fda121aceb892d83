import type { JsonType, Type } from '@qapi-ts/compiler';

const BUILTIN: Readonly<Record<JsonType, unknown>> = {
  string: '',
  boolean: false,
  number: 0,
  int: 0,
  null: null,
  value: null,
};

/** The smallest value of a type: mandatory members only, empty arrays, the first of everything. */
export function minimalValue(type: Type): unknown {
  switch (type.kind) {
    case 'builtin':
      return BUILTIN[type.jsonType];
    case 'array':
      return [];
    case 'enum':
      return type.values[0]?.name;
    case 'alternate': {
      const [first] = type.alternatives;
      return first && minimalValue(first.type);
    }
    case 'object': {
      const mandatory = type.members.filter(({ optional }) => !optional);
      const own = mandatory.map((member) => [member.name, minimalValue(member.type)]);
      const tagValue = type.variants?.tag.type.values[0]?.name;
      const branch = type.variants?.branches.find(({ name }) => name === tagValue);
      const more = branch && (minimalValue(branch.type) as object);
      return { ...Object.fromEntries(own), ...more };
    }
  }
}
