import {
  compileSchema,
  conditionValue,
  MemoryHost,
  NodeHost,
  schemaInfo,
  type Host,
  type Schema,
} from '../../../compiler/src/index.js';
import { emitTypeScript, type EmittedFile } from '../../../compiler/src/emit/index.js';
import { applyConditions } from '../../../compiler/src/schema/apply-conditions.js';
import type { IntegerMode } from '../../../compiler/src/emit/integer-mode.js';
import { REFERENCE, readReferenceJson } from '../../support/reference.js';

/** A schema of the reference data: the directory in which it was compiled, and the root module. */
export interface ReferenceSchema {
  readonly name: string;
  readonly directory: string;
  readonly root: string;
}

const QEMU_SCHEMAS: readonly ReferenceSchema[] = [
  { name: 'qemu-10.2', directory: 'schemas/qemu-10.2', root: 'qapi/qapi-schema.json' },
  { name: 'qemu-10.2-qga', directory: 'schemas/qemu-10.2', root: 'qga/qapi-schema.json' },
  {
    name: 'qemu-10.2-storage-daemon',
    directory: 'schemas/qemu-10.2',
    root: 'storage-daemon/qapi/qapi-schema.json',
  },
  { name: 'qemu-9.1', directory: 'schemas/qemu-9.1', root: 'qapi/qapi-schema.json' },
  { name: 'qemu-9.1-qga', directory: 'schemas/qemu-9.1', root: 'qga/qapi-schema.json' },
  { name: 'qemu-7.2', directory: 'schemas/qemu-7.2', root: 'qapi/qapi-schema.json' },
  { name: 'qemu-7.2-qga', directory: 'schemas/qemu-7.2', root: 'qga/qapi-schema.json' },
];

/** All real schemas, and every good one of the small ones. */
export function referenceSchemas(): readonly ReferenceSchema[] {
  const verdicts = readReferenceJson('language/expected.json') as Record<string, { ok: boolean }>;
  const good = Object.keys(verdicts).filter((name) => verdicts[name]?.ok === true);
  return [
    ...QEMU_SCHEMAS,
    ...good.map((root) => ({ name: `language/${root}`, directory: 'language', root })),
  ];
}

export function compileReference({ directory, root }: ReferenceSchema): Schema {
  return compile(root, new NodeHost(`${REFERENCE}${directory}`));
}

/** Compiles `schema.json` with this text, and modules beside it. */
export function compileText(text: string, modules: Readonly<Record<string, string>> = {}): Schema {
  return compile('schema.json', new MemoryHost({ 'schema.json': text, ...modules }));
}

function compile(root: string, host: Host): Schema {
  const { schema, diagnostics } = compileSchema(root, { host, docs: 'warn' });
  if (schema !== undefined) return schema;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  throw new Error(errors.map(({ message }) => message).join('\n'));
}

export function emit(schema: Schema, integers: IntegerMode = 'number'): readonly EmittedFile[] {
  const holds = conditionValue(undefined);
  const introspection = schemaInfo(schema, { holds, unmask: false });
  return emitTypeScript(schema, { integers, introspection });
}

/** The schema of QEMU 10.2 where conditions are decided as in a build for Linux. */
export function compileLinux(): Schema {
  const [reference] = QEMU_SCHEMAS;
  if (reference === undefined) throw new Error('no reference schema');
  const defines = readReferenceJson('introspection/qemu-10.2.linux.defines.json') as string[];
  return applyConditions(compileReference(reference), conditionValue(defines));
}

/** The text of one file of the output. */
export function textOf(files: readonly EmittedFile[], path: string): string {
  const file = files.find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`${path} is not among ${files.length} files`);
  return file.text;
}

/** The lines of a file that follow its header and imports, for a schema in one module. */
export function typesOf(text: string, integers: IntegerMode = 'number'): string {
  const lines = textOf(emit(compileText(text), integers), 'schema.ts').split('\n');
  return lines.slice(2).join('\n').trimEnd();
}
