import { LanguageService, MemoryHost, type SchemaView, type Span } from '@qapi-ts/compiler';

/** `⟦` and `⟧` surround what is asked about, `«` and `»` what the answer is. */
const MARK = /[⟦⟧«»]/g;

export interface Marked {
  readonly view: SchemaView;
  /** Where the question is: the file and the offset of its first mark. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** The marked answers as `path:start-end`, in the order of files and offsets. */
  readonly answers: readonly string[];
}

/** Opens a schema whose files have marks. The first file is the root. */
export function openMarked(files: Readonly<Record<string, string>>): Marked {
  const plain: Record<string, string> = {};
  const answers: string[] = [];
  let question: { path: string; start: number; end: number } | undefined;
  for (const [path, marked] of Object.entries(files)) {
    const starts: number[] = [];
    let removed = 0;
    for (const { 0: mark, index } of marked.matchAll(MARK)) {
      const offset = index - removed;
      removed += 1;
      if (mark === '«' || mark === '⟦') starts.push(offset);
      else {
        const start = starts.pop() ?? offset;
        if (mark === '»') answers.push(`${path}:${start}-${offset}`);
        else question = { path, start, end: offset };
      }
    }
    plain[path] = marked.replaceAll(MARK, '');
  }
  const [root = ''] = Object.keys(files);
  const view = new LanguageService({ host: new MemoryHost(plain) }).open(root);
  return { view, answers, ...(question ?? { path: root, start: 0, end: 0 }) };
}

/** Spans in the form of {@link Marked.answers}. */
export function places(spans: readonly Span[]): readonly string[] {
  return spans.map(({ file, start, end }) => `${file.path}:${start}-${end}`);
}
