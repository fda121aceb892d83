import { compileSchema, MemoryHost, type Diagnostic, type DocsMode } from '@qapi-ts/compiler';

const MARK = /«([^»]*)»/g;

/**
 * Compiles a schema whose text marks with `«` and `»` what should be complained about.
 *
 * @param marked where U+FFFD stands for a byte that is not UTF-8; undefined for a schema that does not exist.
 * @returns the diagnostics as [offset, text], and the marks as [offset, text].
 */
export function diagnose(
  marked: string | undefined,
  options: { docs?: DocsMode; files?: Readonly<Record<string, string | Uint8Array>> } = {},
): {
  readonly diagnostics: readonly Diagnostic[];
  readonly found: readonly (readonly [number, string])[];
  readonly marks: readonly (readonly [number, string])[];
} {
  const marks: (readonly [number, string])[] = marked === undefined ? [[0, '']] : [];
  for (const match of marked?.matchAll(MARK) ?? []) {
    marks.push([match.index - 2 * marks.length, match[1] ?? '']);
  }
  const root = marked === undefined ? {} : { '/schema.json': encode(unmark(marked)) };
  const host = new MemoryHost({ ...root, ...options.files });
  const docs = options.docs ?? 'strict';
  const { diagnostics } = compileSchema('schema.json', { host, docs, examples: true });
  const found = diagnostics.map(
    ({ span }) => [span.start, span.file.text.slice(span.start, span.end)] as const,
  );
  return { diagnostics, found, marks };
}

/** The text without its marks. */
export function unmark(marked: string): string {
  return marked.replaceAll(MARK, '$1');
}

function encode(text: string): Uint8Array {
  return Buffer.concat(
    text
      .split('\uFFFD')
      .flatMap((part, index) => [...(index > 0 ? [Buffer.from([0xff])] : []), Buffer.from(part)]),
  );
}
