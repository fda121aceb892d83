import type {
  AlternateTable,
  BuiltinName,
  DefinedTypeTable,
  ObjectTable,
  TypeRef,
} from '../abi/tables.js';
import { jsonTypeOf, jsonTypeOfBuiltin, type JsonType } from './json-type.js';
import type { Reader } from './reader.js';

/** How the types of one meta-type are read. Types may contain themselves: link members at first use. */
export interface Rules {
  builtin(name: BuiltinName): Reader;
  enum(values: readonly string[]): Reader;
  array(readElement: Reader): Reader;
  object(table: ObjectTable, linker: Linker): Reader;
  /** For a value of a JSON type that no alternative has. */
  misfit(table: AlternateTable, expected: readonly JsonType[]): Reader;
}

/** Links the types of a schema to readers: each once, and only when it is needed. */
export class Linker {
  readonly #rules: Rules;
  readonly #readers = new WeakMap<DefinedTypeTable, Reader>();

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  link(type: TypeRef): Reader {
    if (typeof type === 'string') return this.#rules.builtin(type);
    if (typeof type === 'function') return this.linkDefined(type());
    return this.#rules.array(this.link(type[0]));
  }

  linkDefined(table: DefinedTypeTable): Reader {
    let reader = this.#readers.get(table);
    if (reader === undefined) {
      reader = this.#makeReader(table);
      this.#readers.set(table, reader);
    }
    return reader;
  }

  #makeReader(table: DefinedTypeTable): Reader {
    switch (table.kind) {
      case 'enum':
        return this.#rules.enum(table.values);
      case 'object':
        return this.#rules.object(table, this);
      case 'alternate':
        return this.#makeAlternate(table);
    }
  }

  /** The JSON type alone chooses the alternative (wire.md 10.7). */
  #makeAlternate(table: AlternateTable): Reader {
    const link = (): Map<JsonType | undefined, Reader> =>
      new Map(table.alternatives.map(([, type]) => [jsonTypeOfRef(type), this.link(type)]));
    let readers: ReturnType<typeof link> | undefined;
    let misfit: Reader | undefined;
    return (value, path, depth) => {
      readers ??= link();
      const read = readers.get(jsonTypeOf(value));
      if (read !== undefined) return read(value, path, depth);
      const expected = [...readers.keys()].filter((name) => name !== undefined);
      misfit ??= this.#rules.misfit(table, expected);
      return misfit(value, path, depth);
    };
  }
}

function jsonTypeOfRef(type: TypeRef): JsonType | undefined {
  if (typeof type === 'string') return jsonTypeOfBuiltin(type);
  if (typeof type !== 'function') return 'array';
  // An alternate cannot be an alternative.
  return type().kind === 'enum' ? 'string' : 'object';
}
