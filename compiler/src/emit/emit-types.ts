import type { Module } from '../schema/model.js';
import { definitionsOf, type DefinedType } from './definitions.js';
import { emitAlternate } from './emit-alternate.js';
import { pathsOf, type EmitContext } from './emit-context.js';
import { emitEnum } from './emit-enum.js';
import { emitStruct } from './emit-struct.js';
import { emitUnion } from './emit-union.js';
import type { Declaration, SourceModule } from './print/source-module.js';

/** The module of a schema module's types. */
export function emitTypes(module: Module, context: EmitContext): SourceModule {
  const { types } = definitionsOf({ modules: [module] });
  return {
    path: pathsOf(module.name, context).types,
    declarations: types.flatMap((type) => emitType(type, context)),
  };
}

function emitType(type: DefinedType, context: EmitContext): readonly Declaration[] {
  switch (type.kind) {
    case 'enum':
      return emitEnum(type, context);
    case 'alternate':
      return emitAlternate(type, context);
    case 'object':
      return type.variants === undefined || type.base === undefined
        ? emitStruct(type, context)
        : emitUnion(type, type.base, type.variants, context);
  }
}
