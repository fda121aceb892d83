import type { ArrayNode, Expression, ObjectMember, ObjectNode, StringNode } from '../syntax/ast.js';

/** A string goes no further than a name would, so that a missing quote spoils no more than it must. */
const TOKEN = /'[^'\s,:{}[\]]*'?|[{}[\]:,]|#[^\r\n]*|[^\s'#{}[\]:,]+/g;
const MAX_DEPTH = 100;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Parses text that is not well formed, as somebody leaves it while typing. What is missing is made up: a
 * value that is not there is an empty string in the place where it would be.
 */
export function parseBroken(text: string, start: number, end: number): readonly Expression[] {
  return new BrokenParser(text, start, end).parse();
}

class BrokenParser {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #index = 0;
  #depth = 0;
  #openArrays = 0;

  constructor(text: string, start: number, end: number) {
    this.#tokens = tokenize(text, start, end);
    this.#end = end;
  }

  parse(): readonly Expression[] {
    const expressions: Expression[] = [];
    for (let token = this.#peek(); token !== undefined; token = this.#peek()) {
      if (token.text === '{') expressions.push(this.#parseObject(token));
      else this.#index += 1;
    }
    return expressions;
  }

  #parseObject(open: Token): ObjectNode {
    this.#index += 1;
    this.#depth += 1;
    const members: ObjectMember[] = [];
    const keys = new Set<string>();
    let end = this.#end;
    for (let token = this.#peek(); token !== undefined; token = this.#peek()) {
      end = token.start;
      if (token.text === ']' && this.#openArrays > 0) break;
      this.#index += 1;
      if (token.text === '}') {
        end = token.end;
        break;
      }
      if (!token.text.startsWith("'")) continue;
      const key = toString(token);
      const value = this.#parseMemberValue(token);
      if (!keys.has(key.value)) members.push({ key, value });
      keys.add(key.value);
      end = this.#end;
    }
    this.#depth -= 1;
    return { kind: 'object', members, start: open.start, end };
  }

  #parseMemberValue(key: Token): Expression {
    const colon = this.#peek();
    if (colon?.text !== ':') return missing(key.end, key.end);
    this.#index += 1;
    const token = this.#peek();
    // A string before a colon is rather the next key.
    const isKey = token?.text.startsWith("'") === true && this.#peek(1)?.text === ':';
    const value = isKey ? undefined : this.#parseValue();
    if (value !== undefined) return value;
    if (token === undefined || /^[{}[\]:,']/.test(token.text)) {
      return missing(colon.end, token?.start ?? this.#end);
    }
    // A word without quotes, or the beginning of one.
    this.#index += 1;
    return missing(colon.end, token.end);
  }

  #parseArray(open: Token): ArrayNode {
    this.#index += 1;
    this.#depth += 1;
    this.#openArrays += 1;
    const elements: Expression[] = [];
    let end = this.#end;
    for (let token = this.#peek(); token !== undefined; token = this.#peek()) {
      end = token.start;
      if (token.text === '}') break;
      if (token.text === ']') {
        this.#index += 1;
        end = token.end;
        break;
      }
      const element = this.#parseValue();
      if (element === undefined) this.#index += 1;
      else elements.push(element);
      end = this.#end;
    }
    this.#depth -= 1;
    this.#openArrays -= 1;
    return { kind: 'array', elements, start: open.start, end };
  }

  #parseValue(): Expression | undefined {
    const token = this.#peek();
    if (token === undefined) return undefined;
    const { text, start, end } = token;
    if (text === '{' && this.#depth < MAX_DEPTH) return this.#parseObject(token);
    if (text === '[' && this.#depth < MAX_DEPTH) return this.#parseArray(token);
    if (text.startsWith("'")) {
      this.#index += 1;
      return toString(token);
    }
    if (text !== 'true' && text !== 'false') return undefined;
    this.#index += 1;
    return { kind: 'boolean', value: text === 'true', start, end };
  }

  #peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#index + ahead];
  }
}

function tokenize(text: string, from: number, to: number): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(from, to).matchAll(TOKEN)) {
    const start = from + match.index;
    if (!match[0].startsWith('#')) {
      tokens.push({ text: match[0], start, end: start + match[0].length });
    }
  }
  return tokens;
}

function toString({ text, start, end }: Token): StringNode {
  return { kind: 'string', value: text.replaceAll("'", ''), start, end };
}

function missing(start: number, end: number): StringNode {
  return { kind: 'string', value: '', start, end };
}
