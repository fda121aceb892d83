/** What a generated `Commands` map says of each command, by wire name. */
export interface CommandType {
  /** The arguments object; `undefined` where the command takes none. */
  readonly arguments: object | undefined;
  /** The result; `void` where the command returns nothing. */
  readonly returns: unknown;
  /** Whether the schema marks the command `allow-oob`. */
  readonly oob: boolean;
}

/** A generated `Commands` interface: its keys are the wire names. */
export type CommandMap<C> = { readonly [K in keyof C]: CommandType };

/** A generated `Events` interface: the type of `data` by wire name, `undefined` where there is none. */
export type EventMap<E> = { readonly [K in keyof E]: object | undefined };

/** The wire names of a map. */
export type NameOf<M> = keyof M & string;

/** The commands that may be executed out-of-band. */
export type OobCommandName<C extends CommandMap<C>> = {
  [K in NameOf<C>]: C[K]['oob'] extends true ? K : never;
}[NameOf<C>];
