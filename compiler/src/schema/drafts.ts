import type {
  AlternateDefinition,
  CommandDefinition,
  EnumDefinition,
  EventDefinition,
  MemberDefinition,
  TypeUse,
  UnionDefinition,
} from '../check/definition.js';
import type { DefinitionRef } from '../diagnostic/diagnostic.js';
import type {
  AlternateType,
  ArrayType,
  BuiltinType,
  Command,
  EnumType,
  Event,
  Member,
  ObjectType,
} from './model.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * An entity on its way into the model. Types refer to each other in circles, so the records of the model
 * exist from the definition on and are filled in when their names are resolved.
 */
export type Draft =
  | { readonly kind: 'builtin'; readonly entity: BuiltinType; readonly ref: undefined }
  | ArrayDraft
  | ObjectDraft
  | DefinitionDraft<'enum', EnumType, EnumDefinition>
  | DefinitionDraft<'alternate', AlternateType, AlternateDefinition>
  | DefinitionDraft<'command', Command, CommandDefinition>
  | DefinitionDraft<'event', Event, EventDefinition>;

export interface DefinitionDraft<K, E, D> {
  readonly kind: K;
  readonly entity: Mutable<E>;
  /** Undefined for what is predefined. */
  readonly ref: DefinitionRef | undefined;
  readonly definition: D | undefined;
}

export interface ArrayDraft {
  readonly kind: 'array';
  readonly name: string;
  readonly elementName: string;
  /** The definition that used the array first, and where. Undefined for arrays of built-in types. */
  readonly ref: DefinitionRef | undefined;
  readonly use: TypeUse | undefined;
  /** Undefined until the element type is looked up. */
  entity: ArrayType | undefined;
}

export interface ObjectDraft {
  readonly kind: 'object';
  readonly entity: Mutable<ObjectType>;
  readonly ref: DefinitionRef | undefined;
  readonly base: TypeUse | undefined;
  readonly members: readonly MemberDefinition[];
  readonly union: UnionDefinition | undefined;
  /** The types of the listed branches. */
  readonly branches: ObjectDraft[];
  /** The first member that has a condition, own or inherited. */
  conditionalMember: Member | undefined;
  /** `entered` while its base and branches are resolved; meeting it then again is a cycle. */
  state: 'new' | 'entered' | 'resolved';
  /** A type that it needs is not there: nothing that depends on its members can be judged. */
  isBroken: boolean;
}
