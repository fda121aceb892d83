import type { Command, Event, Feature, Member, Module, Type } from '../schema/model.js';
import { definitionsOf, type DefinedType } from './definitions.js';
import { pathsOf, tableSymbol, type EmitContext } from './emit-context.js';
import { valuesSymbol } from './emit-enum.js';
import type { Declaration, Expression, Property, SourceModule } from './print/source-module.js';
import { NO_DOC, reference } from './print/type-nodes.js';
import { abiType } from './runtime-imports.js';

/**
 * The module of a schema module's tables: a constant for each type, command and event. They refer to each
 * other by functions, so that modules may import each other, and what nothing refers to can be left out.
 */
export function emitTables(module: Module, context: EmitContext): SourceModule {
  const { types, commands, events } = definitionsOf({ modules: [module] });
  return {
    path: pathsOf(module.name, context).tables,
    declarations: [
      ...types
        .filter((type) => !isInlineBase(type, context))
        .map((type) => emitTable(type, context)),
      ...commands.map((command) => emitCommand(command, context)),
      ...events.map((event) => emitEvent(event, context)),
    ],
  };
}

/** The members of an inline base stand in the table of its union; nothing else can refer to it. */
function isInlineBase(type: DefinedType, { owners }: EmitContext): boolean {
  return type.kind === 'object' && owners.get(type)?.kind === 'object';
}

function emitTable(type: DefinedType, context: EmitContext): Declaration {
  switch (type.kind) {
    case 'enum':
      return table(type, 'EnumTable', context, [
        ['values', { kind: 'symbol', symbol: valuesSymbol(type, context) }],
        ...listProperty(
          'valueFeatures',
          type.values
            .filter(({ features }) => features.length > 0)
            .map(({ name, features }) => [name, namesOf(features)]),
        ),
      ]);
    case 'alternate':
      return table(type, 'AlternateTable', context, [
        [
          'alternatives',
          type.alternatives.map(({ name, type: of }) => [name, typeRef(of, context)]),
        ],
      ]);
    case 'object': {
      const listed = type.variants?.branches.filter(({ isListed }) => isListed) ?? [];
      const branches = listed.map(({ name, type: of }) => [name, thunk(of, context)]);
      return table(type, 'ObjectTable', context, [
        ['members', type.members.map((member) => emitMember(member, context))],
        ...(type.variants === undefined
          ? []
          : ([
              ['tag', type.variants.tag.name],
              ['branches', branches],
            ] as const)),
      ]);
    }
  }
}

function emitMember({ name, type, optional, features }: Member, context: EmitContext): Expression {
  return {
    kind: 'object',
    properties: [
      ['name', name],
      ['type', typeRef(type, context)],
      ...flag('optional', true, optional),
      ...featuresProperty(features),
    ],
  };
}

function emitCommand(command: Command, context: EmitContext): Declaration {
  const { argType, returnType } = command;
  return table(command, 'CommandTable', context, [
    ...(argType === undefined ? [] : [['arguments', thunk(argType, context)] as const]),
    ...(returnType === undefined ? [] : [['returns', typeRef(returnType, context)] as const]),
    ...flag('gen', false, !command.gen),
    ...flag('successResponse', false, !command.successResponse),
    ...flag('allowOob', true, command.allowOob),
    ...flag('allowPreconfig', true, command.allowPreconfig),
    ...flag('coroutine', true, command.coroutine),
  ]);
}

function emitEvent(event: Event, context: EmitContext): Declaration {
  const { argType } = event;
  return table(event, 'EventTable', context, [
    ...(argType === undefined ? [] : [['data', thunk(argType, context)] as const]),
  ]);
}

/** @param properties what stands between the name and the features */
function table(
  entity: DefinedType | Command | Event,
  type: string,
  context: EmitContext,
  properties: readonly Property[],
): Declaration {
  return {
    kind: 'const',
    name: tableSymbol(entity, context).name,
    doc: NO_DOC,
    type: reference(abiType(type)),
    value: {
      kind: 'object',
      properties: [
        ['kind', entity.kind],
        ['name', entity.name],
        ...properties,
        ...featuresProperty(entity.features),
      ],
    },
  };
}

function typeRef(type: Type, context: EmitContext): Expression {
  switch (type.kind) {
    case 'builtin':
      return type.name;
    case 'array':
      return [typeRef(type.element, context)];
    case 'enum':
      return context.paths.has(type.module) ? thunk(type, context) : type.name;
    case 'object':
    case 'alternate':
      return thunk(type, context);
  }
}

function thunk(type: DefinedType, context: EmitContext): Expression {
  return { kind: 'thunk', symbol: tableSymbol(type, context) };
}

function flag(name: string, value: boolean, isSet: boolean): readonly Property[] {
  return isSet ? [[name, value]] : [];
}

function featuresProperty(features: readonly Feature[]): readonly Property[] {
  return listProperty('features', namesOf(features));
}

function listProperty(name: string, list: readonly Expression[]): readonly Property[] {
  return list.length > 0 ? [[name, list]] : [];
}

function namesOf(features: readonly Feature[]): readonly string[] {
  return features.map(({ name }) => name);
}
