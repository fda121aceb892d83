import { describe, expect, it } from 'vitest';
import { check, document, example } from './check-example.js';

const PING = '-> { "execute": "ping" }\n';
const TIME = '"timestamp": { "seconds": 1, "microseconds": 2 }';

/** Messages and help of what is found in an example. */
function explain(text: string): readonly (string | undefined)[] {
  return check(example(text)).diagnostics.flatMap(({ message, help }) => [message, help]);
}

describe('examples as they should be', () => {
  it.each([
    PING,
    `${PING}<- { "return": {} }`,
    "-> { 'execute': 'ping', 'id': 'it\\'s' }",
    '-> { "execute": "put",\n     "arguments": { "kind": "disk", "name": "a",\n                    "path": "/", "size": 18446744073709551615 } }',
    '-> { "execute": "put", "arguments": { "kind": "none", "name": "a" } }',
    '-> { "execute": "find", "arguments": { "ref": null, "any": [ { "x": 1.5 } ] } }\n<- { "return": [] }',
    '-> { "execute": "find", "arguments": { "ref": "a", "amount": -128 } }\n<- { "return": [ { "kind": "share", "name": "b", "host": "c" } ] }',
    '-> { "execute": "find", "arguments": { "ref": { "kind": "none", "name": "a" }, "amount": "disk" } }',
    '-> { "execute": "plug", "arguments": { "driver": "e1000", "mac": "x" } }',
    '-> { "execute": "query-status" }\n<- { "return": { "running": true, "ratio": 2, "maybe": "x" } }',
    '<- { "return": { "running": false } }',
    '-> { "execute": "query-node" }\n<- { "return": { "id": 1, "next": { "id": 2 }, "list": [ { "id": 3 } ] } }',
    '-> { "execute": "ping" }\n<- { "error": { "class": "GenericError", "desc": "no" } }',
    `<- { "event": "ADDED", "data": { "name": "a" }, ${TIME} }`,
    `<- { "event": "TICK", ${TIME} }`,
    '<- { "QMP": { "version": { "major": 1 }, "capabilities": [ "oob" ] } }',
    '-> { "exec-oob": "ping", "id": 1 }',
    `-> { "execute": "ping", "id": 1 }\n-> { "execute": "query-node", "id": 2 }\n<- { "return": { "id": 1 }, "id": 2 }\n<- { "return": {}, "id": 1 }`,
    `-> { "execute": "query-node" }\n-> { "exec-oob": "ping" }\n<- { "return": {} }\n<- { "return": { "id": 1 } }`,
    `-> { "execute": "reboot" }`,
  ])('%s', (text) => {
    expect(explain(text)).toEqual([]);
  });
});

describe('what may be left out', () => {
  it.each([
    '-> ... text of the client ...\n<- ... text of the server ...',
    '-> what the client sends\n<- what the server answers',
    '-> { ... }\n<- { "return": { "running": true } }\n<- { "return": 1 }',
    '-> { "execute": "query-node" }\n<- ...\n<- { "return": {} }',
    '-> { "execute": "put", ... }',
    '-> { "execute": "put", "arguments": ... }',
    '-> { "execute": "put", "arguments": { "kind": "disk", ... } }',
    '-> { "execute": "put", "arguments": { ... "path": "/" ... } }',
    '-> { "execute": "put", "arguments": { "kind": "di...", "name": "a" } }',
    '-> { "execute": "find", "arguments": { "ref": ... } }\n<- { "return": [ { "kind": "none", "name": "a" },\n               ...\n             ] }',
    '-> { "execute": "query-node" }\n<- { "return": { "id": 1, "list": [ {...more...}, [ ... and more ... ], ] } }',
    `<- { "event": "ADDED", ... }`,
    '<- { ... }',
  ])('%s', (text) => {
    expect(explain(text)).toEqual([]);
  });
});

