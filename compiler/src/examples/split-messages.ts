import type { Passage } from '../markup/passage.js';
import type { Span } from '../source/span.js';

/** The text of one message in an example. */
export interface MessageText {
  /** Who sends it: `->` a client, `<-` a server. */
  readonly sender: 'client' | 'server';
  readonly passage: Passage;
  /** Indexes into the passage's text, behind the arrow and before the next one. */
  readonly start: number;
  readonly end: number;
  readonly arrow: Span;
}

const ARROW = /^ *(->|<-)(?=[\s{.]|$)/gm;

/** Cuts an example into messages: each goes from the arrow that begins it to the next. */
export function splitMessages(passage: Passage): readonly MessageText[] {
  const matches = [...passage.text.matchAll(ARROW)];
  return matches.map((match, i) => {
    const start = match.index + match[0].length;
    return {
      sender: match[1] === '->' ? 'client' : 'server',
      passage,
      start,
      end: matches[i + 1]?.index ?? passage.text.length,
      arrow: passage.spanOf(start - 2, start),
    };
  });
}
