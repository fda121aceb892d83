import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../runtime/src/wire/limits.js';
import { WireParser } from '../../runtime/src/wire/parser.js';
import type { WireValue } from '../../runtime/src/wire/value.js';
import { bytesOf, drain, itemsBytewise, itemsOf, kinds, kindsOf, value } from './items.js';

function desc(input: string | Uint8Array): string {
  const [item] = itemsOf([input]);
  if (item?.kind !== 'error') throw new Error('no error');
  return item.desc;
}

describe('framing (wire.md 1, 4.1)', () => {
  it('completes objects, arrays and strings at their last byte', () => {
    expect(kinds('{"a":1}')).toBe('v');
    expect(kinds('[1]')).toBe('v');
    expect(kinds('"a"')).toBe('v');
  });

  it('completes numbers and keywords at a byte that cannot continue them', () => {
    expect(kinds('5')).toBe('');
    expect(kinds('5 ')).toBe('v');
    expect(kinds('true')).toBe('');
    expect(kinds('true\n')).toBe('v');
    expect(kinds('5{}')).toBe('vv');
  });

  it('needs no line ends and skips white space of any amount', () => {
    expect(kinds('{}{}\r\n\n \t{}')).toBe('vvv');
    expect(kinds(' \t\r\n')).toBe('');
  });

  it('takes no other byte for white space', () => {
    for (const space of ['\f', '\v', '\u00a0', '\ufeff']) expect(kinds(`${space}\n{}`)).toBe('ev');
  });

  it('takes one item at a time out of a chunk', () => {
    const parser = new WireParser();
    parser.push(bytesOf('{"n":1} {"n":2}\n{"n"'));
    expect(parser.retainedBytes).toBe(20);
    expect(parser.next()).toEqual({ kind: 'value', value: { n: 1 } });
    expect(parser.retainedBytes).toBe(13);
    expect(parser.next()).toEqual({ kind: 'value', value: { n: 2 } });
    expect(parser.retainedBytes).toBe(5);
    expect(parser.next()).toBeUndefined();
    expect(parser.retainedBytes).toBe(0);
    parser.push(bytesOf(':3}'));
    expect(parser.next()).toEqual({ kind: 'value', value: { n: 3 } });
  });

  it('parses nothing on push', () => {
    const parser = new WireParser();
    parser.push(bytesOf('?'));
    parser.push(new Uint8Array(0));
    parser.push(bytesOf('{}'));
    expect(parser.retainedBytes).toBe(3);
    expect(kindsOf(drain(parser))).toBe('ev');
  });

  it('forgets half a message, a recovery and retained bytes on reset', () => {
    const parser = new WireParser();
    for (const rest of ['{"a":[', '?', '"ab', '{"a":1,"a":2', '{}{}']) {
      parser.push(bytesOf(rest));
      parser.next();
      parser.reset();
      expect(parser.retainedBytes).toBe(0);
      parser.push(bytesOf('{"b":1}'));
      expect(drain(parser)).toEqual([{ kind: 'value', value: { b: 1 } }]);
    }
  });
});

describe('grammar (wire.md 4.1, 4.2, 5.1)', () => {
  it('refuses stray, missing and doubled punctuation, once for each message', () => {
    for (const text of [
      '[1,]',
      '[,1]',
      '[1,,2]',
      '[1 2]',
      '[1:2]',
      '{,}',
      '{"a"}',
      '{"a":}',
      '{"a":1,}',
      '{"a" 1}',
      '{"a",1}',
      '{1:2}',
      '{a:1}',
      '{"a":1 "b":2}',
      '{"a":1:2}',
      '[1 2 3 4 "\\x" nul]',
    ]) {
      expect(kinds(text)).toBe('e');
    }
  });

  it('reports one error for each lone closer, comma and colon', () => {
    expect(kinds('}],:')).toBe('eeee');
  });

  it('counts braces and brackets separately', () => {
    expect(kinds('[}')).toBe('e');
    expect(kinds('{]')).toBe('e');
    expect(kinds('{"a":[1}')).toBe('');
    expect(kinds('{"a":[1} {"b":2} ]{}')).toBe('ev');
    expect(kinds('[{]}{}')).toBe('ev');
  });

  it('refuses a second member of the same name, at any depth, after unescaping', () => {
    for (const text of [
      '{"a":1,"a":1}',
      '{"a":1,"\\u0061":1}',
      `{'a':1,"a":1}`,
      '[{"x":[{"a":1,"b":2,"a":3}]}]',
      '{"__proto__":1,"__proto__":2}',
      '{"":1,"":2}',
      '{"1":1,"1":2}',
    ]) {
      expect(kinds(text)).toBe('e');
    }
    expect(kinds('{"a":{"a":1},"b":{"a":1}}')).toBe('v');
  });

  it('has no names with a meaning of their own', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', '0', 'é'];
    const text = `{${names.map((name, i) => `"${name}":{"n":${i}}`).join()}}`;
    const object = value(text) as Record<string, WireValue>;
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
    expect(Object.keys(object).toSorted()).toEqual(names.toSorted());
    for (const [i, name] of names.entries()) {
      expect(Object.getOwnPropertyDescriptor(object, name)?.value).toEqual({ n: i });
    }
  });
});

