import type { Documentation } from '../syntax/documentation.js';
import type { DefinitionRef } from '../diagnostic/diagnostic.js';
import type { Span } from '../source/span.js';
import type { Condition, Feature } from '../schema/model.js';

/** A definition whose shape has been checked. Types are still names. */
export type Definition =
  | EnumDefinition
  | StructDefinition
  | UnionDefinition
  | AlternateDefinition
  | CommandDefinition
  | EventDefinition;

interface DefinitionBase {
  readonly ref: DefinitionRef;
  readonly name: string;
  readonly span: Span;
  readonly condition: Condition | undefined;
  readonly features: readonly Feature[];
  readonly doc: Documentation | undefined;
}

/** The use of a type: by name, or as an array of a named type. */
export interface TypeUse {
  readonly name: string;
  readonly isArray: boolean;
  readonly span: Span;
}

export interface EnumValueDefinition {
  readonly name: string;
  readonly condition: Condition | undefined;
  readonly features: readonly Feature[];
  readonly span: Span;
}

export interface MemberDefinition extends EnumValueDefinition {
  readonly optional: boolean;
  readonly type: TypeUse;
}

/** A branch of a union or an alternative of an alternate. */
export interface VariantDefinition {
  readonly name: string;
  readonly type: TypeUse;
  readonly condition: Condition | undefined;
  readonly span: Span;
}

/** `data` or `base`: inline members, or the name of a type. */
export type TypeOrMembers =
  | { readonly kind: 'named'; readonly type: TypeUse }
  | { readonly kind: 'inline'; readonly members: readonly MemberDefinition[] };

export interface EnumDefinition extends DefinitionBase {
  readonly kind: 'enum';
  readonly prefix: string | undefined;
  readonly values: readonly EnumValueDefinition[];
}

export interface StructDefinition extends DefinitionBase {
  readonly kind: 'struct';
  readonly base: TypeUse | undefined;
  readonly members: readonly MemberDefinition[];
}

export interface UnionDefinition extends DefinitionBase {
  readonly kind: 'union';
  readonly base: TypeOrMembers;
  readonly discriminator: { readonly name: string; readonly span: Span };
  readonly branches: readonly VariantDefinition[];
}

export interface AlternateDefinition extends DefinitionBase {
  readonly kind: 'alternate';
  readonly alternatives: readonly VariantDefinition[];
}

export interface CommandDefinition extends DefinitionBase {
  readonly kind: 'command';
  readonly data: TypeOrMembers | undefined;
  readonly returns: TypeUse | undefined;
  readonly flags: CommandFlags;
}

export interface CommandFlags {
  readonly boxed: boolean;
  readonly gen: boolean;
  readonly successResponse: boolean;
  readonly allowOob: boolean;
  readonly allowPreconfig: boolean;
  readonly coroutine: boolean;
}

export interface EventDefinition extends DefinitionBase {
  readonly kind: 'event';
  readonly data: TypeOrMembers | undefined;
  readonly boxed: boolean;
}
