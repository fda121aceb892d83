import type { Host } from '../host/host.js';
import { posix } from 'node:path';
import type * as Prettier from 'prettier';
import type { GeneratedFile } from './plan.js';

/**
 * Formats files with prettier and the settings that apply where they go. Without this they are in the form
 * of prettier with single quotes and 100 columns.
 *
 * @throws Error where prettier is not installed.
 */
export async function formatWithPrettier(
  files: readonly GeneratedFile[],
  out: string,
  host: Host,
): Promise<readonly GeneratedFile[]> {
  const prettier = await loadPrettier();
  return Promise.all(
    files.map(async ({ path, text }) => {
      const filepath = host.absolute(posix.join(out, path));
      const settings = await prettier.resolveConfig(filepath, { editorconfig: true });
      return { path, text: await prettier.format(text, { ...settings, filepath }) };
    }),
  );
}

async function loadPrettier(): Promise<typeof Prettier> {
  try {
    return await import('prettier');
  } catch (cause) {
    throw new Error("format: 'prettier' needs the package: npm install --save-dev prettier", {
      cause,
    });
  }
}
