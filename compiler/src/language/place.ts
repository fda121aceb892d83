import type { ArrayNode, Expression, ObjectNode } from '../syntax/ast.js';
import type { Range } from './range.js';
import { shapeOf, shapeOfKey, type ShapeName } from './shapes.js';

/** What may be written at an offset of an expression. */
export interface Place {
  readonly kind: 'key' | 'value';
  /** Of the object that a key would belong to, or of the value. */
  readonly shape: ShapeName | undefined;
  /** The object or array around it. */
  readonly around: ObjectNode | ArrayNode;
}

/** Where in an expression an offset is; undefined where it is outside. */
export function findPlace(
  text: string,
  node: Expression,
  shape: ShapeName | undefined,
  offset: number,
): Place | undefined {
  if (node.kind !== 'object' && node.kind !== 'array') return undefined;
  return isInside(text, node, offset) ? placeIn(text, node, shape, offset) : undefined;
}

function placeIn(
  text: string,
  node: ObjectNode | ArrayNode,
  shapeName: ShapeName | undefined,
  offset: number,
): Place {
  const shape = shapeName === undefined ? {} : shapeOf(shapeName);
  const valueAt = (value: Expression, valueShape: ShapeName | undefined): Place => {
    const inner = findPlace(text, value, valueShape, offset);
    return inner ?? { kind: 'value', shape: valueShape, around: node };
  };
  if (node.kind === 'array') {
    const element = node.elements.find(({ start, end }) => start < offset && offset <= end);
    if (element !== undefined) return valueAt(element, shape.elements);
    return { kind: 'value', shape: shape.elements, around: node };
  }
  const member = node.members.find(({ key, value }) => key.end < offset && offset <= value.end);
  if (member !== undefined) return valueAt(member.value, shapeOfKey(shape, member.key.value));
  return { kind: 'key', shape: shapeName, around: node };
}

/** Between the brackets, or behind the opening one where the other is missing. */
function isInside(text: string, { kind, start, end }: ObjectNode | ArrayNode, at: number): boolean {
  const isClosed = text[end - 1] === (kind === 'object' ? '}' : ']') && end - 1 > start;
  return start < at && (isClosed ? at < end : at <= end);
}

/** The word at an offset, and whether it stands in quotes. */
export interface Word extends Range {
  readonly isQuoted: boolean;
  /** The last character before it that is neither white space nor in a comment; empty if there is none. */
  readonly before: string;
}

const WORD_CHARACTER = /[\w.*/+-]/;

/** @param from where the expression with the offset begins. */
export function findWord(text: string, from: number, offset: number): Word {
  let start = offset;
  while (start > from && WORD_CHARACTER.test(text.charAt(start - 1))) start -= 1;
  let end = offset;
  while (WORD_CHARACTER.test(text.charAt(end))) end += 1;
  const isQuoted = start > from && text[start - 1] === "'";
  const head = text.slice(from, isQuoted ? start - 1 : start);
  return {
    start,
    end,
    isQuoted,
    before: head
      .replace(/#[^\r\n]*/g, '')
      .trimEnd()
      .slice(-1),
  };
}
