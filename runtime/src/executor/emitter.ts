import type { Emit } from '../abi/server-types.js';
import type { EventTable } from '../abi/tables.js';
import { printEvent, type MessageFormat } from '../message/print-message.js';
import { timestampFromMilliseconds } from '../message/timestamp.js';
import { checkEventData } from '../validate/check.js';
import { printValue } from '../wire/print.js';
import type { EventMessage, EventStream } from './port.js';

/** How often an event may be sent. */
export interface RateLimit {
  /** Milliseconds between two events of a stream. Default 1000. */
  readonly intervalMs?: number;
  /** Members of the data that tell streams apart; events that agree in all of them share a limit. */
  readonly keys?: readonly string[];
}

const DEFAULT_INTERVAL_MS = 1_000;

export interface EmitterSettings {
  readonly events: readonly EventTable[];
  readonly rateLimits: ReadonlyMap<string, RateLimit>;
  readonly checkReplies: boolean;
  readonly format: MessageFormat;
}

/** The events of a schema that is not known here; its types are checked where handlers are given. */
export type AnyEvents = Readonly<Record<string, object | undefined>>;
export type AnyEmit = Emit<AnyEvents>;

/**
 * Makes the function that turns events into text. Emission ends with `publish`, which must only queue:
 * so an event emitted while another is on its way cannot overtake it or start a recursion.
 */
export function makeEmitter(
  settings: EmitterSettings,
  publish: (event: EventMessage) => void,
): AnyEmit {
  const tables = new Map(settings.events.map((table) => [table.name, table]));
  return (name, data) => {
    const table = tables.get(name);
    if (table === undefined) throw new TypeError(`the schema has no event '${name}'`);
    if (settings.checkReplies) checkEventData(table, data);
    const timestamp = timestampFromMilliseconds(Date.now());
    const sent = table.data === undefined ? undefined : data;
    const text = printEvent(name, sent, timestamp, settings.format);
    publish({ text, stream: findStream(name, data, settings.rateLimits) });
  };
}

function findStream(
  name: string,
  data: object | undefined,
  limits: ReadonlyMap<string, RateLimit>,
): EventStream | undefined {
  const limit = limits.get(name);
  if (limit === undefined) return undefined;
  const members = new Map<string, unknown>(Object.entries(data ?? {}));
  const values = (limit.keys ?? []).map((key) => members.get(key) ?? null);
  return {
    key: printValue([name, ...values]),
    intervalMs: limit.intervalMs ?? DEFAULT_INTERVAL_MS,
  };
}