describe('what is wrong is marked', () => {
  const CASES: readonly (readonly [code: string, text: string])[] = [
    ['syntax', '-> { "execute": "ping" «"id"»: 1 }'],
    ['syntax', '-> { "execute": "ping", «}»'],
    ['syntax', '-> { "execute": "ping" }«}»'],
    ['syntax', '-> { "execute": "ping" }\n     «"arguments"»: { } }'],
    ['syntax', '-> { "execute": "ping"«»'],
    ['syntax', '-> { "execute": «"ping }»'],
    ['syntax', '-> { «execute»: "ping" }'],
    ['syntax', '-> { "execute" «"ping"» }'],
    ['syntax', '-> { "execute": "ping", "id": «True» }'],
    ['syntax', '-> { "execute": "ping", "id": «0x10» }'],
    ['syntax', '-> { "execute": "ping", "id": «01» }'],
    ['syntax', '-> { "execute": "ping", "id": "«\\x»" }'],
    ['syntax', '-> { "execute": "ping", "id": [ 1 «}» }'],
    ['syntax', '-> { "execute": "ping", "id": [ «,» 1 ] }'],
    ['syntax', '-> { "execute": "ping" }«\'»'],
    ['syntax', `-> { "execute": "ping", "id": ${'['.repeat(199)}«[»${']'.repeat(200)} }`],
    ['duplicate-key', '-> { "execute": "ping", "id": 1, «"id"»: 2 }'],
    ['message', '-> «[ ]»'],
    ['message', '-> «{» }'],
    ['message', '-> «{» "return": {} }'],
    ['message', '<- «{» "execute": "ping" }'],
    ['unknown-command', '-> { "execute": «"pong"» }\n<- { "return": 1 }'],
    ['unknown-command', '-> { "execute": «"TICK"» }'],
    ['unknown-event', `<- { "event": «"TOCK"», ${TIME} }`],
    ['not-oob', '-> { "exec-oob": «"query-node"» }'],
    ['unexpected-reply', `${PING}<- { "return": {} }\n<- { «"return"»: {} }`],
    ['unexpected-reply', '-> { "execute": "reboot" }\n<- { «"return"»: {} }'],
    ['missing-member', '-> { "execute": «"find"» }'],
    ['missing-member', '-> { "execute": "find", "arguments": «{» } }'],
    ['missing-member', '-> { "execute": "put", "arguments": «{» "kind": "share", "name": "a" } }'],
    ['missing-member', '-> { "execute": "put", "arguments": «{» "name": "a" } }'],
    ['missing-member', '<- { "event": "TICK", "timestamp": «{» "seconds": 1 } }'],
    ['missing-member', `<- «{» "event": "TICK" }`],
    ['missing-member', `<- { "event": «"ADDED"», ${TIME} }`],
    ['missing-member', `${PING}<- { "error": «{» "class": "GenericError" } }`],
    ['missing-member', '<- { "QMP": «{» "version": { "major": 1 } } }'],
    ['unknown-member', '-> { "execute": "ping", "arguments": { «"x"»: 1 } }'],
    ['unknown-member', '-> { "execute": "ping", «"args"»: { } }'],
    [
      'unknown-member',
      '-> { "execute": "put", "arguments": { "kind": "disk", "name": "", "path": "", «"host"»: "" } }',
    ],
    ['unknown-member', `${PING}<- { "return": { «"x"»: 1 } }`],
    ['unknown-member', `<- { "event": "TICK", "data": { «"x"»: 1 }, ${TIME} }`],
    [
      'unknown-member',
      `${PING}<- { "error": { "class": "GenericError", "desc": "", «"data"»: 1 } }`,
    ],
    ['wrong-type', '-> { "execute": «5» }'],
    ['wrong-type', '-> { "execute": "ping", "arguments": «"x"» }'],
    ['wrong-type', '-> { "execute": "find", "arguments": { "ref": «true» } }'],
    ['wrong-type', '-> { "execute": "find", "arguments": { "ref": "", "amount": «1.5e3» } }'],
    ['wrong-type', '<- { "return": { "running": «"true"» } }'],
    ['wrong-type', '<- { "return": { "running": true, "ratio": «null» } }'],
    [
      'wrong-type',
      '-> { "execute": "query-node" }\n<- { "return": { "id": 1, "list": «{ "id": 2 }» } }',
    ],
    ['wrong-type', '-> { "execute": "query-node" }\n<- { "return": «[ ]» }'],
    [
      'unknown-value',
      '-> { "execute": "put", "arguments": { "kind": «"tape"», "name": "a", "x": 1 } }',
    ],
    ['unknown-value', '-> { "execute": "find", "arguments": { "ref": "", "amount": «"five"» } }'],
    ['unknown-value', `${PING}<- { "error": { "class": «"Oops"», "desc": "" } }`],
    ['unknown-value', '<- { "QMP": { "version": { "major": 1 }, "capabilities": [ «"oops"» ] } }'],
    ['out-of-range', '-> { "execute": "find", "arguments": { "ref": "", "amount": «128» } }'],
    [
      'out-of-range',
      '-> { "execute": "put", "arguments": { "kind": "share", "name": "", "host": "", "port": «-1» } }',
    ],
    [
      'out-of-range',
      '-> { "execute": "put", "arguments": { "kind": "disk", "name": "", "path": "", "size": «18446744073709551616» } }',
    ],
    [
      'out-of-range',
      `-> { "execute": "query-node" }\n<- { "return": { "id": «${'9'.repeat(200)}» } }`,
    ],
  ];

  it.each(CASES)('%s: %s', (code, text) => {
    const { diagnostics, found, marks } = check(example(text));
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(
      marks.map(() => `example/${code}`),
    );
    expect(found).toEqual(marks);
  });
});

