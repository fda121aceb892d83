import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import type { EmittedFile } from '../../../compiler/src/emit/index.js';
import { createDirectory, writeFiles } from './write-files.js';

export type LoadModule = (path: string) => Promise<Readonly<Record<string, unknown>>>;

/** Turns generated code into JavaScript, and returns what imports a module of it by its `.ts` path. */
export function loadModules(files: readonly EmittedFile[]): LoadModule {
  const directory = createDirectory();
  const compilerOptions: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
  };
  const modules = files.map(({ path, text }) => ({
    path: toJavaScript(path),
    text: ts.transpileModule(text, { compilerOptions }).outputText,
  }));
  writeFiles(directory, modules);
  return async (path) =>
    (await import(
      /* @vite-ignore */ pathToFileURL(join(directory, toJavaScript(path))).href
    )) as Readonly<Record<string, unknown>>;
}

function toJavaScript(path: string): string {
  return path.replace(/\.ts$/, '.js');
}
