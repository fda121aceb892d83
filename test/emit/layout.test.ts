import fc from 'fast-check';
import { describe, it } from 'vitest';
import { compileText, emit } from './support/emitted.js';
import { expectPrettierForm } from './support/prettier-form.js';
import { randomSchema } from './support/random-schema.js';

describe('the printer', () => {
  it('breaks lines where prettier does, however long the names', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(randomSchema, fc.constantFrom('number', 'mixed'), async (text, integers) => {
        await expectPrettierForm(emit(compileText(text), integers));
      }),
      { numRuns: 60 },
    );
  });
});
