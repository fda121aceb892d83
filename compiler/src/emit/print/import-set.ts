import { fits, INDENT } from './layout.js';
import { quote } from './literals.js';
import type { SymbolRef } from './source-module.js';

/** The symbols that a module uses, collected while its declarations are printed. */
export class ImportSet {
  readonly #path: string;
  readonly #bySource = new Map<string, { types: Set<string>; values: Set<string> }>();

  constructor(path: string) {
    this.#path = path;
  }

  /** Notes a use and returns the name by which the module knows the symbol. */
  use(symbol: SymbolRef): string {
    if (symbol.from !== this.#path) {
      let source = this.#bySource.get(symbol.from);
      if (source === undefined) {
        source = { types: new Set(), values: new Set() };
        this.#bySource.set(symbol.from, source);
      }
      (symbol.isTypeOnly ? source.types : source.values).add(symbol.name);
    }
    return symbol.name;
  }

  /** The import declarations: packages first, then modules by path; names in code unit order. */
  print(): string {
    const lines: string[] = [];
    const sources = [...this.#bySource].map(
      ([from, names]) => [specifierOf(this.#path, from), names] as const,
    );
    sources.sort(([a], [b]) => compareSpecifiers(a, b));
    for (const [specifier, { types, values }] of sources) {
      if (types.size > 0) lines.push(printImport('import type', [...types].sort(), specifier));
      if (values.size > 0) lines.push(printImport('import', [...values].sort(), specifier));
    }
    return lines.join('');
  }
}

function printImport(head: string, names: readonly string[], specifier: string): string {
  const flat = `${head} { ${names.join(', ')} } from ${quote(specifier)};`;
  if (names.length === 1 || fits(flat)) return `${flat}\n`;
  const list = names.map((name) => `${INDENT}${name},\n`).join('');
  return `${head} {\n${list}} from ${quote(specifier)};\n`;
}

function compareSpecifiers(a: string, b: string): number {
  const byKind = Number(a.startsWith('.')) - Number(b.startsWith('.'));
  return byKind !== 0 ? byKind : a < b ? -1 : 1;
}

/** What a module at `path` writes after `from` to import from `target`, a module or a package. */
export function specifierOf(path: string, target: string): string {
  if (!target.endsWith('.ts')) return target;
  const from = path.split('/').slice(0, -1);
  const to = target.replace(/\.ts$/, '.js').split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  const up = from.length - shared;
  return (up === 0 ? './' : '../'.repeat(up)) + to.slice(shared).join('/');
}
