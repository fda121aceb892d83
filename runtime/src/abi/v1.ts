/**
 * The one entry of the runtime that generated code imports. Version 1 only ever grows: code that was
 * generated for it keeps working with every later runtime.
 */
export type * from './client-types.js';
export type * from './maps.js';
export type * from './server-types.js';
export type * from './tables.js';
export { connect as connectClient } from '../client/connect.js';
export type { ConnectOptions } from '../client/connect-options.js';
