import type { ImportSet } from './import-set.js';
import { fits, INDENT } from './layout.js';
import { printKey, quote } from './literals.js';
import type { Expression, ObjectExpression, Property } from './source-module.js';

/** `export const x: T = ...`, where `head` is all up to the `=` and `tail` what follows the value. */
export function printInitializer(
  head: string,
  value: Expression,
  tail: string,
  imports: ImportSet,
): string {
  const flat = flatten(value, imports);
  if (flat !== undefined && fits(`${head} ${flat}${tail}`)) return `${head} ${flat}${tail}\n`;
  const broken = breakExpression(value, '', imports);
  if (fits(`${head} ${broken.slice(0, broken.indexOf('\n'))}`)) return `${head} ${broken}${tail}\n`;
  return `${head}\n${INDENT}${printExpression(value, INDENT, INDENT, tail, imports)}${tail}\n`;
}

/**
 * An expression that starts after `start` and is followed by `tail` on its last line: on one line if it
 * fits, else broken, with inner lines deeper than `indent`.
 */
function printExpression(
  expression: Expression,
  indent: string,
  start: string,
  tail: string,
  imports: ImportSet,
): string {
  const flat = flatten(expression, imports);
  if (flat !== undefined && fits(start + flat + tail)) return flat;
  return breakExpression(expression, indent, imports);
}

/** An expression on one line; undefined where prettier always breaks it. */
function flatten(expression: Expression, imports: ImportSet): string | undefined {
  if (typeof expression === 'string') return quote(expression);
  if (typeof expression !== 'object') return String(expression);
  if (isArray(expression)) {
    if (isTable(expression)) return undefined;
    let elements = '';
    for (const element of expression) {
      const text = flatten(element, imports);
      if (text === undefined) return undefined;
      elements += elements === '' ? text : `, ${text}`;
    }
    return `[${elements}]`;
  }
  switch (expression.kind) {
    case 'symbol':
      return imports.use(expression.symbol);
    case 'thunk':
      return `() => ${imports.use(expression.symbol)}`;
    case 'object': {
      let properties = '';
      for (const [name, value] of expression.properties) {
        const text = flatten(value, imports);
        if (text === undefined) return undefined;
        properties += `${properties === '' ? '' : ', '}${printKey(name)}: ${text}`;
      }
      return `{ ${properties} }`;
    }
  }
}

function breakExpression(expression: Expression, indent: string, imports: ImportSet): string {
  if (typeof expression === 'string') return quote(expression);
  if (typeof expression !== 'object') return String(expression);
  const inner = indent + INDENT;
  if (isArray(expression)) {
    if (expression.length === 0) return '[]';
    let text = '[\n';
    for (const element of expression) {
      text += `${inner}${printExpression(element, inner, inner, ',', imports)},\n`;
    }
    return `${text}${indent}]`;
  }
  switch (expression.kind) {
    case 'symbol':
      return imports.use(expression.symbol);
    case 'thunk':
      return `() =>\n${inner}${imports.use(expression.symbol)}`;
    case 'object': {
      let text = '{\n';
      for (const entry of expression.properties) text += `${printEntry(entry, inner, imports)},\n`;
      return `${text}${indent}}`;
    }
  }
}

function printEntry([name, value]: Property, indent: string, imports: ImportSet): string {
  const key = printKey(name);
  const head = `${indent}${key}:`;
  const text = printExpression(value, indent, `${head} `, ',', imports);
  if (!isAtom(value) || isShort(key) || fits(`${head} ${text},`)) return `${head} ${text}`;
  return `${head}\n${indent}${INDENT}${text}`;
}

function isAtom(value: Expression): boolean {
  return typeof value === 'string' || (!isArray(value) && isSymbol(value));
}

/** Too short for prettier to win much by a line break after it. */
function isShort(key: string): boolean {
  return key.length < INDENT.length + 3;
}

function isSymbol(value: Exclude<Expression, readonly Expression[]>): boolean {
  return typeof value === 'object' && value.kind === 'symbol';
}

function isArray(value: Expression): value is readonly Expression[] {
  return Array.isArray(value);
}

/** prettier puts the rows of a table on lines of their own: more than one, each with more than one cell. */
function isTable(rows: readonly Expression[]): boolean {
  const [first, second] = rows;
  if (first === undefined || second === undefined) return false;
  if (isArray(first)) return rows.every((row) => isArray(row) && row.length > 1);
  return rows.every((row) => isObject(row) && row.properties.length > 1);
}

function isObject(value: Expression): value is ObjectExpression {
  return typeof value === 'object' && !isArray(value) && value.kind === 'object';
}
