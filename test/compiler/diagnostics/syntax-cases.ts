import type { syntax } from '../../../compiler/src/diagnostic/catalogue/syntax.js';
import type { Cases } from './case.js';

/** Files and surface syntax. */
export const SYNTAX_CASES: Cases<keyof typeof syntax> = {
  'file/unreadable': [undefined],
  'file/not-utf8': ["# caf«\uFFFD»\n{ 'command': 'ping' }\n"],
  'syntax/expected': [
    "{ 'command': 'volume-add',\n  'data': { 'name': 'str'\n            «'size'»: 'size' } }\n",
    "{ 'enum' «'Status'» }",
    "{ 'a': 'b', «}»",
    "{ 'a': [ 'b', «]» }",
    "{ 'a': [ 'b' «}» }",
    '[ «,»',
    '{ «[» }',
    "{ 'a': «,» }",
    '«}»',
    "{ 'a': 'b'\n«»\n",
    "{ 'a': [ 'b'\n«{» 'c': 'd' }\n",
    "{ 'a': true «{» } }",
  ],
  'syntax/stray-text': [
    "{ 'command': 'volume-add', 'data': { «\"name\"»: 'str' } }\n",
    "{ 'a': «null» }",
    '«"double"»',
    "{ 'a': «1.5» }",
    '«\uFEFF»{}',
    "{ 'x' «=» 1 }",
    "«//» comment\n{ 'a': 'b' }",
    '{ «struct»: 1 }',
    "{ 'a: '«b»' }",
  ],
  'syntax/unterminated-string': [
    "{ 'command': 'ping', 'returns': «'Pong }»\n",
    "{ «'abc»\n",
    "{ 'a': «'b, }»",
  ],
  'syntax/unknown-escape': ["{ 'enum': 'Letter', 'data': [ 'a«\\n»' ] }\n"],
  'syntax/string-character': [
    "{ 'enum': 'Drink', 'data': [ 'caf«é»' ] }\n",
    "{ 'a': 'x«\t»y' }",
    "{ 'a': 'x«😀»y' }",
    "{ 'a': 'x«\u202E»y' }",
  ],
  'syntax/too-deep': [`{ 'a': ${'['.repeat(399)}«[»`],
  'syntax/duplicate-key': [
    "{ 'struct': 'Volume',\n  'data': { 'name': 'str', 'size': 'size', «'name'»: 'str' } }\n",
    "{ 'struct': 'Foo', 'data': {}, «'struct'»: 'Bar' }",
  ],
  'syntax/top-level-object': ["«'ping'»\n", '«[ ]»'],
  'directive/include-shape': [
    "«{ 'include': [ 'ok.json', 'other.json' ] }»\n",
    "«{ 'include': 'a', 'b': 'c' }»",
    "«{\n  'include': []\n}»",
  ],
  'directive/include-cycle': ["{ 'include': «'schema.json'» }\n"],
  'directive/include-unreadable': ["{ 'include': «'none.json'» }\n"],
  'directive/pragma-shape': ["«{ 'pragma': [ 'doc-required' ] }»\n"],
  'directive/unknown-pragma': [
    "{ 'pragma': { «'doc-require'»: true } }\n",
    "{ 'pragma': { «'x'»: true } }",
  ],
  'directive/pragma-value': [
    "{ 'pragma': { 'doc-required': «'yes'» } }\n",
    "{ 'pragma': { 'member-name-exceptions': «[ true ]» } }",
  ],
};