describe('recovery (wire.md 3.5, 4.2, 4.4, 4.5)', () => {
  it('drops the message at a lexical error and reads the rest as new ones', () => {
    expect(kinds('{"a":{"b":{"c":?}}}')).toBe('eeee');
    expect(kinds('{"execute":"x",?"id":1}')).toBe('eeve');
  });

  it('skips quotes, letters, digits, tabs and high bytes until a byte that may begin anew', () => {
    expect(kinds('?"abc\'123 \t\u00e9\u007f{}')).toBe('ev');
    expect(kinds('?xyz\n5 ')).toBe('ev');
  });

  it('has one error for each control byte and each 0xFE or 0xFF', () => {
    for (const byte of [0x00, 0x01, 0x08, 0x0b, 0x0c, 0x1f, 0xfe, 0xff]) {
      expect(kinds(Uint8Array.of(byte))).toBe('e');
      expect(kinds(Uint8Array.of(byte, byte, byte))).toBe('eee');
      expect(kinds(Uint8Array.from([...bytesOf('{"a":["b'), byte, ...bytesOf('{}')]))).toBe('ev');
      expect(kinds(Uint8Array.from([...bytesOf('{"a":[1.'), byte, ...bytesOf('{}')]))).toBe('ev');
    }
  });
});

describe('limits (wire.md 4.3)', () => {
  it('has the defaults of the protocol', () => {
    expect(DEFAULT_LIMITS).toEqual({ tokenBytes: 67_108_864, tokens: 2_097_152, nesting: 1024 });
  });

  it('takes 1024 levels and not one more', () => {
    expect(kinds('['.repeat(1024) + ']'.repeat(1024))).toBe('v');
    expect(kinds('{"a":'.repeat(1024) + '1' + '}'.repeat(1024))).toBe('v');
    expect(kinds('['.repeat(1025) + ']'.repeat(1025))).toBe('e'.repeat(1026));
    expect(kinds('[{"a":'.repeat(512) + '[')).toBe('e');
  });

  it('takes so many tokens and not one more', () => {
    const limits = { tokens: 5 };
    for (const read of [
      (text: string) => itemsOf([text], limits),
      (text: string) => itemsBytewise(text, limits),
    ]) {
      expect(kindsOf(read('[1,2]'))).toBe('v');
      expect(kindsOf(read('[1,2,'))).toBe('');
      expect(kindsOf(read('[1,2,3]'))).toBe('ee'); // the closing bracket is a new message
      expect(kindsOf(read('[1,2,]'))).toBe('e');
      expect(kindsOf(read('{"a":1}{"b":2}'))).toBe('vv');
    }
  });

  it('counts the bytes of tokens, not white space', () => {
    const limits = { tokenBytes: 10 };
    for (const read of [
      (text: string) => itemsOf([text], limits),
      (text: string) => itemsBytewise(text, limits),
    ]) {
      expect(kindsOf(read('[   "1234567"'))).toBe('');
      expect(kindsOf(read('["123456"]'))).toBe('v');
      expect(kindsOf(read('[ "123456" \n\n\n ]'))).toBe('v');
      expect(kindsOf(read('["1234567"]'))).toBe('e');
      expect(kindsOf(read('["12345678"]'))).toBe('ee'); // the closing bracket is a new message
      expect(kindsOf(read('"12345678"'))).toBe('v');
    }
  });

  it('cuts a single token that is too long and reads on behind it as if nothing was', () => {
    const limits = { tokenBytes: 10 };
    // 11 bytes are dropped; then come a keyword and a string.
    for (const read of [
      (text: string) => itemsOf([text], limits),
      (text: string) => itemsBytewise(text, limits),
    ]) {
      expect(kindsOf(read('"0123456789true "x"'))).toBe('evv');
      expect(kindsOf(read('12345678901234 '))).toBe('ev');
    }
  });

  it('takes a string of 64 MiB, in chunks of 64 KiB, in little time', () => {
    const chunk = new Uint8Array(65_536).fill(0x61);
    const parser = new WireParser();
    parser.push(bytesOf('"'));
    for (let i = 0; i < 1023; i++) {
      parser.push(chunk);
      expect(parser.next()).toBeUndefined();
    }
    parser.push(bytesOf('"'));
    const item = parser.next();
    expect(item?.kind === 'value' && (item.value as string).length).toBe(1023 * 65_536);
  });

  it('refuses the byte after 64 MiB', () => {
    const chunk = new Uint8Array(65_536).fill(0x61);
    const parser = new WireParser();
    parser.push(bytesOf('"'));
    for (let i = 0; i < 1024; i++) parser.push(chunk);
    const item = parser.next();
    expect(item).toMatchObject({ kind: 'error' });
    // What remains in the last chunk begins a keyword.
    expect(parser.next()).toBeUndefined();
  });

  it('takes a megabyte byte by byte in linear time', () => {
    const parser = new WireParser();
    const input = bytesOf(`{"a":"${'x'.repeat(1_000_000)}"}`);
    for (const byte of input) parser.push(Uint8Array.of(byte));
    const item = parser.next();
    expect(item?.kind).toBe('value');
  });
});

describe('descriptions of errors', () => {
  it('tell where and what', () => {
    expect(desc('{"a":1,"a":2}')).toBe(
      "JSON error at byte 8 of the message: the object has a second member 'a'",
    );
    expect(desc('\n\n {"a" 1}')).toContain("at byte 6 of the message: expected ':'");
    expect(desc('["a\n')).toContain('at byte 2 of the message: a string cannot hold the byte 0x0a');
    expect(desc('[1.x')).toContain("at byte 2 of the message: a number breaks off at 'x'");
    expect(desc('[?')).toContain("at byte 2 of the message: no token begins with '?'");
    expect(desc('["\\ud800"]')).toContain('surrogate');
    expect(desc('['.repeat(1025))).toContain('1024 levels');
  });

  it('are the same wherever the input is cut', () => {
    const text = '{"a":[1,2,{"b":"\\x"}]}{"a":1 ?}';
    expect(itemsBytewise(text)).toEqual(itemsOf([text]));
  });

  it('are short whatever was sent', () => {
    const name = 'n'.repeat(100_000);
    expect(desc(`{"${name}":1,"${name}":2}`).length).toBeLessThan(200);
  });
});
