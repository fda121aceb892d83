export { defineConfig, type Config, type ConfigEntry } from './config/config.js';
export { compileSchema, type Compilation, type CompileOptions } from './compile/compile-schema.js';
export type { DefinitionRef, Diagnostic, Note, Severity } from './diagnostic/diagnostic.js';
export type { Code } from './diagnostic/catalogue.js';
export type { DocsMode } from './diagnostic/session.js';
export { dumpSchema } from './emit/dump.js';
export { schemaInfo, type IntrospectionOptions, type SchemaInfo } from './emit/schema-info.js';
export type { Host, ReadResult } from './host/host.js';
export { MemoryHost } from './host/memory-host.js';
export { NodeHost } from './host/node-host.js';
export { conditionValue, type ConditionValue } from './schema/condition-value.js';
export type * from './schema/model.js';
export { SourceFile, type Position } from './source/source-file.js';
export type { Span } from './source/span.js';
export type {
  DocMember,
  DocSection,
  DocSectionKind,
  DocText,
  Documentation,
} from './syntax/documentation.js';
