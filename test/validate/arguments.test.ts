import { describe, expect, it } from 'vitest';
import type { CommandTable, ObjectTable, TypeRef } from '../../runtime/src/abi/tables.js';
import { decodeArguments } from '../../runtime/src/validate/decode.js';
import { ValidationError } from '../../runtime/src/validate/validation-error.js';
import { WireParser } from '../../runtime/src/wire/parser.js';
import type { WireObject } from '../../runtime/src/wire/value.js';
import { alternate, enumeration, struct, taking, union } from './tables.js';

function parse(text: string): WireObject {
  const parser = new WireParser();
  parser.push(new TextEncoder().encode(text));
  const item = parser.next();
  if (item?.kind !== 'value') throw new Error(`not one value: ${text}`);
  return item.value as WireObject;
}

function decode(command: CommandTable, text: string): unknown {
  return decodeArguments(command, parse(text), 'mixed');
}

/** Path and message of the error. */
function fault(command: CommandTable, text: string): { path: string; message: string } {
  try {
    decode(command, text);
  } catch (error) {
    if (ValidationError.is(error)) return { path: error.path, message: error.message };
    throw error;
  }
  throw new Error(`accepted: ${text}`);
}

const Color = enumeration('Color', 'red', 'green');
const Point = struct('Point', [
  ['x', 'int'],
  ['y?', 'int'],
]);
const Shape: ObjectTable = union(
  struct('Shape', [
    ['name?', 'str'],
    ['kind', () => enumeration('Kind', 'circle', 'line', 'empty', 'deep')],
    ['note?', 'str'],
  ]),
  'kind',
  [
    [
      'circle',
      () =>
        struct('Circle', [
          ['radius', 'int'],
          ['center?', () => Point],
        ]),
    ],
    ['line', () => struct('Line', [['points', [() => Point]]])],
    [
      'deep',
      () =>
        union(struct('Deep', [['mode', () => enumeration('Mode', 'a', 'b')]]), 'mode', [
          ['a', () => struct('A', [['inner', 'int']])],
        ]),
    ],
  ],
);
const Reference = alternate('Reference', ['name', 'str'], ['shape', () => Shape], ['none', 'null']);

describe('decodeArguments', () => {
  it('takes absent arguments for {}', () => {
    expect(decodeArguments(taking(['a?', 'int']), undefined, 'mixed')).toEqual({});
    expect(decodeArguments({ kind: 'command', name: 'x' }, undefined, 'mixed')).toEqual({});
    expect(() => decodeArguments(taking(['a', 'int']), undefined, 'mixed')).toThrow(
      `Member 'a' is missing`,
    );
  });

  it('takes no members for a command without arguments', () => {
    expect(fault({ kind: 'command', name: 'x' }, '{"zz":1}').path).toBe('zz');
  });

  it('makes a fresh object and leaves the message alone', () => {
    const args = parse('{"a":{"x":1},"b":[{"x":2}],"c":{"d":[1.0]}}');
    const before = structuredClone(args);
    const command = taking(['a', () => Point], ['b', [() => Point]], ['c', 'any']);
    const decoded = decodeArguments(command, args, 'bigint');
    expect(decoded).toEqual({ a: { x: 1n }, b: [{ x: 2n }], c: { d: [1] } });
    expect(decoded).not.toBe(args);
    expect(decoded.c).not.toBe(args.c);
    expect(structuredClone(args)).toEqual(before);
  });

  it('keeps names such as __proto__ as own members', () => {
    const command = taking(['__proto__', 'int'], ['constructor?', 'int'], ['toString', 'any']);
    const decoded = decodeArguments(
      command,
      parse('{"__proto__":5,"toString":{"__proto__":1.0}}'),
      'bigint',
    );
    expect(Object.keys(decoded)).toEqual(['__proto__', 'toString']);
    const [own, nested] = Object.values(decoded);
    expect(own).toBe(5n);
    expect(Object.entries(nested as object)).toEqual([['__proto__', 1]]);
    expect(fault(command, '{"toString":1}').path).toBe('__proto__');
    expect(fault(taking(), '{"__proto__":1}').path).toBe('__proto__');
    expect(fault(taking(['constructor', 'any']), '{}').path).toBe('constructor');
  });

  it('checks nothing with gen: false', () => {
    const command: CommandTable = { ...taking(['a', 'int']), gen: false };
    expect(decode(command, '{"b":[1.0,9007199254740993,null],"__proto__":1}')).toEqual(
      Object.defineProperty({ b: [1, 9007199254740993n, null] }, '__proto__', {
        value: 1,
        enumerable: true,
      }),
    );
  });
});

