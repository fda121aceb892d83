import { describe, expect, it } from 'vitest';
import { catalogue } from '../../compiler/src/diagnostic/catalogue.js';
import { diagnose } from './diagnose.js';

const DOC_REQUIRED = "{ 'pragma': { 'doc-required': true } }\n";

/** For each code the schemas that cause it, with the text that it should mark. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  'syntax/expected': [
    "{ 'enum' «'Status'» }",
    "{ 'a': 'b', «}»",
    "{ 'a': [ 'b' «}» }",
    '[ «,»',
    '{ «[» }',
    "{ 'a': «,» }",
    '«}»',
    "{ 'a': 'b'\n«»\n",
  ],
  'syntax/stray-text': [
    "{ 'a': «null» }",
    '«"double"»',
    "{ 'a': «1.5» }",
    '«\uFEFF»{}',
    "{ 'x' «=» 1 }",
  ],
  'syntax/unterminated-string': ["{ «'abc»\n", "{ 'a': «'b, }»"],
  'syntax/unknown-escape': ["{ 'a«\\n»': 'b' }"],
  'syntax/string-character': ["{ 'a': 'é' }".replace('é', '«é»'), "{ 'a': 'x«\t»y' }"],
  'syntax/too-deep': [`{ 'a': ${'['.repeat(399)}«[»`],
  'syntax/duplicate-key': ["{ 'struct': 'Foo', 'data': {}, «'struct'»: 'Bar' }"],
  'syntax/top-level-object': ["«'foo'»", '«[ ]»'],
  'directive/include-shape': ["«{ 'include': [] }»", "«{ 'include': 'a', 'b': 'c' }»"],
  'directive/include-cycle': ["{ 'include': «'schema.json'» }"],
  'directive/include-unreadable': ["{ 'include': «'none.json'» }"],
  'directive/pragma-shape': ["«{ 'pragma': [] }»"],
  'directive/unknown-pragma': ["{ 'pragma': { «'doc-require'»: true } }"],
  'directive/pragma-value': [
    "{ 'pragma': { 'doc-required': «'yes'» } }",
    "{ 'pragma': { 'member-name-exceptions': «[ true ]» } }",
  ],
  'doc/junk-after-marker': ['«## x»\n##\n', '##\n«## x»\n'],
  'doc/not-closed': ["##\n# text\n«»{ 'include': 'ok.json' }"],
  'doc/missing-space': ['##\n«#text»\n##\n'],
  'doc/line-too-long': [`##\n«# ${'x'.repeat(69)}»\n##\n`],
  'doc/one-space-between-sentences': ['##\n# One.« »Two.\n##\n'],
  'doc/symbol-colon': ["##\n«# @a»\n##\n{ 'command': 'a' }"],
  'doc/symbol-empty': ['##\n«# @:»\n##\n'],
  'doc/duplicate-features': [
    "##\n# @a:\n#\n# Features:\n# @f: x\n#\n«# Features:»\n##\n{ 'command': 'a', 'features': [ 'f' ] }",
  ],
  'doc/features-empty': ["##\n# @a:\n#\n# Features:\n«# text»\n##\n{ 'command': 'a' }"],
  'doc/member-after-section': [
    "##\n# @a:\n#\n# Since: 1\n#\n«# @b: text»\n##\n{ 'command': 'a', 'data': { 'b': 'str' } }",
  ],
  'doc/outdated-section': ["##\n# @a:\n#\n«# Notes: x»\n##\n{ 'command': 'a' }"],
  'doc/de-indent': [
    "##\n# @a:\n#\n# @b: one\n#     two\n«# three»\n##\n{ 'command': 'a', 'data': { 'b': 'str' } }",
  ],
  'doc/description-in-free-form': ['##\n# text\n«# @b: x»\n##\n'],
  'doc/empty-name': ["##\n# @a:\n#\n«# @: x»\n##\n{ 'command': 'a' }"],
  'doc/duplicate-name': [
    "##\n# @a:\n#\n# @b: x\n«# @b: y»\n##\n{ 'command': 'a', 'data': { 'b': 'str' } }",
  ],
  'doc/duplicate-section': ["##\n# @a:\n#\n# Since: 1\n#\n«# Since: 2»\n##\n{ 'command': 'a' }"],
  'doc/empty-section': ["##\n# @a:\n#\n«# Since:»\n##\n{ 'command': 'a' }"],
  'doc/no-definition': ['«##\n# @a:\n##»\n', "«##\n# @a:\n##»\n{ 'include': 'ok.json' }"],
  'doc/free-form-before-definition': ["«##\n# text\n##»\n{ 'command': 'a' }"],
  'doc/wrong-symbol': ["##\n# @b:\n##\n{ 'command': «'a'» }"],
  'doc/missing': [`${DOC_REQUIRED}{ 'command': «'a'» }`],
  'doc/returns-nothing': ["##\n# @a:\n#\n«# Returns: x»\n##\n{ 'command': 'a' }"],
  'doc/not-a-command': ["##\n# @A:\n#\n«# Errors: x»\n##\n{ 'event': 'A' }"],
  'doc/undocumented-member': ["##\n# @a:\n##\n{ 'command': 'a', 'data': { «'b'»: 'str' } }"],
  'doc/undocumented-feature': ["##\n# @a:\n##\n{ 'command': «'a'», 'features': [ 'f' ] }"],
  'doc/unknown-member': ["##\n# @a:\n#\n«# @b: x»\n##\n{ 'command': 'a' }"],
  'doc/unknown-feature': ["##\n# @a:\n#\n# Features:\n«# @f: x»\n##\n{ 'command': 'a' }"],
  'check/meta-type': ["«{» 'type': 'A' }", "{ 'struct': 'A', «'enum'»: 'B', 'data': [] }"],
  'check/name-string': ["{ 'command': «true» }", "{ 'enum': 'En', 'data': [ «[ ]» ] }"],
  'check/name': [
    "{ 'struct': «'foo'», 'data': {} }",
    "{ 'command': «'Foo'» }",
    "{ 'command': «'a_b'» }",
    "{ 'event': «'foo'» }",
    "{ 'command': 'a', 'data': { «'b_c'»: 'str' } }",
    "{ 'command': 'a', 'features': [ «'F'» ] }",
    "{ 'enum': 'En', 'data': [ «'q-x'», «''» ] }",
    "{ 'alternate': 'Alt', 'data': { «'B'»: 'str' } }",
  ],
  'check/reserved-name': ["{ 'command': 'a', 'data': { «'has-b'»: 'str', «'*u'»: 'str' } }"],
  'check/list-suffix': ["{ 'struct': «'FooList'», 'data': {} }"],
  'check/missing-key': [
    "«{» 'enum': 'En' }",
    "{ 'command': 'a', 'data': { 'b': «{» 'if': 'X' } } }",
  ],
  'check/unknown-key': ["{ 'command': 'a', «'dta'»: {} }"],
  'check/flag': ["{ 'command': 'a', 'gen': «true» }", "{ 'command': 'a', 'allow-oob': «false» }"],
  'check/oob-coroutine': ["{ 'command': 'a', 'allow-oob': true, «'coroutine'»: true }"],
  'check/condition': [
    "{ 'command': 'a', 'if': «'x'» }",
    "{ 'command': 'a', 'if': { 'all': «[ ]» } }",
    "{ 'command': 'a', 'if': { 'not': «true» } }",
    "{ 'command': 'a', 'if': «{ 'not': 'A', 'any': [ 'B' ] }» }",
  ],
  'check/features': ["{ 'command': 'a', 'features': «'f'» }"],
  'check/data': [
    "{ 'enum': 'En', 'data': «{ }» }",
    "{ 'enum': 'En', 'data': [], 'prefix': «true» }",
    "{ 'struct': 'Foo', 'data': «'Bar'» }",
    "{ 'alternate': 'Alt', 'data': «{ }» }",
    "{ 'command': 'a', 'data': { 'b': «true» } }",
    "{ 'event': 'A', 'data': «{ }», 'boxed': true }",
  ],
  'check/array-type': ["{ 'command': 'a', 'data': { 'b': «[ 'str', 'int' ]» } }"],
  'check/boxed-data': ["{ 'event': 'A', «'boxed'»: true }"],
  'schema/duplicate': [
    "{ 'command': 'a' }\n{ 'command': «'a'» }",
    "{ 'enum': «'QType'», 'data': [] }",
  ],
  'schema/unknown-type': [
    "{ 'command': 'a', 'data': { 'b': «'Foo'» } }",
    "{ 'command': 'a', 'data': { 'b': [ «'Foo'» ], 'c': [ 'Foo' ] } }",
    "{ 'command': 'a', 'returns': «'Foo'» }",
  ],
  'schema/contains-itself': ["{ 'struct': 'Foo', 'base': «'Foo'», 'data': {} }"],
  'schema/base': ["{ 'struct': 'Foo', 'base': «'int'», 'data': {} }"],
  'schema/clash': [
    "{ 'pragma': { 'member-name-exceptions': [ 'Foo' ] } }\n" +
      "{ 'struct': 'Foo', 'data': { 'b-c': 'str', «'b_c'»: 'str' } }",
    "{ 'enum': 'En', 'data': [ 'a', «'a'» ] }",
    "{ 'struct': 'Foo', 'data': { 'a': 'str' } }\n{ 'struct': 'Bar', 'base': 'Foo', 'data': { «'a'»: 'str' } }",
    "{ 'command': «'a'», 'features': [ 'f', 'f' ] }",
  ],
  'schema/discriminator': [
    "{ 'union': 'Un', 'base': { 'a': 'str' }, 'discriminator': «'b'», 'data': {} }",
    "{ 'union': 'Un', 'base': { 'a': 'str' }, 'discriminator': «'a'», 'data': {} }",
  ],
  'schema/no-branches': [
    "{ 'enum': 'En', 'data': [] }\n{ 'union': «'Un'», 'base': { 'a': 'En' }, 'discriminator': 'a', 'data': {} }",
  ],
  'schema/branch-value': [
    "{ 'enum': 'En', 'data': [ 'x' ] }\n{ 'struct': 'St', 'data': {} }\n" +
      "{ 'union': 'Un', 'base': { 'a': 'En' }, 'discriminator': 'a', 'data': { «'y'»: 'St' } }",
  ],
  'schema/branch-type': [
    "{ 'enum': 'En', 'data': [ 'x' ] }\n" +
      "{ 'union': 'Un', 'base': { 'a': 'En' }, 'discriminator': 'a', 'data': { 'x': «'int'» } }",
  ],
  'schema/alternative-type': ["{ 'alternate': 'Alt', 'data': { «'a'»: 'any' } }"],
  'schema/alternative-ambiguous': ["{ 'alternate': 'Alt', 'data': { 'a': 'str', «'b'»: 'bool' } }"],
  'schema/data-type': ["{ 'command': 'a', 'data': «'int'» }"],
  'schema/unboxed-union': [
    "{ 'enum': 'En', 'data': [ 'x' ] }\n{ 'struct': 'St', 'data': {} }\n" +
      "{ 'union': 'Un', 'base': { 'a': 'En' }, 'discriminator': 'a', 'data': { 'x': 'St' } }\n" +
      "{ 'command': 'a', 'data': «'Un'» }",
  ],
  'schema/unboxed-condition': [
    "{ 'command': 'a', 'data': { «'b'»: { 'type': 'str', 'if': 'X' } } }",
  ],
  'schema/return-type': ["{ 'command': 'a', 'returns': «'str'» }"],
  'schema/special-feature-on-type': [
    "{ 'struct': «'Foo'», 'data': {}, 'features': [ 'deprecated' ] }",
  ],
  'schema/too-many-features': [
    `{ 'command': «'a'», 'features': [ ${Array.from({ length: 63 }, (_, i) => `'f${i}'`).join(', ')} ] }`,
  ],
};

describe('diagnostics mark the offending text', () => {
  const cases = Object.entries(CASES).flatMap(([code, sources]) =>
    sources.map((source) => [code, source] as const),
  );
  it.each(cases)('%s: %s', (code, source) => {
    const { diagnostics, found, marks } = diagnose(source, { files: { '/ok.json': '' } });
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(marks.map(() => code));
    expect(found).toEqual(marks);
  });
});

it('every code of the catalogue has a case', () => {
  const files = ['file/unreadable', 'file/not-utf8'];
  expect([...files, ...Object.keys(CASES)].toSorted()).toEqual(Object.keys(catalogue).toSorted());
});

describe('one run tells all', () => {
  it('syntax errors of a file, one for each broken item', () => {
    const source = "{ 'a' «'b'» }\n{ 'command': 'ok' }\n{ 'c': «,» }\n##\n# text\n##\n«]»\n";
    const { found, marks } = diagnose(source);
    expect(found).toEqual(marks);
  });

  it('faults of all definitions', () => {
    const source =
      "{ 'struct': «'foo'», 'data': {} }\n" +
      "{ 'command': 'a', 'data': { 'b': «'Bar'», 'c': «'Baz'» } }\n" +
      "{ 'event': «'x'» }\n";
    const { found, marks } = diagnose(source);
    expect(found.toSorted(([a], [b]) => a - b)).toEqual(marks);
  });

  it('broken definitions cause no further errors', () => {
    const source =
      "{ 'struct': 'Broken', 'data': { 'a': «true» } }\n" +
      "{ 'struct': 'Torn', 'data' «[» ] }\n" +
      "{ 'struct': 'Sub', 'base': 'Broken', 'data': { 'a': 'Torn', 'b': [ 'Torn' ] } }\n" +
      "{ 'command': 'use', 'data': 'Sub', 'returns': [ 'Broken' ] }\n";
    const { found, marks } = diagnose(source);
    expect(found.toSorted(([a], [b]) => a - b)).toEqual(marks);
  });
});

describe('documentation modes', () => {
  const source = '##\n# One. Two.\n##\n';

  it('strict: errors', () => {
    expect(diagnose(source, { docs: 'strict' }).diagnostics[0]?.severity).toBe('error');
  });

  it('warn: warnings', () => {
    expect(diagnose(source, { docs: 'warn' }).diagnostics[0]?.severity).toBe('warning');
  });

  it('off: not looked at', () => {
    expect(diagnose(source, { docs: 'off' }).diagnostics).toEqual([]);
  });
});
