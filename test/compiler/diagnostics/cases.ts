import type { Code } from '@qapi-ts/compiler';
import type { Cases } from './case.js';
import { CHECK_CASES } from './check-cases.js';
import { DOCUMENTATION_CASES } from './documentation-cases.js';
import { EXAMPLE_CASES } from './example-cases.js';
import { SCHEMA_CASES } from './schema-cases.js';
import { SYNTAX_CASES } from './syntax-cases.js';

/** Schemas for every code of the catalogue. */
export const CASES: Cases<Code> = {
  ...SYNTAX_CASES,
  ...DOCUMENTATION_CASES,
  ...CHECK_CASES,
  ...SCHEMA_CASES,
  ...EXAMPLE_CASES,
};
