import type { Schema } from '../schema/model.js';

/** The files that do not belong to a module of the schema. */
export const INDEX_PATH = 'index.ts';
export const TABLES_PATH = 'tables.ts';
export const INTROSPECTION_PATH = 'introspection.ts';
export const SERVER_PATH = 'server.ts';
export const CLIENT_PATH = 'client.ts';

const FIXED_PATHS = [INDEX_PATH, TABLES_PATH, INTROSPECTION_PATH, SERVER_PATH, CLIENT_PATH];

/** The files of a module of the schema. */
export interface ModulePaths {
  readonly types: string;
  readonly tables: string;
}

/**
 * The files of each module, by its name: `block/core.json` has `block/core.ts` and
 * `block/core.tables.ts`. Leading `..` are dropped. A module whose files would be another's, on any file
 * system, gets a number: the first in source order keeps the plain name.
 */
export function assignPaths(schema: Schema): ReadonlyMap<string, ModulePaths> {
  const taken = new Set(FIXED_PATHS);
  const claim = (stem: string): ModulePaths | undefined => {
    const paths = { types: `${stem}.ts`, tables: `${stem}.tables.ts` };
    const keys = [paths.types.toLowerCase(), paths.tables.toLowerCase()];
    if (keys.some((key) => taken.has(key))) return undefined;
    for (const key of keys) taken.add(key);
    return paths;
  };
  const assigned = new Map<string, ModulePaths>();
  const modules = schema.modules.filter(({ isBuiltin }) => !isBuiltin);
  for (const { name } of modules) {
    const paths = claim(stemOf(name));
    if (paths !== undefined) assigned.set(name, paths);
  }
  for (const { name } of modules) {
    for (let n = 2; !assigned.has(name); n++) {
      const paths = claim(`${stemOf(name)}-${n}`);
      if (paths !== undefined) assigned.set(name, paths);
    }
  }
  return assigned;
}

/** A path without extension, of characters that mean themselves in files and in import specifiers. */
function stemOf(module: string): string {
  const parts = module.split(/[\\/]/).filter((part) => !/^\.{0,2}$/.test(part));
  const path = parts.join('/').replace(/\.[^./]*$/, '');
  return path.replace(/[^A-Za-z0-9_./-]/g, '_') || 'schema';
}
