import type { DiagnosticSession } from '../diagnostic/session.js';
import type { Schema } from '../schema/model.js';
import { Suggester } from '../schema/suggester.js';
import { Conversation, type ConversationContext } from './conversation.js';
import { findExamples } from './find-examples.js';
import { protocolTypes } from './protocol-types.js';
import { splitMessages } from './split-messages.js';
import { ValueChecker } from './value-checker.js';
import { Vocabulary } from './vocabulary.js';

/** Checks that the messages in the documentation of a schema are such as the schema allows. */
export function checkExamples(schema: Schema, session: DiagnosticSession): void {
  if (session.docs === 'off') return;
  const suggester = new Suggester();
  const context: ConversationContext = {
    session,
    vocabulary: new Vocabulary(schema, suggester, session),
    protocol: protocolTypes(schema),
    values: new ValueChecker(suggester, session),
    emptyObject: schema.emptyObject,
  };
  for (const { owner, passages } of findExamples(schema)) {
    const conversation = new Conversation(owner, context);
    for (const message of passages.flatMap(splitMessages)) conversation.check(message);
  }
}
