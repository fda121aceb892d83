import { format, type Options } from 'prettier';
import { expect } from 'vitest';
import type { EmittedFile } from '../../../compiler/src/emit/index.js';

/** The one form in which generated code is printed: prettier's defaults, but for these two. */
export const PRETTIER_OPTIONS: Options = { singleQuote: true, printWidth: 100 };

/** Expects that prettier would change nothing in any of the files. */
export async function expectPrettierForm(files: readonly EmittedFile[]): Promise<void> {
  for (const { path, text } of files) {
    const formatted = await format(text, { ...PRETTIER_OPTIONS, parser: 'typescript' });
    // Told apart first: the comparison of long texts is slow where it has to show the difference.
    if (formatted !== text) expect(text, path).toBe(formatted);
  }
}
