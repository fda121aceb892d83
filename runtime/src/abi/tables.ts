/**
 * The tables that generated code consists of: plain readonly records that tell the runtime what a
 * schema says. They hold no behaviour; the runtime links them to validators when it needs them.
 *
 * Entries are arrays of records or pairs and never object literals keyed by schema names: names such
 * as `__proto__` or `1` would lose their meaning or their place in the order.
 */

/** The built-in types of the QAPI language. */
export type BuiltinName =
  | 'str'
  | 'number'
  | 'int'
  | 'int8'
  | 'int16'
  | 'int32'
  | 'int64'
  | 'uint8'
  | 'uint16'
  | 'uint32'
  | 'uint64'
  | 'size'
  | 'bool'
  | 'any'
  | 'null'
  | 'QType';

/**
 * A reference to a type: a built-in by its name, an array as in QAPI itself (`['str']`), anything else
 * as a function, so that tables may refer to each other in any order and across modules.
 */
export type TypeRef = BuiltinName | readonly [TypeRef] | (() => DefinedTypeTable);

/** A type that the schema defines. */
export type DefinedTypeTable = EnumTable | ObjectTable | AlternateTable;

export interface EnumTable {
  readonly kind: 'enum';
  readonly name: string;
  /** The values, in schema order. */
  readonly values: readonly string[];
  /** Features of single values, as pairs of value and features. */
  readonly valueFeatures?: readonly (readonly [value: string, features: readonly string[]])[];
  readonly features?: readonly string[];
}

/** A struct or a union: base members first, own members, then the branch that the tag selects. */
export interface ObjectTable {
  readonly kind: 'object';
  readonly name: string;
  /** All common members: those of the bases, flattened, and the own ones, in schema order. */
  readonly members: readonly MemberTable[];
  /** Unions only: the name of the discriminator, which is one of `members`. */
  readonly tag?: string;
  /** Unions only: the listed branches; a tag value that is not listed has no members of its own. */
  readonly branches?: readonly (readonly [value: string, type: () => ObjectTable])[];
  readonly features?: readonly string[];
}

export interface MemberTable {
  readonly name: string;
  readonly type: TypeRef;
  readonly optional?: true;
  readonly features?: readonly string[];
}

/** One of several types, told apart by the JSON type of the value. */
export interface AlternateTable {
  readonly kind: 'alternate';
  readonly name: string;
  readonly alternatives: readonly (readonly [name: string, type: TypeRef])[];
  readonly features?: readonly string[];
}

export interface CommandTable {
  readonly kind: 'command';
  readonly name: string;
  /** Absent where the command takes no arguments. */
  readonly arguments?: () => ObjectTable;
  /** Absent where the command returns nothing, which is `{}` on the wire. */
  readonly returns?: TypeRef;
  /** `'gen': false`: arguments and result pass unchecked. */
  readonly gen?: false;
  /** `'success-response': false`: no reply on success. */
  readonly successResponse?: false;
  readonly allowOob?: true;
  readonly allowPreconfig?: true;
  readonly coroutine?: true;
  readonly features?: readonly string[];
}

export interface EventTable {
  readonly kind: 'event';
  readonly name: string;
  /** Absent where the event carries no data. */
  readonly data?: () => ObjectTable;
  readonly features?: readonly string[];
}

/** What a 64-bit integer type is in TypeScript: chosen when code is generated, obeyed at run time. */
export type IntegerMode = 'number' | 'mixed' | 'bigint';

/** Everything that the runtime needs to know of a schema. */
export interface SchemaTable {
  /** Version of the generated code's interface with the runtime. */
  readonly abi: 1;
  readonly integers: IntegerMode;
  readonly commands: readonly CommandTable[];
  readonly events: readonly EventTable[];
}

/** A schema for servers: with the answer to `query-qmp-schema`. */
export interface ServerSchemaTable extends SchemaTable {
  /** The SchemaInfo array, in the reference's order, with masked names. */
  readonly introspection: readonly unknown[];
}