describe('types (wire.md 10.3, 10.5)', () => {
  const cases: readonly (readonly [TypeRef, readonly string[], readonly string[]])[] = [
    ['str', ['""', '"x"'], ['null', '1', 'true', '[]', '{}', '1.0']],
    ['bool', ['true', 'false'], ['null', '0', '"true"', '[]', '{}']],
    ['null', ['null'], ['0', 'false', '""', '[]', '{}']],
    ['any', ['null', '0', '1.5', '"x"', '[{}]', '{"a":1}'], []],
    ['QType', ['"none"', '"qdict"'], ['"x"', 'null', '1']],
    [['str'], ['[]', '["a","b"]'], ['null', '{}', '"a"', '[1]', '[null]']],
    [[['int']], ['[[1],[]]'], ['[1]', '[["1"]]']],
    [() => Color, ['"red"', '"green"'], ['"Red"', '""', '1', 'null', '["red"]']],
    [
      () => Point,
      ['{"x":1}', '{"y":2,"x":1}'],
      ['null', '[]', '"x"', '1', '1.0', '{}', '{"x":null}'],
    ],
    [
      'number',
      ['1', '1.5', '1e2', '-0', '18446744073709551615', '1e400'],
      ['null', '"1"', 'true', '[]'],
    ],
  ];

  it.each(cases)('%o', (type, good, bad) => {
    for (const text of good)
      expect(() => decode(taking(['a', type]), `{"a":${text}}`)).not.toThrow();
    for (const text of bad) expect(fault(taking(['a', type]), `{"a":${text}}`).path).toMatch(/^a/);
  });

  it('takes null for no absent member', () => {
    expect(fault(taking(['a?', 'str']), '{"a":null}').path).toBe('a');
    expect(decode(taking(['a?', 'null']), '{"a":null}')).toEqual({ a: null });
  });

  it('makes doubles of numbers', () => {
    expect(decode(taking(['a', ['number']]), '{"a":[1,1.50,1e2,18446744073709551615]}')).toEqual({
      a: [1, 1.5, 100, 2 ** 64],
    });
  });

  it('keeps integers in any exact, and reads other numbers as doubles', () => {
    expect(decode(taking(['a', 'any']), '{"a":[9007199254740993,7,1.0,{"b":1e2}]}')).toEqual({
      a: [9007199254740993n, 7, 1, { b: 100 }],
    });
  });
});

describe('order and paths of faults (wire.md 10.2, 10.4)', () => {
  const command = taking(
    ['first', 'int'],
    ['list?', [() => Point]],
    ['shape?', () => Shape],
    ['last', 'str'],
  );

  it.each([
    ['{"last":1,"first":"x","zz":1}', 'first'],
    ['{"zz":1,"last":1}', 'first'],
    ['{"zz":1,"last":1,"first":1}', 'last'],
    ['{"zz":1,"last":"x","first":1}', 'zz'],
    ['{"first":1,"list":[{"x":1},{"x":"a"}]}', 'list[1].x'],
    ['{"first":1,"list":[{"x":1},{}]}', 'list[1].x'],
    ['{"first":1,"list":[{"x":1,"z":1}]}', 'list[0].z'],
    ['{"first":1,"list":[1]}', 'list[0]'],
    [
      '{"first":1,"shape":{"kind":"circle","radius":1,"center":{"x":1,"y":true}},"last":""}',
      'shape.center.y',
    ],
    [
      '{"first":1,"shape":{"kind":"line","points":[{"x":1},{"x":2.5}]},"last":""}',
      'shape.points[1].x',
    ],
  ])('%s is refused at %s', (text, path) => {
    const { path: found, message } = fault(command, text);
    expect(found).toBe(path);
    expect(message).toContain(`'${path}'`);
  });

  it('tells what is expected and what was found', () => {
    expect(fault(taking(['a', 'str']), '{"a":5}').message).toBe(
      `Member 'a' must be a string, not 5`,
    );
    expect(fault(taking(['a', () => Color]), '{"a":"blue"}').message).toBe(
      `Member 'a' must be one of 'red', 'green', not the string 'blue'`,
    );
    expect(fault(taking(['a', 'int8']), '{"a":200}').message).toBe(
      `Member 'a' must be an integer from -128 to 127, not 200`,
    );
    expect(fault(taking(['a', 'int']), '{"a":1.0}').message).toContain('not 1.0');
    expect(fault(taking(), '{"a":1}').message).toBe(`Member 'a' is unexpected`);
  });
});

