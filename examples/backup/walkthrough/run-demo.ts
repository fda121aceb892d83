import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTransport } from '@qapi-ts/runtime/client';
import { connect } from '../../../generated/backup/client.js';
import { startDaemon } from '../server.js';
import { steps } from './steps.js';
import { tap } from './tap.js';
import { Transcript } from './transcript.js';

/**
 * Starts the daemon on a unix socket, drives it with the generated client, and writes down the messages
 * that go back and forth.
 *
 * Rejects unless each step went as it should.
 */
export async function runDemo(print: (line: string) => void): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'backup-demo-'));
  try {
    const path = join(directory, 'backup.sock');
    await using server = await startDaemon(path);
    const transcript = new Transcript(print);
    transcript.note(`a backup daemon listens on ${path}`);
    transcript.beginStep('Greeting and capabilities negotiation');
    // Plain `connect({ path })` would do; this one is overheard.
    const transport = tap(await openTransport({ path }), transcript.message);
    await using client = await connect({ transport, oob: 'require' });
    for (const [title, step] of steps) {
      transcript.beginStep(title);
      await step(client);
    }
    assert.equal(await client.closed, undefined, 'the connection must end in an orderly way');
    await server.closed;
    assert(!existsSync(path), 'the daemon must remove its socket');
    transcript.note('the daemon has ended; everything happened as it should');
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
