import type { Documentation } from '../syntax/documentation.js';
import type { Span } from '../source/span.js';

/**
 * The resolved schema: readonly records, told apart by `kind`. Built once by `resolve`, never changed
 * afterwards. Names are the wire names of the schema, verbatim.
 */
export interface Schema {
  /** The built-in module first, then the modules in the order in which they were first read. */
  readonly modules: readonly Module[];
  /** Every entity by name, implicit and built-in ones included. */
  readonly entities: ReadonlyMap<string, Entity>;
  /** All documentation blocks in source order, the free-form ones included. */
  readonly docs: readonly Documentation[];
  readonly emptyObject: ObjectType;
}

export interface Module {
  /** Path relative to the directory of the root schema, with `/`; `./builtin` for the built-in one. */
  readonly name: string;
  readonly isBuiltin: boolean;
  /** Entities and include directives, in source order. */
  readonly entries: readonly ModuleEntry[];
}

export type ModuleEntry = Entity | Include;

/** An `include` directive, as the place where a module names another. */
export interface Include {
  readonly kind: 'include';
  /** {@link Module.name} of the included module. */
  readonly module: string;
}

export type Entity = Type | Command | Event;
export type Type = BuiltinType | EnumType | ArrayType | ObjectType | AlternateType;

/** An `if` condition: the name of a define, or a combination. */
export type Condition =
  | string
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export interface Feature {
  readonly name: string;
  readonly condition: Condition | undefined;
  readonly span: Span;
}

/** What every definition has. */
interface EntityBase {
  readonly name: string;
  /** Undefined for built-in and predefined entities. Implicit types have that of their definition. */
  readonly span: Span | undefined;
  readonly condition: Condition | undefined;
  readonly features: readonly Feature[];
  readonly doc: Documentation | undefined;
  /** {@link Module.name} of the module that holds it. */
  readonly module: string;
  /** Made by the compiler: arrays, types of inline `data` and `base`, predefined types. */
  readonly isImplicit: boolean;
}

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
  | 'null';

/** JSON types as introspection names them. */
export type JsonType = 'string' | 'number' | 'int' | 'boolean' | 'null' | 'value';

export interface BuiltinType extends EntityBase {
  readonly kind: 'builtin';
  readonly name: BuiltinName;
  readonly jsonType: JsonType;
}

export interface EnumType extends EntityBase {
  readonly kind: 'enum';
  readonly prefix: string | undefined;
  readonly values: readonly EnumValue[];
}

export interface EnumValue {
  readonly name: string;
  readonly condition: Condition | undefined;
  readonly features: readonly Feature[];
  /** The span of the value in the source. Undefined for predefined enums. */
  readonly span: Span | undefined;
}

/** `['X']`. Its name is `XList`, its condition that of the element type. */
export interface ArrayType extends EntityBase {
  readonly kind: 'array';
  readonly element: BuiltinType | EnumType | ObjectType | AlternateType;
}

/** A struct, a union, or the implicit type of inline `data` or `base`. */
export interface ObjectType extends EntityBase {
  readonly kind: 'object';
  readonly base: ObjectType | undefined;
  /** The own members, without those of the base. */
  readonly localMembers: readonly Member[];
  /** Those of the base, flattened, then the own ones. */
  readonly members: readonly Member[];
  /** Present in unions. */
  readonly variants: Variants | undefined;
}

export interface Member {
  readonly name: string;
  readonly type: Type;
  readonly optional: boolean;
  readonly condition: Condition | undefined;
  readonly features: readonly Feature[];
  /** Name of the object type that declares it. */
  readonly definedIn: string;
  readonly span: Span | undefined;
}

export interface Variants {
  /** The discriminator, a member of the base. */
  readonly tag: Member & { readonly type: EnumType };
  /** Listed branches in source order, then one with the empty object for every other value of the tag. */
  readonly branches: readonly Branch[];
}

export interface Branch {
  /** The value of the tag that selects it. */
  readonly name: string;
  readonly type: ObjectType;
  readonly condition: Condition | undefined;
  /** False where the schema does not list the value, so that the branch has no members. */
  readonly isListed: boolean;
  readonly span: Span | undefined;
}

export interface AlternateType extends EntityBase {
  readonly kind: 'alternate';
  readonly alternatives: readonly Alternative[];
}

export interface Alternative {
  readonly name: string;
  readonly type: Type;
  readonly condition: Condition | undefined;
  readonly span: Span | undefined;
}

export interface Command extends EntityBase {
  readonly kind: 'command';
  /** Undefined where the command takes none. */
  readonly argType: ObjectType | undefined;
  readonly returnType: Type | undefined;
  readonly boxed: boolean;
  readonly gen: boolean;
  readonly successResponse: boolean;
  readonly allowOob: boolean;
  readonly allowPreconfig: boolean;
  readonly coroutine: boolean;
}

export interface Event extends EntityBase {
  readonly kind: 'event';
  readonly argType: ObjectType | undefined;
  readonly boxed: boolean;
}
