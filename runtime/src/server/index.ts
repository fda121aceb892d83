export { serve } from './serve.js';
export type {
  EventRateLimit,
  ListenOn,
  ServeOptions,
  ServerSettings,
  ServerVersion,
} from './options.js';
export type { CloseOptions, Server } from './server.js';
export type {
  Emit,
  Handlers,
  InBandContext,
  InBandHandler,
  Log,
  LogLevel,
  OobContext,
  OobHandler,
  OobHandlers,
  ServerSchema,
  SessionInfo,
} from '../abi/server-types.js';
export { QmpError, type ErrorClass } from '../message/qmp-error.js';
export type { Address, Transport, TransportSink } from '../transport/transport.js';
export { memoryPair } from '../transport/memory.js';
