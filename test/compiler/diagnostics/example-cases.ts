import type { examples } from '../../../compiler/src/diagnostic/catalogue/examples.js';
import type { Cases } from './case.js';

const KIND = "{ 'enum': 'Kind', 'data': [ 'disk', 'share' ] }\n";
const ADD =
  "{ 'command': 'volume-add', 'data': { 'name': 'str', '*size': 'uint8', '*kind': 'Kind' } }\n";

/** Documentation of `volume-add` with an example. */
function example(...messages: readonly string[]): string {
  const lines = messages.map((message) => `#     ${message}\n`).join('');
  return (
    KIND +
    `##\n# @volume-add:\n#\n# @name: x\n#\n# @size: x\n#\n# @kind: x\n#\n# .. qmp-example::\n#\n${lines}##\n` +
    ADD
  );
}

/** The messages that documentation shows. */
export const EXAMPLE_CASES: Cases<keyof typeof examples> = {
  'example/syntax': [
    example(`-> { "execute": "volume-add" «"arguments"»: { "name": "a" } }`, `<- { "return": {} }`),
  ],
  'example/duplicate-key': [
    example(`-> { "execute": "volume-add", "arguments": { "name": "a", «"name"»: "b" } }`),
  ],
  'example/message': [example(`-> «{» "command": "volume-add" }`)],
  'example/unknown-command': [example(`-> { "execute": «"volume-create"» }`)],
  'example/unknown-event': [
    example(
      `<- { "event": «"VOLUME_ADDED"»,`,
      `     "timestamp": { "seconds": 1, "microseconds": 0 } }`,
    ),
  ],
  'example/not-oob': [example(`-> { "exec-oob": «"volume-add"», "arguments": { "name": "a" } }`)],
  'example/unexpected-reply': [
    example(
      `-> { "execute": "volume-add", "arguments": { "name": "a" } }`,
      `<- { "return": {} }`,
      `<- { «"return"»: {} }`,
    ),
  ],
  'example/missing-member': [
    example(`-> { "execute": "volume-add", "arguments": «{» "size": 1 } }`),
  ],
  'example/unknown-member': [
    example(`-> { "execute": "volume-add", "arguments": { "name": "a", «"szie"»: 1 } }`),
  ],
  'example/wrong-type': [example(`-> { "execute": "volume-add", "arguments": { "name": «1» } }`)],
  'example/unknown-value': [
    example(`-> { "execute": "volume-add", "arguments": { "name": "a", "kind": «"tape"» } }`),
  ],
  'example/out-of-range': [
    example(`-> { "execute": "volume-add", "arguments": { "name": "a", "size": «256» } }`),
  ],
};