describe('several at once', () => {
  it('commas that are missing do not hide the rest', () => {
    const text = '-> { "execute": "put"\n     «"arguments"»: { "kind": "none" «"name"»: «1» } }';
    const { diagnostics, found, marks } = check(example(text));
    expect(diagnostics.map(({ code }) => code).toSorted()).toEqual([
      'example/syntax',
      'example/syntax',
      'example/wrong-type',
    ]);
    expect(found.toSorted(([a], [b]) => a - b)).toEqual(marks);
  });

  it('a broken command leaves the replies in order', () => {
    const text =
      '-> { «execute»: "x" }\n-> { "execute": "query-node" }\n<- { "return": {} }\n<- { "return": { "id": «"1"» } }';
    const { found, marks } = check(example(text));
    expect(found).toEqual(marks);
  });
});

describe('words', () => {
  it.each([
    ['-> { "execute": "png" }', "the schema has no command 'png'", "did you mean 'ping'?"],
    [`<- { "event": "ADED", ${TIME} }`, "the schema has no event 'ADED'", "did you mean 'ADDED'?"],
    [
      '-> { "execute": "put", "arguments": { "kind": "disk", "naem": "", "name": "", "path": "" } }',
      "there is no 'naem' in the arguments of 'put'",
      "did you mean 'name'?",
    ],
    [
      '-> { "execute": "put", "arguments": { "kind": "disk", "name": "", "path": "", "host": "" } }',
      "there is no 'host' in the arguments of 'put'",
      "it belongs where 'kind' is 'share'",
    ],
    [
      '-> { "execute": "put", "arguments": { "kind": "tape", "name": "" } }',
      "'tape' is no value of 'Kind'",
      "it has 'disk', 'share' and 'none'",
    ],
    [
      '-> { "execute": "put", "arguments": { "kind": "disk" } }',
      "'name' and 'path' are missing from the arguments of 'put'",
      "where it is left out on purpose, write '...'",
    ],
    [
      '-> { "execute": "ping", "id": None }',
      "expected a value, found 'None'",
      'JSON has true, false and null, in lower case',
    ],
    [
      '-> { "execute": "find", "arguments": { "ref": "", "amount": 300 } }',
      "300 is not from -128 to 127, as 'int8' is",
      undefined,
    ],
  ])('%s', (text, message, help) => {
    expect(explain(text)).toEqual([message, help]);
  });

  it('a long list of missing members is cut short', () => {
    const members = Array.from({ length: 30 }, (_, i) => `'m${i}': 'str'`).join(', ');
    const source = `##\n# @a:\n#\n# ::\n#\n#   -> { "execute": "a" }\n##\n{ 'command': 'a', 'data': { ${members} } }\n`;
    const { diagnostics } = check(source);
    expect(diagnostics.map(({ message }) => message)).toContain(
      "'m0', 'm1', 'm2', 'm3', 'm4', 'm5' and 24 more are missing from the arguments of 'a'",
    );
  });
});

describe('where examples are', () => {
  const BAD = '-> { "execute": «"x"» }';

  it.each([
    [
      'in an annotated example',
      `.. qmp-example::\n   :annotated:\n\n   Text::\n\n     ${BAD}\n\n   More text.`,
    ],
    ['in a titled example', `.. qmp-example::\n   :title: Title\n\n   ${BAD}`],
    ['in a literal block', `Like this::\n\n  ${BAD}`],
    ['in a literal block of a list', `- Like this::\n\n    ${BAD}`],
    ['in a note', `.. note:: Like this::\n\n     ${BAD}`],
    ['in a code block', `.. code-block:: QMP\n\n   ${BAD}`],
    ['in older documentation', `Example:\n\n${BAD}\n\nor\n\n${BAD}`],
  ])('%s', (_, text) => {
    const { diagnostics, found, marks } = check(document(text));
    const own = diagnostics.flatMap(({ code }, i) =>
      code.startsWith('example/') ? [found[i]] : [],
    );
    expect(own).toEqual(marks);
  });

  it('in descriptions and in free-form comments', () => {
    const source =
      `##\n# Text::\n#\n#   ${BAD}\n##\n\n` +
      `##\n# @a:\n#\n# @b: text::\n#\n#       ${BAD}\n#\n#     text\n##\n{ 'command': 'a', 'data': { 'b': 'str' } }\n`;
    const { found, marks } = check(source);
    expect(found).toEqual(marks);
  });

  it('but not in text and code without arrows at the beginning', () => {
    const text = 'a -> b, and ``-> {`` ::\n\n  { "execute": "x" }\n  a -> { "execute": "x" }';
    expect(check(document(text)).diagnostics).toEqual([]);
  });
});

describe('severity', () => {
  const source = example('-> { "execute": "x" }');

  it.each(['strict', 'warn'] as const)('they are warnings with --docs %s', (docs) => {
    expect(check(source, docs).diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('they are not looked for with --docs off', () => {
    expect(check(source, 'off').diagnostics).toEqual([]);
  });
});
