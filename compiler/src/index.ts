export { defineConfig, type Config, type ConfigEntry } from './config/config.js';
export { compileSchema, type Compilation, type CompileOptions } from './compile/compile-schema.js';
export type { DefinitionRef, Diagnostic, Note, Severity } from './diagnostic/diagnostic.js';
export type { Code } from './diagnostic/catalogue.js';
export { referencePosition, type ReferencePosition } from './diagnostic/reference-position.js';
export type { DocsMode } from './diagnostic/session.js';
export { dumpSchema } from './emit/dump.js';
export { schemaInfo, type IntrospectionOptions, type SchemaInfo } from './emit/schema-info.js';
export type { Host, ReadResult } from './host/host.js';
export { MemoryHost } from './host/memory-host.js';
export { NodeHost } from './host/node-host.js';
export { LanguageService, type LanguageServiceOptions } from './language/language-service.js';
export type { SchemaView, Subject } from './language/schema-view.js';
export type { Completion, CompletionKind, Completions } from './language/completion.js';
export type { DocumentationText } from './language/documentation-text.js';
export type { DocumentSymbol } from './language/document-symbols.js';
export { hoverToMarkdown, hoverToText, type Hover } from './language/hover.js';
export type { Role } from './language/occurrence.js';
export type { Range } from './language/range.js';
export { applyConditions } from './schema/apply-conditions.js';
export { conditionValue, type ConditionValue } from './schema/condition-value.js';
export type * from './schema/model.js';
export { SourceFile, type EditorPosition, type Position } from './source/source-file.js';
export type { Span } from './source/span.js';
export type * from './syntax/ast.js';
export type {
  DocMember,
  DocSection,
  DocSectionKind,
  DocText,
  Documentation,
} from './syntax/documentation.js';
export type { ParsedFile } from './syntax/load.js';
export { ParseCache } from './syntax/parse-cache.js';
