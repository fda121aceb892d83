import { CLIENT_PATH } from './module-paths.js';
import type { SourceModule } from './print/source-module.js';
import { ABI } from './runtime-imports.js';

const TEXT = `import {
  connectClient,
  type Client as ClientOf,
  type ConnectOptions,
} from '${ABI}';
import type { Commands, Events } from './index.js';
import { tables } from './tables.js';

/** A connection to a server of the schema. */
export type Client = ClientOf<Commands, Events>;

/** Connects to a server of the schema and completes capabilities negotiation. */
export function connect(options: ConnectOptions): Promise<Client> {
  return connectClient(tables, options);
}
`;

/** What a client of the schema starts from. Only its imports know the schema. */
export function emitClient(): SourceModule {
  return { path: CLIENT_PATH, declarations: [{ kind: 'text', text: TEXT }] };
}
