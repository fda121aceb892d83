import { compileSchema } from '../compile/compile-schema.js';
import type { DocsMode } from '../diagnostic/session.js';
import type { Host } from '../host/host.js';
import type { TopLevelItem } from '../syntax/ast.js';
import type { ParsedFile } from '../syntax/load.js';
import { ParseCache } from '../syntax/parse-cache.js';
import { indexFile, type FileIndex } from './file-index.js';
import { SchemaIndex } from './schema-index.js';
import { SchemaView } from './schema-view.js';

export interface LanguageServiceOptions {
  /** Where files come from. For texts that are not saved yet, a {@link MemoryHost} before the file system. */
  readonly host: Host;
  /** How problems of documentation count. Default `warn`. */
  readonly docs?: DocsMode;
}

/**
 * What an editor needs to know of schemas. After a change a schema is opened again: only files with a new
 * text are parsed and indexed then.
 */
export class LanguageService {
  readonly #host: Host;
  readonly #docs: DocsMode;
  readonly #cache = new ParseCache();
  readonly #indexes = new WeakMap<readonly TopLevelItem[], FileIndex>();

  constructor({ host, docs = 'warn' }: LanguageServiceOptions) {
    this.#host = host;
    this.#docs = docs;
  }

  /** @param path the root schema */
  open(path: string): SchemaView {
    const options = { host: this.#host, docs: this.#docs, cache: this.#cache };
    const compilation = compileSchema(path, options);
    const files = compilation.parsedFiles.map((parsed) => {
      return { file: parsed.file, index: this.#index(parsed) };
    });
    return new SchemaView(compilation, new SchemaIndex(files), this.#host);
  }

  #index({ file, items }: ParsedFile): FileIndex {
    let index = this.#indexes.get(items);
    if (index === undefined) {
      index = indexFile(file, items);
      this.#indexes.set(items, index);
    }
    return index;
  }
}
