import { ImportSet, specifierOf } from './import-set.js';
import { fits, INDENT } from './layout.js';
import { quote } from './literals.js';
import { printComment, printLineComment } from './print-comment.js';
import { printInitializer } from './print-expression.js';
import { flattenType, printAlias, printMembers } from './print-type.js';
import type {
  ConstDeclaration,
  Declaration,
  GuardDeclaration,
  InterfaceDeclaration,
  SourceModule,
} from './source-module.js';

/**
 * The text of a module, in the form that prettier gives it with `singleQuote` and a `printWidth` of 100.
 *
 * @param header lines of text for the comment at the top
 */
export function printModule(module: SourceModule, header: readonly string[]): string {
  const imports = new ImportSet(module.path);
  let body = '';
  let previous: Declaration | undefined;
  for (const declaration of module.declarations) {
    const isRun = declaration.kind === 'export-all' && previous?.kind === 'export-all';
    if (previous !== undefined && !isRun) body += '\n';
    body += printDeclaration(declaration, module.path, imports);
    previous = declaration;
  }
  const top = header.map(printLineComment).join('');
  return [top, imports.print(), body].filter((part) => part !== '').join('\n');
}

function printDeclaration(declaration: Declaration, path: string, imports: ImportSet): string {
  switch (declaration.kind) {
    case 'export-all':
      return `export * from ${quote(specifierOf(path, declaration.from))};\n`;
    case 'text':
      return declaration.text;
    case 'interface':
      return printComment(declaration.doc, '', imports) + printInterface(declaration, imports);
    case 'type': {
      const head = `export type ${declaration.name} =`;
      return (
        printComment(declaration.doc, '', imports) + printAlias(head, declaration.type, imports)
      );
    }
    case 'const':
      return printComment(declaration.doc, '', imports) + printConst(declaration, imports);
    case 'guard':
      return printComment(declaration.doc, '', imports) + printGuard(declaration, imports);
  }
}

function printInterface(declaration: InterfaceDeclaration, imports: ImportSet): string {
  const base =
    declaration.extends === undefined ? '' : ` extends ${imports.use(declaration.extends)}`;
  const head = `export interface ${declaration.name}${base}`;
  if (declaration.members.length === 0) return `${head} {}\n`;
  return `${head} {\n${printMembers(declaration.members, INDENT, imports)}}\n`;
}

function printConst(declaration: ConstDeclaration, imports: ImportSet): string {
  const { name, type, value } = declaration;
  if (type === undefined)
    return printInitializer(`export const ${name} =`, value, ' as const;', imports);
  return printInitializer(
    `export const ${name}: ${flattenType(type, imports)} =`,
    value,
    ';',
    imports,
  );
}

function printGuard(declaration: GuardDeclaration, imports: ImportSet): string {
  const head = `export function ${declaration.name}(`;
  const parameter = `value: ${flattenType(declaration.parameter, imports)}`;
  const result = `): value is ${flattenType(declaration.narrowed, imports)} {`;
  const signature = fits(head + parameter + result)
    ? head + parameter + result
    : `${head}\n${INDENT}${parameter},\n${result}`;
  return `${signature}\n${INDENT}return ${declaration.test};\n}\n`;
}
