// Drives a real QEMU with the client that was generated from its schema. Compiled and run by
// live-client.test.ts, which generates ./generated first and reads the JSON that this prints.
import { connect } from './generated/client.js';

const [, , path = ''] = process.argv;
await using client = await connect({ path });

const version = await client.execute('query-version');
const schema = await client.execute('query-qmp-schema');
const properties = await client.execute('qom-list', { path: '/machine' });

const wrongArgument = await client.executeRaw('qom-list', { path: 1 }).catch(String);
const wrongArgumentHere = await client
  // @ts-expect-error the path is a string
  .execute('qom-list', { path: 1 })
  .catch((error: unknown) => String(error));
const refused = await client.executeOob('migrate-pause').catch(String);
// @ts-expect-error the command does not have allow-oob
const neverSent = await client.executeOob('query-status').catch(String);

const resumed = client.waitFor('RESUME', { timeoutMs: 10_000 });
const stopped = client.waitFor('STOP', { timeoutMs: 10_000 });
await client.execute('stop');
const { status } = await client.execute('query-status');
await client.execute('cont');
const events = [(await stopped).event, (await resumed).event];

// An integer that no JavaScript number holds goes out and comes back.
const exact = 9007199254740993n;
await client.execute('blockdev-add', { driver: 'null-co', 'node-name': 'node' });
await client.execute('block-set-write-threshold', {
  'node-name': 'node',
  'write-threshold': exact,
});
const nodes = await client.execute('query-named-block-nodes', {});
const threshold = nodes.find((node) => node['node-name'] === 'node')?.write_threshold;

await client.execute('quit');
const closed = await client.closed;

console.log(
  JSON.stringify({
    major: version.qemu.major,
    schemaEntries: schema.length,
    property: properties[0]?.name,
    wrongArgument,
    wrongArgumentHere,
    refused,
    neverSent,
    status,
    events,
    isExact: threshold === exact,
    closed: closed === undefined,
  }),
);