describe('unions (wire.md 10.6)', () => {
  const command: CommandTable = { kind: 'command', name: 'x', arguments: () => Shape };

  it('reads the branch that the tag selects', () => {
    expect(decode(command, '{"radius":1,"kind":"circle"}')).toEqual({ kind: 'circle', radius: 1 });
    expect(decode(command, '{"kind":"empty","note":"n"}')).toEqual({ kind: 'empty', note: 'n' });
    expect(decode(command, '{"kind":"deep","mode":"a","inner":3}')).toEqual({
      kind: 'deep',
      mode: 'a',
      inner: 3,
    });
    expect(decode(command, '{"kind":"deep","mode":"b"}')).toEqual({ kind: 'deep', mode: 'b' });
  });

  it.each([
    ['{}', 'kind'],
    ['{"radius":"x"}', 'kind'],
    ['{"kind":"square","radius":"x"}', 'kind'],
    ['{"kind":1}', 'kind'],
    ['{"kind":"circle"}', 'radius'],
    ['{"kind":"circle","note":1}', 'note'],
    ['{"kind":"circle","radius":1,"points":[]}', 'points'],
    ['{"kind":"empty","radius":1}', 'radius'],
    ['{"kind":"deep"}', 'mode'],
    ['{"kind":"deep","mode":"a"}', 'inner'],
    ['{"kind":"deep","mode":"b","inner":1}', 'inner'],
  ])('%s is refused at %s', (text, path) => {
    expect(fault(command, text).path).toBe(path);
  });
});

describe('alternates (wire.md 10.7)', () => {
  const command = taking(['a', () => Reference]);

  it('are told apart by the JSON type', () => {
    expect(decode(command, '{"a":"x"}')).toEqual({ a: 'x' });
    expect(decode(command, '{"a":null}')).toEqual({ a: null });
    expect(decode(command, '{"a":{"kind":"empty"}}')).toEqual({ a: { kind: 'empty' } });
  });

  it('name the alternate where no alternative fits, and the member inside one that was chosen', () => {
    expect(fault(command, '{"a":1}')).toEqual({
      path: 'a',
      message: `Member 'a' must be a value of Reference (string, object, null), not 1`,
    });
    expect(fault(command, '{"a":{"kind":"circle","radius":null}}').path).toBe('a.radius');
  });

  it('send every number to the one alternative that is a number', () => {
    const integer = taking(['a', () => alternate('N', ['n', 'uint64'], ['s', 'str'])]);
    expect(decode(integer, '{"a":18446744073709551615}')).toEqual({ a: 18446744073709551615n });
    expect(fault(integer, '{"a":1.0}').message).toContain('an integer');
    const double = taking([
      'a',
      () => alternate('N', ['n', 'number'], ['b', 'bool'], ['l', ['str']]),
    ]);
    expect(decode(double, '{"a":1.0}')).toEqual({ a: 1 });
    expect(decode(double, '{"a":[]}')).toEqual({ a: [] });
    const color = taking(['a', () => alternate('C', ['c', () => Color], ['b', 'bool'])]);
    expect(fault(color, '{"a":"blue"}').message).toContain(`'red'`);
  });
});

describe('types that contain themselves', () => {
  const Tree: ObjectTable = struct('Tree', [
    ['value', 'int'],
    ['children?', [() => Tree]],
    ['other?', () => Other],
  ]);
  const Other = alternate('Other', ['tree', () => Tree], ['list', [() => Tree]]);

  it('are read as deep as they come', () => {
    const text = '{"value":1,"children":[{"value":2,"other":[{"value":3,"other":{"value":4}}]}]}';
    expect(decode(taking(['t', () => Tree]), `{"t":${text}}`)).toEqual({
      t: JSON.parse(text) as unknown,
    });
    expect(fault(taking(['t', () => Tree]), `{"t":${text.replace('4', '"4"')}}`).path).toBe(
      't.children[0].other[0].other.value',
    );
  });
});

describe('messages of faults', () => {
  it('are short and on one line, whatever was sent', () => {
    const name = 'n\n'.repeat(10_000);
    const { path, message } = fault(taking(), JSON.stringify({ [name]: 1 }));
    expect(path).toBe(name);
    expect(message.length).toBeLessThan(300);
    expect(message).not.toContain('\n');
    const text = fault(taking(['a', 'int']), JSON.stringify({ a: 'x'.repeat(10_000) })).message;
    expect(text.length).toBeLessThan(300);
  });
});
