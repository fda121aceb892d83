import { INTROSPECTION_PATH } from './module-paths.js';
import type { SourceModule } from './print/source-module.js';

/**
 * The answer to `query-qmp-schema`, an entry a line. It is text until it is loaded: compilers read a
 * string of this size at no cost, and JSON.parse is the quickest way to a value of it.
 */
export function emitIntrospection(entries: readonly unknown[]): SourceModule {
  const lines = entries.map((entry) => JSON.stringify(entry));
  const text = escapeTemplate(`[\n${lines.join(',\n')}\n]`);
  return {
    path: INTROSPECTION_PATH,
    declarations: [
      {
        kind: 'text',
        text: `/** The SchemaInfo array that answers \`query-qmp-schema\`. */\nexport const introspection: readonly unknown[] = /* @__PURE__ */ JSON.parse(\`${text}\`);\n`,
      },
    ],
  };
}

function escapeTemplate(text: string): string {
  return text.replace(/[\\`]|\$(?=\{)/g, '\\$&');
}
