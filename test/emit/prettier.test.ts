import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeReference } from '../support/reference.js';
import { compileLinux, compileReference, emit, referenceSchemas } from './support/emitted.js';
import { expectPrettierForm, PRETTIER_OPTIONS } from './support/prettier-form.js';

describe('the form of generated code', () => {
  it('is that of the project', () => {
    const path = new URL('../../.prettierrc.json', import.meta.url);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(PRETTIER_OPTIONS);
  });
});

describeReference('prettier changes nothing in the code generated for', () => {
  for (const reference of referenceSchemas()) {
    it(reference.name, { timeout: 60_000 }, async () => {
      await expectPrettierForm(emit(compileReference(reference)));
    });
  }

  it('qemu-10.2 with conditions decided', { timeout: 60_000 }, async () => {
    await expectPrettierForm(emit(compileLinux()));
  });

  it('qemu-10.2 with mixed integers', { timeout: 60_000 }, async () => {
    const [reference] = referenceSchemas();
    if (reference === undefined) throw new Error('no reference schema');
    await expectPrettierForm(emit(compileReference(reference), 'mixed'));
  });
});
