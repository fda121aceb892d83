import type { DiagnosticSession } from '../diagnostic/session.js';
import type { Entity, ObjectType } from '../schema/model.js';
import type { Span } from '../source/span.js';
import { JsonReader } from './json-reader.js';
import { openingOf, type JsonMember, type JsonObject, type JsonValue } from './json-value.js';
import { PendingCommands } from './pending-commands.js';
import type { ProtocolTypes } from './protocol-types.js';
import type { MessageText } from './split-messages.js';
import type { ObjectOptions, ValueChecker } from './value-checker.js';
import type { Vocabulary } from './vocabulary.js';

/** What all conversations share. */
export interface ConversationContext {
  readonly session: DiagnosticSession;
  readonly vocabulary: Vocabulary;
  readonly protocol: ProtocolTypes;
  readonly values: ValueChecker;
  readonly emptyObject: ObjectType;
}

/** Checks the messages of one example, each in the light of those before. */
export class Conversation {
  readonly #context: ConversationContext;
  readonly #owner: Entity | undefined;
  readonly #pending = new PendingCommands();

  /** @param owner what the documentation is about: replies alone are taken for those of this command */
  constructor(owner: Entity | undefined, context: ConversationContext) {
    this.#owner = owner;
    this.#context = context;
  }

  check(message: MessageText): void {
    const { session, protocol, values } = this.#context;
    const value = new JsonReader(message, session).read();
    const types = protocol[message.sender];
    const object = value?.kind === 'object' ? value : undefined;
    for (const [key, type] of types) {
      const main = object?.members.get(key);
      if (object === undefined || main === undefined) continue;
      values.checkObject(object, type);
      this.#checkMessage(main, object);
      return;
    }
    const isOne = message.sender === 'client' && value?.kind !== 'elision';
    if (isOne) this.#pending.add({ command: undefined, isOutOfBand: false, id: undefined });
    else this.#pending.lose();
    if (value === undefined || value.kind === 'elision' || object?.isElided === true) return;
    const span = object === undefined ? value.span : openingOf(object);
    session.report('example/message', { span }, { sender: message.sender });
  }

  #checkMessage({ key, value }: JsonMember, message: JsonObject): void {
    switch (key.value) {
      case 'execute':
      case 'exec-oob':
        this.#checkCommand(value, message, key.value === 'exec-oob');
        break;
      case 'event':
        this.#checkEvent(value, message);
        break;
      case 'return':
        this.#checkReturn(value, message, key.span);
        break;
      case 'error':
        this.#pending.take(idOf(message));
        break;
      default:
        break;
    }
  }

  #checkCommand(name: JsonValue, message: JsonObject, isOutOfBand: boolean): void {
    const { session, vocabulary } = this.#context;
    const command = name.kind === 'string' ? vocabulary.command(name) : undefined;
    this.#pending.add({ command, isOutOfBand, id: idOf(message) });
    if (command === undefined) return;
    if (isOutOfBand && !command.allowOob) {
      session.report('example/not-oob', { span: name.span }, { name: command.name });
    }
    const options = { owner: `the arguments of '${command.name}'`, isOpen: !command.gen };
    this.#checkData(message, 'arguments', command.argType, name.span, options);
  }

  #checkEvent(name: JsonValue, message: JsonObject): void {
    const event = name.kind === 'string' ? this.#context.vocabulary.event(name) : undefined;
    if (event === undefined) return;
    const options = { owner: `the data of '${event.name}'` };
    this.#checkData(message, 'data', event.argType, name.span, options);
  }

  /** Checks the member of a message that holds arguments or data, and may be missing. */
  #checkData(
    message: JsonObject,
    key: 'arguments' | 'data',
    argType: ObjectType | undefined,
    nameSpan: Span,
    options: ObjectOptions & { readonly owner: string },
  ): void {
    const { values, emptyObject } = this.#context;
    const type = argType ?? emptyObject;
    const data = message.members.get(key)?.value;
    if (data !== undefined) values.check(data, type, options);
    else if (!message.isElided) values.checkAbsent(type, options.owner, nameSpan);
  }

  #checkReturn(value: JsonValue, message: JsonObject, keySpan: Span): void {
    const { session, values, emptyObject } = this.#context;
    const report = (problem: string): void => {
      session.report('example/unexpected-reply', { span: keySpan }, { problem });
    };
    const pending = this.#pending.take(idOf(message));
    if (pending === 'unknown') return;
    if (pending === 'none') return report('no command waits for this reply');
    const unsent = this.#owner?.kind === 'command' ? this.#owner : undefined;
    const command = pending === 'unsent' ? unsent : pending.command;
    if (command === undefined) return;
    const { name, returnType } = command;
    if (!command.successResponse) return report(`'${name}' sends no reply when it succeeds`);
    if (returnType === undefined)
      values.check(value, emptyObject, { owner: `the reply to '${name}'` });
    else values.check(value, returnType);
  }
}

function idOf(message: JsonObject): string | undefined {
  const id = message.members.get('id')?.value;
  if (id === undefined) return undefined;
  return id.kind === 'string' ? id.value : id.span.file.text.slice(id.span.start, id.span.end);
}
