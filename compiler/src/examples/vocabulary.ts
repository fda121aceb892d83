import type { DiagnosticSession } from '../diagnostic/session.js';
import type { Command, Event, Schema } from '../schema/model.js';
import type { Suggester } from '../schema/suggester.js';
import type { JsonString } from './json-value.js';

/** The commands and events of a schema, by the names that messages use. */
export class Vocabulary {
  readonly #commands = new Map<string, Command>();
  readonly #events = new Map<string, Event>();
  readonly #suggester: Suggester;
  readonly #session: DiagnosticSession;

  constructor(schema: Schema, suggester: Suggester, session: DiagnosticSession) {
    for (const entity of schema.entities.values()) {
      if (entity.kind === 'command') this.#commands.set(entity.name, entity);
      if (entity.kind === 'event') this.#events.set(entity.name, entity);
    }
    this.#suggester = suggester;
    this.#session = session;
  }

  /** The command; undefined, and reported, where there is none. */
  command(name: JsonString): Command | undefined {
    return this.#find(name, this.#commands, 'example/unknown-command');
  }

  /** The event; undefined, and reported, where there is none. */
  event(name: JsonString): Event | undefined {
    return this.#find(name, this.#events, 'example/unknown-event');
  }

  #find<T>(
    { value: name, span }: JsonString,
    entities: ReadonlyMap<string, T>,
    code: 'example/unknown-command' | 'example/unknown-event',
  ): T | undefined {
    const entity = entities.get(name);
    if (entity === undefined) {
      const help = this.#suggester.didYouMean(name, [...entities.keys()]);
      this.#session.report(code, { span, help }, { name });
    }
    return entity;
  }
}
