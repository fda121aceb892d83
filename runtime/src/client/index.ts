/**
 * The typed QMP client. Generated code wraps {@link connect} with the tables and types of a schema.
 */
export { connect } from './connect.js';
export type { ConnectOptions, ConnectSettings, UnmatchedReply } from './connect-options.js';
export {
  CommandError,
  ConnectError,
  ConnectionLostError,
  DecodeError,
  isClientError,
  OobUnavailableError,
  ProtocolError,
  QueueFullError,
  TimeoutError,
  type ClientError,
  type ClientErrorCode,
} from './errors.js';
export type {
  AnyEvent,
  CallOptions,
  CallParameters,
  Client,
  ClientSchema,
  EventOf,
  EventStream,
  OobCallOptions,
  RawCallOptions,
  ServerGreeting,
  UnknownEvent,
  WaitOptions,
} from '../abi/client-types.js';
export { QmpError, type AnyErrorClass, type ErrorClass } from '../message/qmp-error.js';
export type { Timestamp } from '../message/timestamp.js';
export { openTransport } from '../transport/connect.js';
export { memoryPair } from '../transport/memory.js';
export { socketTransport } from '../transport/node-socket.js';
export { stdio, streamTransport } from '../transport/stdio.js';
export type { Address, Transport, TransportSink } from '../transport/transport.js';
export { ValidationError } from '../validate/validation-error.js';
export type { WireLimits } from '../wire/limits.js';
export { PrintError } from '../wire/print.js';
export { NumberLiteral, type WireObject, type WireValue } from '../wire/value.js';
