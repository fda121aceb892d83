import type { ArrayNode, Expression, ObjectNode } from '../syntax/ast.js';

/** Lines are no longer than this where they can be broken. */
const MAX_COLUMNS = 70;

/**
 * An expression as schema text: on one line if it fits, else one member a line.
 *
 * @param column where the text will begin: lines after the first are indented to it.
 */
export function printExpression(node: Expression, column = 0): string {
  return new ExpressionPrinter().print(node, column, 0);
}

/** A string as it stands in a schema. */
export function quote(value: string): string {
  return `'${value.replaceAll('\\', '\\\\')}'`;
}

class ExpressionPrinter {
  readonly #flatWidths = new Map<Expression, number>();
  readonly #leastWidths = new Map<Expression, number>();

  /** @param rest columns of what follows on the last line. */
  print(node: Expression, column: number, rest: number): string {
    if (node.kind === 'string') return quote(node.value);
    if (node.kind === 'boolean') return String(node.value);
    if (column + this.#flatWidth(node) + rest <= MAX_COLUMNS) return printFlat(node);
    return node.kind === 'array'
      ? this.#breakArray(node, column, rest)
      : this.#breakObject(node, column, rest);
  }

  #breakObject({ members }: ObjectNode, column: number, rest: number): string {
    const lines = members.map(({ key, value }, index) => {
      const end = index === members.length - 1 ? rest + 2 : 1;
      const head = `${quote(key.value)}:`;
      const beside = column + 2 + head.length + 1;
      const below = column + 4;
      const fits = beside + this.#leastWidth(value) + end <= MAX_COLUMNS;
      return fits || below >= beside
        ? `${head} ${this.print(value, beside, end)}`
        : `${head}\n${' '.repeat(below)}${this.print(value, below, end)}`;
    });
    return `{ ${lines.join(`,\n${' '.repeat(column + 2)}`)} }`;
  }

  /** Simple elements share lines, others have lines of their own. */
  #breakArray({ elements }: ArrayNode, column: number, rest: number): string {
    const isSimple = elements.every(({ kind }) => kind === 'string' || kind === 'boolean');
    const newLine = `\n${' '.repeat(column + 2)}`;
    let text = '[ ';
    let at = column + 2;
    elements.forEach((element, index) => {
      const end = index === elements.length - 1 ? rest + 2 : 1;
      const isBroken = !isSimple || at + 1 + this.#flatWidth(element) + end > MAX_COLUMNS;
      if (index > 0) {
        text += isBroken ? `,${newLine}` : ', ';
        at = isBroken ? column + 2 : at + 2;
      }
      text += this.print(element, column + 2, end);
      at += this.#flatWidth(element);
    });
    return `${text} ]`;
  }

  #flatWidth(node: Expression): number {
    let width = this.#flatWidths.get(node);
    if (width === undefined) {
      width = this.#measureFlat(node);
      this.#flatWidths.set(node, width);
    }
    return width;
  }

  #measureFlat(node: Expression): number {
    switch (node.kind) {
      case 'string':
        return quote(node.value).length;
      case 'boolean':
        return String(node.value).length;
      case 'array':
        return sum(node.elements.map((element) => this.#flatWidth(element) + 2)) + 2;
      case 'object':
        return (
          sum(
            node.members.map(({ key, value }) => this.#flatWidth(key) + this.#flatWidth(value) + 4),
          ) + 2
        );
    }
  }

  /** The columns that a node takes when it is broken wherever it can be. */
  #leastWidth(node: Expression): number {
    let width = this.#leastWidths.get(node);
    if (width === undefined) {
      width = this.#measureLeast(node);
      this.#leastWidths.set(node, width);
    }
    return width;
  }

  #measureLeast(node: Expression): number {
    switch (node.kind) {
      case 'string':
      case 'boolean':
        return this.#flatWidth(node);
      case 'array':
        return 2 + greatest(node.elements.map((element) => this.#leastWidth(element) + 1));
      case 'object':
        return (
          2 +
          greatest(node.members.map(({ key, value }) => this.#leastWidthOfMember(key, value) + 1))
        );
    }
  }

  /** Objects and arrays may go below their key. */
  #leastWidthOfMember(key: Expression, value: Expression): number {
    const head = this.#flatWidth(key) + 1;
    const beside = head + 1 + this.#leastWidth(value);
    if (value.kind === 'string' || value.kind === 'boolean') return beside;
    return Math.max(head, Math.min(beside, 2 + this.#leastWidth(value)));
  }
}

function printFlat(node: Expression): string {
  switch (node.kind) {
    case 'string':
      return quote(node.value);
    case 'boolean':
      return String(node.value);
    case 'array':
      return node.elements.length === 0 ? '[]' : `[ ${node.elements.map(printFlat).join(', ')} ]`;
    case 'object': {
      const members = node.members.map(
        ({ key, value }) => `${quote(key.value)}: ${printFlat(value)}`,
      );
      return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
    }
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function greatest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}
