import type { Member, ObjectType, Schema, Type } from '../../../compiler/src/index.js';
import { definitionsOf, type DefinedType } from '../../../compiler/src/emit/definitions.js';
import type { Names } from '../../../compiler/src/emit/naming/assign-names.js';

/** A type's declaration: the members of an interface, or the text of an alias without white space. */
export type Shape =
  | { readonly interface: readonly MemberShape[]; readonly extends: readonly string[] }
  | { readonly alias: string };

export interface MemberShape {
  readonly name: string;
  readonly optional: boolean;
  readonly type: string;
}

/** Every declaration of a module by name: what the model says must be there, and nothing else. */
export interface ModuleShape {
  readonly types: Record<string, Shape>;
  /** Arrays of enum values. */
  readonly values: Record<string, readonly string[]>;
  /** Guards: `parameter -> narrowed type`. */
  readonly guards: Record<string, string>;
}

/** The shapes that the modules of a schema have, by name of the module; 64-bit integers are numbers. */
export function expectedShapes(schema: Schema, names: Names): ReadonlyMap<string, ModuleShape> {
  const shapes = new Map<string, ModuleShape>();
  const write = new ShapeWriter(names);
  for (const type of definitionsOf(schema).types) {
    const shape = shapes.get(type.module) ?? { types: {}, values: {}, guards: {} };
    shapes.set(type.module, shape);
    const name = write.nameOf(type);
    shape.types[name] = write.shapeOf(type);
    if (type.kind === 'enum') {
      shape.values[names.values.get(type) ?? ''] = type.values.map((value) => value.name);
    }
    if (type.kind === 'alternate' && type.alternatives.length > 1) {
      for (const alternative of type.alternatives) {
        const narrowed = `${name}->${write.typeText(alternative.type)}`;
        shape.guards[names.guards.get(alternative) ?? ''] = narrowed;
      }
    }
  }
  return shapes;
}

const KEYWORDS: Readonly<Record<string, string>> = {
  str: 'string',
  bool: 'boolean',
  any: 'unknown',
  null: 'null',
};

export class ShapeWriter {
  readonly #names: Names;

  constructor(names: Names) {
    this.#names = names;
  }

  nameOf(type: DefinedType): string {
    return this.#names.types.get(type) ?? '';
  }

  typeText(type: Type): string {
    if (type.kind === 'builtin') return KEYWORDS[type.name] ?? 'number';
    if (type.kind === 'array') return `readonly${this.typeText(type.element)}[]`;
    return this.nameOf(type);
  }

  shapeOf(type: DefinedType): Shape {
    if (type.kind === 'enum') return { alias: unionOf(type.values.map(({ name }) => `'${name}'`)) };
    if (type.kind === 'alternate') {
      return { alias: unionOf(type.alternatives.map((one) => this.typeText(one.type))) };
    }
    if (type.variants !== undefined) return { alias: this.#unionText(type) };
    if (type.members.length === 0) return { alias: 'Record<string,never>' };
    const { base } = type;
    return {
      interface: type.localMembers.map((member) => this.#memberShape(member)),
      extends: base !== undefined && base.members.length > 0 ? [this.nameOf(base)] : [],
    };
  }

  #memberShape({ name, type, optional }: Member): MemberShape {
    const text = this.typeText(type);
    return { name, optional, type: optional && text !== 'unknown' ? `${text}|undefined` : text };
  }

  #unionText(type: ObjectType): string {
    const base = type.base === undefined ? '' : this.nameOf(type.base);
    const tag = keyOf(type.variants?.tag.name ?? '');
    const branches = type.variants?.branches ?? [];
    const adding = branches.filter((branch) => branch.isListed && branch.type.members.length > 0);
    const others = branches.filter((branch) => !adding.includes(branch));
    const [only] = adding;
    if (only === undefined) return base;
    if (branches.length === 1) return `${base}&${this.nameOf(only.type)}`;
    const members = adding.map(
      (branch) => `({${tag}:'${branch.name}'}&${this.nameOf(branch.type)})`,
    );
    if (others.length > 0) {
      members.push(`{${tag}:${unionOf(others.map(({ name }) => `'${name}'`))}}`);
    }
    return `${base}&(${unionOf(members)})`;
  }
}

function unionOf(members: readonly string[]): string {
  return members.length === 0 ? 'never' : members.join('|');
}

/** A key in an object type. */
function keyOf(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`;
}
