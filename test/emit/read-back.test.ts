import { expect, it } from 'vitest';
import {
  Project,
  ScriptKind,
  SyntaxKind,
  type InterfaceDeclaration,
  type SourceFile,
  type TypeNode,
} from 'ts-morph';
import type { Command, Event, Schema } from '../../compiler/src/index.js';
import { describeReference } from '../support/reference.js';
import { createContext } from '../../compiler/src/emit/emit-context.js';
import { definitionsOf } from '../../compiler/src/emit/definitions.js';
import type { EmittedFile } from '../../compiler/src/emit/index.js';
import { compileReference, emit, referenceSchemas } from './support/emitted.js';
import {
  expectedShapes,
  ShapeWriter,
  type MemberShape,
  type ModuleShape,
  type Shape,
} from './support/expected-types.js';

/** Reads the declarations of a module of types. */
function readModule(file: SourceFile): ModuleShape {
  const types: Record<string, Shape> = {};
  const values: Record<string, readonly string[]> = {};
  const guards: Record<string, string> = {};
  for (const statement of file.getStatements()) {
    if (statement.isKind(SyntaxKind.ImportDeclaration)) {
      expect(statement.isTypeOnly(), statement.getText()).toBe(true);
    } else if (statement.isKind(SyntaxKind.InterfaceDeclaration)) {
      types[statement.getName()] = {
        interface: readMembers(statement),
        extends: statement.getExtends().map((base) => base.getText()),
      };
    } else if (statement.isKind(SyntaxKind.TypeAliasDeclaration)) {
      types[statement.getName()] = { alias: compact(statement.getTypeNode()) };
    } else if (statement.isKind(SyntaxKind.VariableStatement)) {
      const [declaration] = statement.getDeclarations();
      const text = declaration?.getInitializer()?.getText() ?? '';
      expect(text).toMatch(/^\[[^]*\] as const$/);
      const list = text.slice(0, -' as const'.length);
      values[declaration?.getName() ?? ''] = JSON.parse(
        list.replaceAll("'", '"').replace(/,\s*\]$/, ']'),
      ) as string[];
    } else if (statement.isKind(SyntaxKind.FunctionDeclaration)) {
      const [parameter] = statement.getParameters();
      const narrowed = compact(statement.getReturnTypeNode()).replace('valueis', '');
      guards[statement.getName() ?? ''] = `${compact(parameter?.getTypeNode())}->${narrowed}`;
    } else {
      throw new Error(`unexpected ${statement.getKindName()}`);
    }
  }
  return { types, values, guards };
}

function readMembers(declaration: InterfaceDeclaration): readonly MemberShape[] {
  expect(declaration.getMembers()).toHaveLength(declaration.getProperties().length);
  return declaration.getProperties().map((property) => {
    const key = property.getNameNode();
    return {
      name: key.isKind(SyntaxKind.StringLiteral) ? key.getLiteralValue() : key.getText(),
      optional: property.hasQuestionToken(),
      type: compact(property.getTypeNode()),
    };
  });
}

/** The text of a type without white space, separators at ends, or a leading `|`. */
function compact(node: TypeNode | undefined): string {
  const text = node?.getText() ?? '';
  return text
    .replace(/\s+/g, '')
    .replace(/;(?=\})/g, '')
    .replace(/(^|[(:])\|/g, '$1');
}

function readProject(files: readonly EmittedFile[]): Project {
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  for (const { path, text } of files) {
    project.createSourceFile(`/${path}`, text, { scriptKind: ScriptKind.TS });
  }
  return project;
}

function expectIndex(file: SourceFile, schema: Schema, modules: readonly string[]): void {
  const context = createContext(schema, 'number');
  const writer = new ShapeWriter(context.names);
  const { commands, events } = definitionsOf(schema);
  const entry = (name: string, type: string): MemberShape => ({ name, optional: false, type });
  expect(readMembers(file.getInterfaceOrThrow('Commands'))).toEqual(
    commands.map((command) => {
      const args = argumentsOf(command, writer) + (command.gen ? '' : '&Record<string,unknown>');
      const returns = command.returnType ? writer.typeText(command.returnType) : 'void';
      const type = `{arguments:${args};returns:${returns};oob:${String(command.allowOob)}}`;
      return entry(command.name, type);
    }),
  );
  expect(readMembers(file.getInterfaceOrThrow('Events'))).toEqual(
    events.map((event) => entry(event.name, argumentsOf(event, writer))),
  );
  const oob = commands.filter(({ allowOob }) => allowOob).map(({ name }) => `'${name}'`);
  expect(compact(file.getTypeAliasOrThrow('OobCommandName').getTypeNode())).toBe(
    oob.join('|') || 'never',
  );
  const exports = file.getExportDeclarations().map((one) => one.getModuleSpecifierValue() ?? '');
  expect(exports).toEqual(modules.map((path) => `./${path.replace(/ts$/, 'js')}`));
}

function argumentsOf({ argType }: Command | Event, writer: ShapeWriter): string {
  return argType === undefined ? 'undefined' : writer.nameOf(argType);
}

describeReference('ts-morph reads back exactly the declarations of the model', () => {
  for (const reference of referenceSchemas()) {
    it(`for ${reference.name}`, { timeout: 60_000 }, () => {
      const schema = compileReference(reference);
      const { names, paths } = createContext(schema, 'number');
      const project = readProject(emit(schema));
      const shapes = expectedShapes(schema, names);
      const modules: string[] = [];
      for (const [module, { types: path }] of paths) {
        const file = project.getSourceFile(`/${path}`);
        expect(file && readModule(file), path).toEqual(shapes.get(module));
        if (file !== undefined) modules.push(path);
      }
      expectIndex(project.getSourceFileOrThrow('/index.ts'), schema, modules);
    });
  }
});
