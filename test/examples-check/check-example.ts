import type { DocsMode } from '@qapi-ts/compiler';
import { diagnose } from '../compiler/diagnose.js';

/** A schema with one of everything, whose last command has the example. */
const DEFINITIONS = `
{ 'pragma': { 'member-name-exceptions': [ 'QapiErrorClass' ] } }
{ 'enum': 'QapiErrorClass', 'data': [ 'GenericError', 'DeviceNotFound' ] }
{ 'enum': 'QMPCapability', 'data': [ 'oob' ] }
{ 'struct': 'VersionInfo', 'data': { 'major': 'int' } }
{ 'enum': 'Kind', 'data': [ 'disk', 'share', 'none' ] }
{ 'struct': 'Disk', 'data': { 'path': 'str', '*size': 'size' } }
{ 'struct': 'Share', 'data': { 'host': 'str', '*port': 'uint16' } }
{ 'union': 'Volume', 'base': { 'kind': 'Kind', 'name': 'str' }, 'discriminator': 'kind',
  'data': { 'disk': 'Disk', 'share': 'Share' } }
{ 'alternate': 'Ref', 'data': { 'name': 'str', 'volume': 'Volume', 'none': 'null' } }
{ 'alternate': 'Amount', 'data': { 'count': 'int8', 'kind': 'Kind' } }
{ 'struct': 'Status', 'data': { 'running': 'bool', '*ratio': 'number', '*gone': { 'type': 'int', 'if': 'X' },
  'maybe': { 'type': 'str', 'if': 'X' } } }
{ 'struct': 'Node', 'data': { 'id': 'int', '*next': 'Node', '*list': [ 'Node' ] } }
{ 'command': 'ping', 'allow-oob': true }
{ 'command': 'put', 'data': 'Volume', 'boxed': true }
{ 'command': 'find', 'data': { 'ref': 'Ref', '*amount': 'Amount', '*any': 'any' }, 'returns': [ 'Volume' ] }
{ 'command': 'plug', 'data': { 'driver': 'str' }, 'gen': false }
{ 'command': 'reboot', 'success-response': false }
{ 'command': 'query-node', 'returns': 'Node' }
{ 'event': 'ADDED', 'data': { 'name': 'str' } }
{ 'event': 'TICK' }
`;

/** A schema whose last command, \`query-status\`, is documented by these lines. */
export function document(text: string): string {
  const lines = text.split('\n').map((line) => `# ${line}`.trimEnd());
  const doc = `##\n# @query-status:\n#\n${lines.join('\n')}\n##\n`;
  return `${DEFINITIONS}\n${doc}{ 'command': 'query-status', 'returns': 'Status' }\n`;
}

/** A `qmp-example` of these lines. */
export function example(text: string): string {
  const lines = text.split('\n').map((line) => `    ${line}`.trimEnd());
  return document(`.. qmp-example::\n\n${lines.join('\n')}`);
}

/** Checks documentation in which `«` and `»` mark what should be complained about. */
export function check(source: string, docs: DocsMode = 'warn'): ReturnType<typeof diagnose> {
  const result = diagnose(source, { docs });
  const errors = result.diagnostics.filter(({ code }) => !/^(doc|example)\//.test(code));
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return result;
}
