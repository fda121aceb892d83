/** What a 64-bit integer type is in TypeScript. */
export type IntegerMode = 'number' | 'mixed' | 'bigint';

export const INTEGER_MODES: readonly IntegerMode[] = ['number', 'mixed', 'bigint'];
