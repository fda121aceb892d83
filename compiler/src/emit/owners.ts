import type { Command, Event, ObjectType, Schema } from '../schema/model.js';
import { definitionsOf } from './definitions.js';

/** The definition whose inline `data` or `base` an implicit object type is. */
export type Owner = Command | Event | ObjectType;

export function ownersOf(schema: Schema): ReadonlyMap<ObjectType, Owner> {
  const owners = new Map<ObjectType, Owner>();
  const own = (type: ObjectType | undefined, owner: Owner): void => {
    if (type?.isImplicit === true && !owners.has(type)) owners.set(type, owner);
  };
  const { types, commands, events } = definitionsOf(schema);
  for (const type of types) if (type.kind === 'object') own(type.base, type);
  for (const entry of [...commands, ...events]) own(entry.argType, entry);
  return owners;
}
