import { referencePosition } from '@qapi-ts/compiler';
import { expect, it } from 'vitest';
import { diagnose } from './diagnose.js';

it.each([
  ["{ 'a' null", { line: 1, column: 7 }],
  ["\t{ 'a' null", { line: 1, column: 7 }],
  ["{ 'a' \t null", { line: 1, column: 8 }],
  ["{ 'a'   \t null", { line: 1, column: 2 }],
  ["{ 'a':\n\t\tnull", { line: 2, column: 1 }],
  ["{ 'command': 'a',\n\t'x': true }", { line: 1, column: null }],
])('the reference reports %j at %j', (source, position) => {
  const [error] = diagnose(source).diagnostics;
  expect(error && referencePosition(error)).toEqual(position);
});
