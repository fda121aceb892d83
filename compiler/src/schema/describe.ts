import type { Member, Type } from './model.js';

/** A type in words, for messages. */
export function describeType(type: Type): string {
  switch (type.kind) {
    case 'builtin':
      return `the built-in type '${type.name}'`;
    case 'array':
      return `an array of '${type.element.name}'`;
    case 'object':
      return `the ${type.variants === undefined ? 'struct' : 'union'} '${type.name}'`;
    default:
      return `the ${type.kind} '${type.name}'`;
  }
}

/** A member in words; `owner` is the type that is being looked at. */
export function describeMember(member: Pick<Member, 'name' | 'definedIn'>, owner: string): string {
  const what = `the member '${member.name}'`;
  const implicit = /^q_obj_(.*)-(arg|base)$/.exec(member.definedIn);
  const from = implicit?.[1] ?? member.definedIn;
  return from === owner ? what : `${what} of '${from}'`;
}
