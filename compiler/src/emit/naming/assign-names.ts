import type {
  AlternateType,
  Alternative,
  Command,
  EnumType,
  Event,
  ObjectType,
  Schema,
} from '../../schema/model.js';
import { definitionsOf, type DefinedType } from '../definitions.js';
import type { Owner } from '../owners.js';
import { toCamelCase, toIdentifier, toPascalCase } from './identifiers.js';
import { NameSet } from './name-set.js';
import { RESERVED_TABLE_NAMES, RESERVED_TYPE_NAMES } from './reserved-names.js';

/** The identifiers of a schema's definitions, each unique in all of the output. */
export interface Names {
  /** The type, and the table of it. */
  readonly types: ReadonlyMap<DefinedType, string>;
  /** The array of an enum's values. */
  readonly values: ReadonlyMap<EnumType, string>;
  /** The function that recognises an alternative. */
  readonly guards: ReadonlyMap<Alternative, string>;
  readonly tables: ReadonlyMap<DefinedType | Command | Event, string>;
}

/**
 * Names everything that generated code exports. What the schema names keeps its name; what is only
 * derived from that gives way, and so does what would hide a word of the language.
 */
export function assignNames(schema: Schema, owners: ReadonlyMap<ObjectType, Owner>): Names {
  const { types, commands, events } = definitionsOf(schema);
  const exports = new NameSet(RESERVED_TYPE_NAMES);
  const typeNames = new Map<DefinedType, string>();
  for (const type of types) {
    if (!type.isImplicit) typeNames.set(type, exports.claim(toIdentifier(type.name)));
  }
  for (const [type, owner] of owners) typeNames.set(type, exports.claim(implicitName(owner)));

  const values = new Map<EnumType, string>();
  const guards = new Map<Alternative, string>();
  for (const [type, name] of typeNames) {
    if (type.kind === 'enum') values.set(type, exports.claim(`${name}Values`));
    if (type.kind === 'alternate') nameGuards(type, name, guards, exports);
  }

  const tables = new Map<DefinedType | Command | Event, string>();
  const tableNames = new NameSet([...RESERVED_TABLE_NAMES, ...values.values()]);
  for (const [type, name] of typeNames) tables.set(type, tableNames.claim(name));
  for (const event of events) tables.set(event, tableNames.claim(toIdentifier(event.name)));
  for (const command of commands) {
    tables.set(command, tableNames.claim(toCamelCase(command.name)));
  }
  return { types: typeNames, values, guards, tables };
}

/** `VolumeAddArguments` for `volume-add`, `VolumeAddedData` for `VOLUME_ADDED`, `VolumeBase` for `Volume`. */
function implicitName({ kind, name }: Owner): string {
  switch (kind) {
    case 'command':
      return `${toPascalCase(name)}Arguments`;
    case 'event':
      return `${toPascalCase(name.toLowerCase())}Data`;
    case 'object':
      return `${toIdentifier(name)}Base`;
  }
}

function nameGuards(
  type: AlternateType,
  name: string,
  guards: Map<Alternative, string>,
  exports: NameSet,
): void {
  for (const alternative of type.alternatives) {
    guards.set(alternative, exports.claim(`is${name}${toPascalCase(alternative.name)}`));
  }
}
