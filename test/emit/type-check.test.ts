import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeReference } from '../support/reference.js';
import { compileLinux, compileReference, emit, referenceSchemas } from './support/emitted.js';
import { STRICTEST, typeCheck } from './support/type-check.js';
import { createDirectory, writeFiles } from './support/write-files.js';

/** Writes the code of every reference schema and returns the paths of all files. */
function writeAll(): readonly string[] {
  const directory = createDirectory();
  const linux = writeFiles(join(directory, 'linux'), emit(compileLinux()));
  const others = referenceSchemas().flatMap((reference, i) => {
    const integers = (['number', 'mixed', 'bigint'] as const)[i % 3];
    return writeFiles(join(directory, String(i)), emit(compileReference(reference), integers));
  });
  return [...linux, ...others];
}

describeReference('the code generated for all reference schemas compiles', () => {
  it('under the strictest flags', { timeout: 120_000 }, () => {
    expect(typeCheck(writeAll(), STRICTEST)).toEqual([]);
  });

  it('under the default flags', { timeout: 120_000 }, () => {
    expect(typeCheck(writeAll(), {})).toEqual([]);
  });
});
