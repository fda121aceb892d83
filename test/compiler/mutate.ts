import fc from 'fast-check';

const TOKEN = /'(?:[^'\\\n]|\\.)*'|[[\]{}:,]|true|false|#[^\n]*|\s+|./gsu;
const NOISE = [
  "'",
  "'str'",
  "'\\x'",
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  'true',
  'null',
  '#',
  '##',
  '# @x:',
  '# `x`',
  '\n',
  '\0',
  'é',
];

/** A change of one token: what comes in the place of `count` tokens. */
export interface Mutation {
  readonly file: string;
  readonly at: number;
  readonly count: number;
  /** Texts, or numbers for tokens from elsewhere in the file. */
  readonly insert: readonly (string | number)[];
}

export function mutations(files: readonly string[]): fc.Arbitrary<Mutation> {
  return fc.record({
    file: fc.constantFrom(...files),
    at: fc.nat(),
    count: fc.integer({ min: 0, max: 3 }),
    insert: fc.array(fc.oneof(fc.constantFrom(...NOISE), fc.nat()), { maxLength: 3 }),
  });
}

/** Changes a file, and tells where. */
export function mutate(
  text: string,
  { at, count, insert }: Mutation,
): { text: string; at: number } {
  const tokens: string[] = text.match(TOKEN) ?? [];
  const texts = insert.map((item) =>
    typeof item === 'number' ? (tokens[item % tokens.length] ?? '') : item,
  );
  const index = at % (tokens.length + 1);
  const start = tokens.slice(0, index).join('').length;
  tokens.splice(index, count, ...texts);
  return { text: tokens.join(''), at: start };
}
