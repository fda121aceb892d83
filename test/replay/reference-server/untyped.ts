import type { InBandContext, OobContext } from '@qapi-ts/runtime/server';

/** The commands of a schema that comes at run time: any, with any arguments and result. */
export type AnyCommands = Readonly<
  Record<
    string,
    {
      readonly arguments: Readonly<Record<string, unknown>>;
      readonly returns: unknown;
      readonly oob: true;
    }
  >
>;

export type AnyEvents = Readonly<Record<string, object | undefined>>;

type Arguments = Readonly<Record<string, unknown>>;

export type Handler = (args: Arguments, context: InBandContext<AnyEvents>) => unknown;

export type OobHandler = (args: Arguments, context: OobContext<AnyEvents>) => object | undefined;
