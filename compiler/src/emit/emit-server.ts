import { SERVER_PATH } from './module-paths.js';
import type { SourceModule } from './print/source-module.js';
import { ABI } from './runtime-imports.js';

const TEXT = `import type * as abi from '${ABI}';
import type { CommandName, Commands, Events, OobCommandName } from './index.js';
import { introspection } from './introspection.js';
import { tables } from './tables.js';

/** The schema, for \`serve\`. */
export const schema: abi.ServerSchema<Commands, Events> = { ...tables, introspection };

/** The in-band handlers of all commands. */
export type Handlers = abi.Handlers<Commands, Events>;

/** The out-of-band handlers: exactly those of the \`allow-oob\` commands. */
export type OobHandlers = abi.OobHandlers<Commands, Events>;

/** The in-band handler of one command. */
export type Handler<Name extends CommandName> = abi.InBandHandler<Commands[Name], Events>;

/** The out-of-band handler of one command. */
export type OobHandler<Name extends OobCommandName> = abi.OobHandler<Commands[Name], Events>;

/** What an in-band handler may use besides its arguments. */
export type Context = abi.InBandContext<Events>;

/** What an out-of-band handler may use besides its arguments. */
export type OobContext = abi.OobContext<Events>;

/** Returns \`handlers\`, and sees to it that they are what the schema asks for. */
export function defineHandlers(handlers: Handlers): Handlers {
  return handlers;
}

/** Returns \`handlers\`, and sees to it that they are what the schema asks for, and synchronous. */
export function defineOobHandlers<H extends OobHandlers>(
  handlers: H & abi.ExactOob<Commands, H>,
): H {
  return handlers;
}
`;

/** What a server of the schema starts from. Only its imports know the schema. */
export function emitServer(): SourceModule {
  return { path: SERVER_PATH, declarations: [{ kind: 'text', text: TEXT }] };
}
