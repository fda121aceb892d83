import type { ConditionValue } from '../schema/condition-value.js';
import type {
  BuiltinType,
  Command,
  Entity,
  Event,
  Feature,
  Member,
  Schema,
  Type,
} from '../schema/model.js';

/** An entry of the answer to `query-qmp-schema`. */
export type SchemaInfo = Readonly<Record<string, unknown>> & {
  readonly name: string;
  readonly 'meta-type': string;
};

export interface IntrospectionOptions {
  /** Entries whose condition does not hold are left out; they keep their masked names all the same. */
  readonly holds: ConditionValue;
  /** Types under their own names, where servers number them. */
  readonly unmask: boolean;
}

/**
 * The SchemaInfo array that a server made by the reference answers: commands and events in schema order,
 * then the types that they use in the order of their first use.
 */
export function schemaInfo(schema: Schema, options: IntrospectionOptions): readonly SchemaInfo[] {
  const writer = new Introspection(schema, options);
  for (const { entries } of schema.modules) {
    for (const entry of entries) {
      if (entry.kind === 'command' || entry.kind === 'event') writer.addEntry(entry);
    }
  }
  writer.addTypes();
  return writer.entries;
}

class Introspection {
  readonly entries: SchemaInfo[] = [];
  readonly #schema: Schema;
  readonly #options: IntrospectionOptions;
  /** Grows while it is walked: an entry may use further types. */
  readonly #used = new Set<Type>();
  readonly #numbers = new Map<string, string>();

  constructor(schema: Schema, options: IntrospectionOptions) {
    this.#schema = schema;
    this.#options = options;
  }

  addTypes(): void {
    for (const type of this.#used) this.addEntry(type);
  }

  addEntry(entity: Entity): void {
    // Names are given out whether the condition holds or not.
    const info = this.#describe(entity);
    if (this.#options.holds(entity.condition)) this.entries.push(info);
  }

  #describe(entity: Entity): SchemaInfo {
    switch (entity.kind) {
      case 'command':
        return this.#describeCommand(entity);
      case 'event':
        return this.#describeEvent(entity);
      case 'builtin':
        return { name: entity.name, 'meta-type': 'builtin', 'json-type': entity.jsonType };
      case 'array': {
        const element = this.#use(entity.element);
        return { name: `[${element}]`, 'meta-type': 'array', 'element-type': element };
      }
      case 'enum': {
        const values = entity.values.filter(({ condition }) => this.#options.holds(condition));
        return {
          name: this.#nameOf(entity.name),
          'meta-type': 'enum',
          members: values.map(({ name, features }) => ({ name, ...this.#features(features) })),
          values: values.map(({ name }) => name),
          ...this.#features(entity.features),
        };
      }
      case 'object': {
        const members = entity.members.map((member) => this.#describeMember(member));
        const { variants } = entity;
        return {
          name: this.#nameOf(entity.name),
          'meta-type': 'object',
          members: members.filter((member) => member !== undefined),
          ...(variants && {
            tag: variants.tag.name,
            variants: variants.branches
              .map(({ name, type, condition }) => {
                const variant = { case: name, type: this.#use(type) };
                return this.#options.holds(condition) ? variant : undefined;
              })
              .filter((variant) => variant !== undefined),
          }),
          ...this.#features(entity.features),
        };
      }
      case 'alternate': {
        const members = entity.alternatives.map(({ type, condition }) => {
          const member = { type: this.#use(type) };
          return this.#options.holds(condition) ? member : undefined;
        });
        return {
          name: this.#nameOf(entity.name),
          'meta-type': 'alternate',
          members: members.filter((member) => member !== undefined),
          ...this.#features(entity.features),
        };
      }
    }
  }

  #describeCommand(command: Command): SchemaInfo {
    const argType = this.#use(command.argType ?? this.#schema.emptyObject);
    const returnType = this.#use(command.returnType ?? this.#schema.emptyObject);
    return {
      name: command.name,
      'meta-type': 'command',
      'arg-type': argType,
      'ret-type': returnType,
      ...(command.allowOob && { 'allow-oob': true }),
      ...this.#features(command.features),
    };
  }

  #describeEvent(event: Event): SchemaInfo {
    const argType = this.#use(event.argType ?? this.#schema.emptyObject);
    return {
      name: event.name,
      'meta-type': 'event',
      'arg-type': argType,
      ...this.#features(event.features),
    };
  }

  #describeMember(member: Member): object | undefined {
    const type = this.#use(member.type);
    if (!this.#options.holds(member.condition)) return undefined;
    return {
      name: member.name,
      type,
      ...(member.optional && { default: null }),
      ...this.#features(member.features),
    };
  }

  #features(features: readonly Feature[]): { readonly features?: readonly string[] } {
    const names = features
      .filter(({ condition }) => this.#options.holds(condition))
      .map(({ name }) => name);
    return names.length > 0 ? { features: names } : {};
  }

  /** The name under which a type is referred to; notes that it is used. */
  #use(type: Type): string {
    const plain = this.#withoutWidth(type);
    this.#used.add(plain);
    if (plain.kind === 'builtin') return plain.name;
    return plain.kind === 'array' ? `[${this.#use(plain.element)}]` : this.#nameOf(plain.name);
  }

  /** Clients see one integer type only. */
  #withoutWidth(type: Type): Type {
    if (isInteger(type)) return this.#builtin('int');
    return type.kind === 'array' && isInteger(type.element) ? this.#builtin('intList') : type;
  }

  #builtin(name: string): Type {
    const entity = this.#schema.entities.get(name);
    if (entity?.kind === 'builtin' || entity?.kind === 'array') return entity;
    throw new Error(`no built-in type '${name}'`);
  }

  /** Servers number the types, so that clients do not come to rely on their names. */
  #nameOf(name: string): string {
    if (this.#options.unmask) return name;
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = String(this.#numbers.size);
      this.#numbers.set(name, number);
    }
    return number;
  }
}

function isInteger(type: Type): type is BuiltinType {
  return type.kind === 'builtin' && type.jsonType === 'int';
}
