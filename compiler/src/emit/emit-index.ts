import type { Command, Event, ObjectType } from '../schema/model.js';
import type { Definitions } from './definitions.js';
import { typeSymbol, type EmitContext } from './emit-context.js';
import { INDEX_PATH } from './module-paths.js';
import type {
  Declaration,
  PropertySignature,
  SourceModule,
  SymbolRef,
  TypeNode,
} from './print/source-module.js';
import { keyword, literal, NO_DOC, property, reference, union } from './print/type-nodes.js';
import { describeEntry } from './tsdoc/describe.js';
import { typeNode } from './type-node.js';

export const COMMANDS: SymbolRef = { name: 'Commands', from: INDEX_PATH, isTypeOnly: true };
export const EVENTS: SymbolRef = { name: 'Events', from: INDEX_PATH, isTypeOnly: true };

/**
 * The index: all types, and the maps of commands and events.
 *
 * @param typeModules paths of the modules of types, in source order
 */
export function emitIndex(
  { commands, events }: Definitions,
  typeModules: readonly string[],
  context: EmitContext,
): SourceModule {
  const oob = commands.filter(({ allowOob }) => allowOob);
  return {
    path: INDEX_PATH,
    declarations: [
      ...typeModules.map((from): Declaration => ({ kind: 'export-all', from })),
      emitMap(
        COMMANDS,
        'The commands, by name: what they take, what they return, whether they may be executed out-of-band.',
        commands.map((command) => emitCommand(command, context)),
      ),
      emitMap(
        EVENTS,
        'The events, by name: the type of their data.',
        events.map((event) => emitEvent(event, context)),
      ),
      emitAlias('CommandName', 'The names of all commands.', { kind: 'keyof', symbol: COMMANDS }),
      emitAlias(
        'OobCommandName',
        'The names of the commands that may be executed out-of-band.',
        union(oob.map(({ name }) => literal(name))),
      ),
      emitAlias('EventName', 'The names of all events.', { kind: 'keyof', symbol: EVENTS }),
    ],
  };
}

function emitCommand(command: Command, context: EmitContext): PropertySignature {
  const { name, argType, returnType, allowOob } = command;
  const args =
    argType === undefined ? keyword('undefined') : argumentsNode(argType, command, context);
  const returns = returnType === undefined ? keyword('void') : typeNode(returnType, context);
  return property(
    name,
    {
      kind: 'object',
      members: [
        property('arguments', args),
        property('returns', returns),
        property('oob', keyword(allowOob ? 'true' : 'false')),
      ],
    },
    describeEntry(command, context),
  );
}

/** Nothing checks the arguments of `'gen': false` commands, and they take more than the schema tells. */
function argumentsNode(argType: ObjectType, { gen }: Command, context: EmitContext): TypeNode {
  const left = reference(typeSymbol(argType, context));
  return gen ? left : { kind: 'intersection', left, right: { kind: 'record', value: 'unknown' } };
}

function emitEvent(event: Event, context: EmitContext): PropertySignature {
  const { argType } = event;
  const data = argType === undefined ? keyword('undefined') : typeNode(argType, context);
  return property(event.name, data, describeEntry(event, context));
}

function emitMap(
  { name }: SymbolRef,
  sentence: string,
  members: readonly PropertySignature[],
): Declaration {
  return {
    kind: 'interface',
    name,
    doc: { ...NO_DOC, lines: [sentence] },
    extends: undefined,
    members,
  };
}

function emitAlias(name: string, sentence: string, type: TypeNode): Declaration {
  return { kind: 'type', name, doc: { ...NO_DOC, lines: [sentence] }, type };
}
