import type { check } from '../../../compiler/src/diagnostic/catalogue/check.js';
import type { Cases } from './case.js';

/** Single definitions. */
export const CHECK_CASES: Cases<keyof typeof check> = {
  'check/meta-type': [
    "{ «'strct'»: 'Volume', 'data': { 'name': 'str' } }\n",
    "«{» 'type': 'A' }",
    "{ 'struct': 'A', «'enum'»: 'B', 'data': [] }",
  ],
  'check/name-string': [
    "{ 'enum': 'Color', 'data': [ 'red', «[ 'green' ]» ] }\n",
    "{ 'command': «true» }",
    "{ 'union': 'Un', 'base': {}, 'discriminator': «true», 'data': {} }",
  ],
  'check/name': [
    "{ 'command': «'volumeAdd'», 'data': { «'maxSize'»: 'size' } }\n",
    "{ 'struct': «'foo'», 'data': {} }",
    "{ 'command': «'Foo'» }",
    "{ 'command': «'a_b'» }",
    "{ 'event': «'foo'» }",
    "{ 'command': 'a', 'data': { «'b_c'»: 'str' } }",
    "{ 'command': 'a', 'features': [ «'F'» ] }",
    "{ 'enum': 'En', 'data': [ «'q-x'», «''» ] }",
    "{ 'alternate': 'Alt', 'data': { «'B'»: 'str' } }",
  ],
  'check/reserved-name': [
    "{ 'command': 'volume-add', 'data': { «'has-name'»: 'bool', «'*u'»: 'str' } }\n",
  ],
  'check/list-suffix': ["{ 'struct': «'VolumeList'», 'data': {} }\n"],
  'check/missing-key': [
    "«{» 'struct': 'Volume' }\n",
    "«{» 'enum': 'En' }",
    "«{» 'union': 'Un', 'data': {} }",
    "{ 'command': 'a', 'data': { 'b': «{» 'if': 'X' } } }",
  ],
  'check/unknown-key': [
    "{ 'command': 'ping', «'retruns'»: 'Pong' }\n{ 'struct': 'Pong', 'data': {} }\n",
    "{ 'command': 'a', «'colour'»: {} }",
    "{ 'struct': 'Foo', «'dta'»: {} }",
  ],
  'check/flag': [
    "{ 'command': 'ping', 'allow-oob': «false» }\n",
    "{ 'command': 'a', 'gen': «true» }",
    "{ 'command': 'a', 'coroutine': «'yes'» }",
  ],
  'check/oob-coroutine': ["{ 'command': 'ping', 'allow-oob': true, «'coroutine'»: true }\n"],
  'check/condition': [
    "{ 'command': 'ping', 'if': «'CONFIG_A && CONFIG_B'» }\n",
    "{ 'command': 'a', 'if': «'x'» }",
    "{ 'command': 'a', 'if': { 'all': «[ ]» } }",
    "{ 'command': 'a', 'if': { 'not': «true» } }",
    "{ 'command': 'a', 'if': «{ 'not': 'A', 'any': [ 'B' ] }» }",
  ],
  'check/features': ["{ 'command': 'ping', 'features': «'loud'» }\n"],
  'check/data': [
    "{ 'enum': 'Color', 'data': «{ 'red': true }» }\n",
    "{ 'enum': 'En', 'data': [], 'prefix': «true» }",
    "{ 'struct': 'Foo', 'data': «'Bar'» }",
    "{ 'alternate': 'Alt', 'data': «{ }» }",
    "{ 'command': 'a', 'data': { 'b': «true» } }",
    "{ 'event': 'A', 'data': «{ }», 'boxed': true }",
  ],
  'check/array-type': ["{ 'command': 'draw', 'data': { 'point': «[ 'int', 'int' ]» } }\n"],
  'check/boxed-data': ["{ 'event': 'PONG', «'boxed'»: true }\n"],
};
