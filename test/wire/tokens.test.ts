import { describe, expect, it } from 'vitest';
import { NumberLiteral } from '../../runtime/src/wire/value.js';
import { kinds, value } from './items.js';

/** The bytes of a string in double quotes with these bytes inside. */
function quoted(...bytes: number[]): Uint8Array {
  return Uint8Array.from([0x22, ...bytes, 0x22]);
}

describe('strings (wire.md 3.1, 5.3 to 5.6)', () => {
  it('takes both kinds of quotes, each with the other inside', () => {
    expect(value(`{'a':'b"c',"d":"e'f"}`)).toEqual({ a: 'b"c', d: "e'f" });
  });

  it('reads every escape', () => {
    expect(value(`"\\"\\'\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e9\\u20AC\\u0000"`)).toBe(
      `"'\\/\b\f\n\r\tAé€\0`,
    );
    expect(value('"\\uD83D\\uDE00"')).toBe('😀');
    expect(value(`'\\''`)).toBe("'");
  });

  it('refuses other escapes and incomplete ones', () => {
    for (const text of ['\\x41', '\\a', '\\u12', '\\u12G4', '\\uuuuu', '\\ ', '\\0', '\\é']) {
      expect(kinds(`"${text}"`)).toBe('e');
      expect(kinds(`{"${text}":1}`)).toBe('e');
    }
  });

  it('refuses surrogates that are no pair', () => {
    for (const text of [
      '\\uD800',
      '\\uDC00',
      '\\uDE00\\uD83D',
      '\\uD83D\\uD83D\\uDE00',
      '\\uD83Dx',
    ]) {
      expect(kinds(`"${text}"`)).toBe('e');
    }
  });

  it('refuses noncharacters, escaped or raw', () => {
    for (const code of [0xfdd0, 0xfdef, 0xfffe, 0xffff, 0x1fffe, 0x10ffff]) {
      const char = String.fromCodePoint(code);
      expect(kinds(`"${char}"`)).toBe('e');
      const escaped = Array.from({ length: char.length }, (_, i) =>
        char.charCodeAt(i).toString(16).padStart(4, '0'),
      );
      expect(kinds(`"${escaped.map((unit) => `\\u${unit}`).join('')}"`)).toBe('e');
    }
    expect(value('"\ufdcf\ufdf0\ufffd\u{10fffd}"')).toBe('\ufdcf\ufdf0\ufffd\u{10fffd}');
  });

  it('takes well-formed UTF-8 only', () => {
    expect(value('"é€😀\u007f\ufeff"')).toBe('é€😀\u007f\ufeff');
    const malformed = [
      [0x80],
      [0xc3],
      [0xc0, 0xaf],
      [0xc1, 0x81],
      [0xe0, 0x80, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf0, 0x80, 0x80, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xf8, 0x88, 0x80, 0x80, 0x80],
      [0xc3, 0x5c, 0x6e, 0xa9], // an escape cannot stand inside a sequence
    ];
    for (const bytes of malformed) expect(kinds(quoted(...bytes))).toBe('e');
  });

  it('reads C0 80 as U+0000', () => {
    expect(value(quoted(0x61, 0xc0, 0x80, 0x62))).toBe('a\0b');
    expect(kinds(quoted(0xc0))).toBe('e');
    expect(kinds(quoted(0xc0, 0x5c, 0x6e))).toBe('e');
  });

  it('has a lexical error at a control byte, 0xFE and 0xFF', () => {
    for (const byte of [0x00, 0x09, 0x0a, 0x0d, 0x1f, 0xfe, 0xff]) {
      expect(kinds(Uint8Array.from([...quoted(0x61, byte), 0x0a, 0x7b, 0x7d]))).toBe('ev');
      expect(kinds(Uint8Array.from([...quoted(0x61, 0x5c, byte), 0x0a, 0x7b, 0x7d]))).toBe('ev');
    }
  });

  it('reads long strings of every kind', () => {
    for (const part of ['x', 'é', '\\n', '\\u20ac']) {
      const unescaped = JSON.parse(`"${part}"`) as string;
      expect(value(`"${part.repeat(5000)}"`)).toBe(unescaped.repeat(5000));
    }
  });
});

describe('numbers (wire.md 3.2, 5.7)', () => {
  it('keeps integers exact', () => {
    for (const [text, expected] of [
      ['0', 0],
      ['7', 7],
      ['-7', -7],
      ['123456789012345', 123456789012345],
      ['9007199254740991', 9007199254740991],
      ['-9007199254740991', -9007199254740991],
      ['9007199254740992', 9007199254740992n],
      ['9007199254740993', 9007199254740993n],
      ['18446744073709551615', 18446744073709551615n],
      ['-9223372036854775808', -9223372036854775808n],
      ['18446744073709551616', 18446744073709551616n],
      [`1${'0'.repeat(1023)}`, 10n ** 1023n],
    ] as const) {
      expect(value(`[${text}]`)).toEqual([expected]);
    }
  });

  it('keeps as text what no number or bigint stands for', () => {
    for (const text of [
      '-0',
      '-0.0',
      '1.0',
      '1e2',
      '1E2',
      '1.50',
      '1e400',
      '-1e400',
      '1e-400',
      '0.0e1',
      '10e1',
      '0.1000000000000000055511151231257827',
      '9'.repeat(1025),
    ]) {
      expect(value(`[${text}]`)).toEqual([new NumberLiteral(text)]);
    }
  });

  it('makes a double of a fraction whose shortest form was sent', () => {
    expect(value('[0.5,-12.25,1e-7,0.1,1.7976931348623157]')).toEqual([
      0.5, -12.25, 1e-7, 0.1, 1.7976931348623157,
    ]);
  });

  it('takes no exponent behind a lone zero', () => {
    expect(kinds('0e1 ')).toBe('vev');
    expect(kinds('0E1 \n')).toBe('ve');
    expect(kinds('-0e1 ')).toBe('vev');
    expect(kinds('[0e1]')).toBe('e');
  });

  it('swallows the byte that breaks a number off', () => {
    expect(kinds('{"id":1.}\n{}')).toBe('ev');
    expect(kinds('{"id":.5}\n{}')).toBe('eev');
    for (const text of ['01', '1.', '1e', '-', '1e+', '1.5e', '-a']) {
      expect(kinds(`${text}x\n{}`)).toBe('ev');
    }
    expect(kinds('+1\n{}')).toBe('ev');
    for (const text of ['01', '-01', '00', '-', '1.', '1e']) {
      expect(kinds(`{"a":${text}}\n{}`)).toMatch(/^ee?v$/);
    }
  });
});

describe('keywords (wire.md 3.3)', () => {
  it('has true, false and null', () => {
    expect(value('[true,false,null]')).toEqual([true, false, null]);
  });

  it('takes the longest run of small letters', () => {
    expect(kinds('truefalse ')).toBe('e');
    expect(kinds('true5 ')).toBe('vv');
    expect(kinds('[nul]')).toBe('e');
    expect(kinds('True\n')).toBe('e');
    expect(kinds(`[${'x'.repeat(1000)}]`)).toBe('e');
  });
});
