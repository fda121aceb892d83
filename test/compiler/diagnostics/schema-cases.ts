import type { schema } from '../../../compiler/src/diagnostic/catalogue/schema.js';
import type { Cases } from './case.js';

const FEATURES = Array.from({ length: 62 }, (_, index) => `'f${index}'`).join(', ');
const UNION =
  "{ 'enum': 'Driver', 'data': [ 'file' ] }\n" +
  "{ 'struct': 'FileTarget', 'data': { 'path': 'str' } }\n" +
  "{ 'union': 'Target', 'base': { 'driver': 'Driver' }, 'discriminator': 'driver',\n" +
  "  'data': { 'file': 'FileTarget' } }\n";

/** The schema as a whole. */
export const SCHEMA_CASES: Cases<keyof typeof schema> = {
  'schema/duplicate': [
    "{ 'command': 'ping' }\n{ 'command': «'ping'» }\n",
    "{ 'enum': «'QType'», 'data': [] }",
  ],
  'schema/unknown-type': [
    "{ 'command': 'volume-add', 'data': { 'volume': «'Volumn'» } }\n" +
      "{ 'struct': 'Volume', 'data': { 'name': 'str' } }\n",
    "{ 'command': 'a', 'data': { 'b': «'Foo'» } }",
    "{ 'command': 'a', 'data': { 'b': «'String'» } }",
    "{ 'command': 'a', 'data': { 'b': [ «'Foo'» ], 'c': [ 'Foo' ] } }",
    "{ 'command': 'a', 'returns': «'Foo'» }",
    "{ 'command': 'a', 'returns': «'a'» }",
    "{ 'event': 'EV' }\n{ 'command': 'a', 'data': { 'b': [ «'EV'» ] } }",
  ],
  'schema/array-of-arrays': ["{ 'command': 'a', 'data': { 'b': [ «'strList'» ] } }"],
  'schema/contains-itself': [
    "{ 'struct': 'Volume', 'base': «'Disk'», 'data': {} }\n{ 'struct': 'Disk', 'base': 'Volume', 'data': {} }\n",
    "{ 'struct': 'Foo', 'base': «'Foo'», 'data': {} }",
  ],
  'schema/base': [
    "{ 'struct': 'Volume', 'base': «'str'», 'data': {} }\n",
    `${UNION}{ 'struct': 'Sub', 'base': «'Target'», 'data': {} }\n`,
  ],
  'schema/clash': [
    "{ 'struct': 'Named', 'data': { 'name': 'str' } }\n" +
      "{ 'struct': 'Volume',\n  'base': 'Named',\n  'data': { «'name'»: 'str', 'size': 'size' } }\n",
    "{ 'pragma': { 'member-name-exceptions': [ 'Foo' ] } }\n" +
      "{ 'struct': 'Foo', 'data': { 'b-c': 'str', «'b_c'»: 'str' } }",
    "{ 'enum': 'En', 'data': [ 'a', «'a'» ] }",
    "{ 'command': 'a', 'features': [ 'f', «'f'» ] }",
    "{ 'pragma': { 'member-name-exceptions': [ 'En' ] } }\n{ 'enum': 'En', 'data': [ 'a-b', «'a_b'» ] }",
    UNION.replace("'path'", "'driver'").replace("'FileTarget' }", "«'FileTarget'» }"),
  ],
  'schema/discriminator': [
    "{ 'union': 'Target',\n  'base': { 'driver': 'str' },\n  'discriminator': «'driver'»,\n  'data': {} }\n",
    "{ 'union': 'Un', 'base': { 'a': 'str' }, 'discriminator': «'b'», 'data': {} }",
    "{ 'enum': 'En', 'data': [ 'x' ] }\n{ 'union': 'Un', 'base': { '*a': 'En' }, 'discriminator': «'a'», 'data': {} }",
    "{ 'enum': 'En', 'data': [ 'x' ] }\n" +
      "{ 'union': 'Un', 'base': { 'a': { 'type': 'En', 'if': 'X' } }, 'discriminator': «'a'», 'data': {} }",
  ],
  'schema/no-branches': [
    "{ 'enum': 'Driver', 'data': [] }\n" +
      "{ 'union': «'Target'», 'base': { 'driver': 'Driver' }, 'discriminator': 'driver', 'data': {} }\n",
  ],
  'schema/branch-value': [
    UNION.replace("'file': 'FileTarget'", "«'fiel'»: 'FileTarget'"),
    UNION.replace("'file': 'FileTarget'", "«'tape'»: 'FileTarget'"),
  ],
  'schema/branch-type': [
    "{ 'enum': 'Driver', 'data': [ 'file' ] }\n" +
      "{ 'union': 'Target', 'base': { 'driver': 'Driver' }, 'discriminator': 'driver',\n" +
      "  'data': { 'file': «'str'» } }\n",
  ],
  'schema/alternative-type': ["{ 'alternate': 'Reference', 'data': { «'target'»: 'any' } }\n"],
  'schema/alternative-ambiguous': [
    "{ 'alternate': 'Reference', 'data': { 'name': 'str', «'number'»: 'int' } }\n",
    "{ 'alternate': 'Alt', 'data': { 'a': 'int', «'b'»: 'size' } }",
    "{ 'enum': 'En', 'data': [ 'on' ] }\n{ 'alternate': 'Alt', 'data': { 'a': 'En', «'b'»: 'bool' } }",
  ],
  'schema/data-type': ["{ 'command': 'volume-add', 'data': «'str'» }\n"],
  'schema/unboxed-union': [`${UNION}{ 'command': 'target-add', 'data': «'Target'» }\n`],
  'schema/unboxed-condition': [
    "{ 'command': 'ping', 'data': { «'text'»: { 'type': 'str', 'if': 'CONFIG_TEXT' } } }\n",
  ],
  'schema/return-type': ["{ 'command': 'volume-size', 'returns': «'size'» }\n"],
  'schema/special-feature-on-type': [
    "{ 'struct': 'Volume', 'data': {}, 'features': [ «'deprecated'» ] }\n",
  ],
  'schema/too-many-features': [`{ 'command': 'ping', 'features': [ ${FEATURES}, «'loud'» ] }\n`],
};
