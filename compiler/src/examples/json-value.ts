import type { Span } from '../source/span.js';

/** JSON as examples show it: with spans, and with `...` where something is left out. */
export type JsonValue =
  JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull | Elision;

interface Node {
  readonly span: Span;
}

export interface JsonObject extends Node {
  readonly kind: 'object';
  /** In source order; a repeated key keeps its first member only. */
  readonly members: ReadonlyMap<string, JsonMember>;
  /** Whether members are left out. */
  readonly isElided: boolean;
}

export interface JsonMember {
  readonly key: JsonString;
  readonly value: JsonValue;
}

export interface JsonArray extends Node {
  readonly kind: 'array';
  /** Without those that are left out. */
  readonly elements: readonly JsonValue[];
}

export interface JsonString extends Node {
  readonly kind: 'string';
  readonly value: string;
}

export interface JsonNumber extends Node {
  readonly kind: 'number';
  readonly text: string;
}

export interface JsonBoolean extends Node {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface JsonNull extends Node {
  readonly kind: 'null';
}

/** `...` in the place of a value, also in brackets. */
export interface Elision extends Node {
  readonly kind: 'elision';
}

/** A value in words, for messages. */
export function describeValue(value: JsonValue): string {
  switch (value.kind) {
    case 'object':
    case 'array':
      return `an ${value.kind}`;
    case 'string':
      return 'a string';
    case 'number':
      return `the number ${value.text}`;
    case 'boolean':
      return String(value.value);
    case 'null':
      return 'null';
    case 'elision':
      return "'...'";
  }
}

/** The bracket that an object begins with: a place for what concerns all of it. */
export function openingOf({ span: { file, start } }: JsonObject): Span {
  return { file, start, end: start + 1 };
}
