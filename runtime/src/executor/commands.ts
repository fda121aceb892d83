import type { CommandTable } from '../abi/tables.js';

/** A handler whose types were checked where it was given to the server. */
export type AnyHandler = (args: unknown, context: unknown) => unknown;

/** Handlers by the wire name of their command. */
export type HandlerTable = Readonly<Record<string, AnyHandler | undefined>>;

/** A command and what runs it. */
export interface LinkedCommand {
  readonly table: CommandTable;
  /** Missing only where `runOob` is there. */
  readonly run: AnyHandler | undefined;
  /** Only where the command is `allow-oob` and out-of-band execution is on. */
  readonly runOob: AnyHandler | undefined;
}

/** All that can be executed after negotiation, by wire name. */
export type CommandSet = ReadonlyMap<string, LinkedCommand>;
