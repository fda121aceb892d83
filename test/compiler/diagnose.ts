import { compileSchema, MemoryHost, type Diagnostic, type DocsMode } from '@qapi-ts/compiler';

const MARK = /«([^»]*)»/g;

/**
 * Compiles a schema whose text marks with `«` and `»` what should be complained about.
 *
 * @returns the diagnostics as [code, offset, text], and the marks as [offset, text].
 */
export function diagnose(
  marked: string,
  options: { docs?: DocsMode; files?: Readonly<Record<string, string | Uint8Array>> } = {},
): {
  readonly diagnostics: readonly Diagnostic[];
  readonly found: readonly (readonly [number, string])[];
  readonly marks: readonly (readonly [number, string])[];
} {
  const marks: (readonly [number, string])[] = [];
  for (const match of marked.matchAll(MARK)) {
    marks.push([match.index - 2 * marks.length, match[1] ?? '']);
  }
  const text = marked.replaceAll(MARK, '$1');
  const host = new MemoryHost({ '/schema.json': text, ...options.files });
  const docs = options.docs ?? 'strict';
  const { diagnostics } = compileSchema('/schema.json', { host, docs });
  const found = diagnostics.map(
    ({ span }) => [span.start, span.file.text.slice(span.start, span.end)] as const,
  );
  return { diagnostics, found, marks };
}
