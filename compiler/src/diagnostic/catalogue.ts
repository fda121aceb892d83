import { check } from './catalogue/check.js';
import { documentation } from './catalogue/documentation.js';
import type { Entry } from './catalogue/entry.js';
import { examples } from './catalogue/examples.js';
import { schema } from './catalogue/schema.js';
import { syntax } from './catalogue/syntax.js';

/** Everything that the compiler can complain about. Codes are stable: users filter and look up by them. */
export const catalogue = { ...syntax, ...documentation, ...check, ...schema, ...examples };

export type Code = keyof typeof catalogue;

/** The parameters of a code's message. */
export type Parameters<C extends Code> =
  (typeof catalogue)[C] extends Entry<infer P>
    ? unknown extends P
      ? Readonly<Record<string, never>>
      : P
    : never;
