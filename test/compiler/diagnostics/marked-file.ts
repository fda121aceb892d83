import { SourceFile, type Diagnostic, type Span } from '@qapi-ts/compiler';

/** A file whose text marks spans with `«` and `»`, in order. */
export function markedFile(
  path: string,
  marked: string,
  includedFrom?: Span,
): readonly [Span, ...Span[]] {
  const file = new SourceFile(path, marked.replaceAll(/[«»]/g, ''), includedFrom);
  const [first, ...others] = [...marked.matchAll(/«([^»]*)»/g)].map((match, index) => {
    const start = match.index - 2 * index;
    return { file, start, end: start + (match[1] ?? '').length };
  });
  if (first === undefined) throw new Error('no span is marked');
  return [first, ...others];
}

/** A diagnostic about the first of some spans, with notes at the others. */
export function diagnosticAt(
  [span, ...others]: readonly [Span, ...Span[]],
  more: Partial<Diagnostic> = {},
): Diagnostic {
  return {
    code: 'schema/clash',
    severity: 'error',
    message: 'something is wrong',
    help: undefined,
    span,
    anchor: span,
    hasColumn: false,
    definition: undefined,
    notes: others.map((other, index) => ({ message: `note ${index + 1}`, span: other })),
    ...more,
  };
}
