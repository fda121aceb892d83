import { describe, expect, it } from 'vitest';
import { checkArguments, checkEventData, checkReturn } from '../../runtime/src/validate/check.js';
import { ValidationError } from '../../runtime/src/validate/validation-error.js';
import { alternate, carrying, enumeration, returning, struct, taking, union } from './tables.js';

const Entry = struct('Entry', [
  ['name', 'str'],
  ['size?', 'size'],
]);

function faultOf(check: () => void): string {
  try {
    check();
  } catch (error) {
    if (ValidationError.is(error)) return error.path;
    throw error;
  }
  return 'accepted';
}

describe('checkReturn', () => {
  const entries = returning([() => Entry]);

  it('accepts what the schema says', () => {
    checkReturn(entries, []);
    checkReturn(entries, [{ name: 'a' }, { name: 'b', size: 2n ** 64n - 1n }]);
    checkReturn(returning('str'), '');
    checkReturn(returning('any'), null);
    checkReturn(returning('number'), 1.5);
  });

  it.each([
    [undefined, ''],
    [null, ''],
    [{}, ''],
    [[1], '[0]'],
    [[{ name: 'a' }, {}], '[1].name'],
    [[{ name: 5 }], '[0].name'],
    [[{ name: 'a', size: 1.5 }], '[0].size'],
    [[{ name: 'a', more: 1 }], '[0].more'],
    [[undefined], '[0]'],
    [Array(1), '[0]'],
  ])('refuses %j at %j', (value, path) => {
    expect(
      faultOf(() => {
        checkReturn(entries, value);
      }),
    ).toBe(path);
  });

  it('takes undefined members for absent ones', () => {
    checkReturn(
      returning(() => Entry),
      { name: 'a', size: undefined, more: undefined },
    );
    expect(
      faultOf(() => {
        checkReturn(
          returning(() => Entry),
          { name: undefined },
        );
      }),
    ).toBe('name');
  });

  it('takes nothing or {} where there is no result', () => {
    const command = { kind: 'command', name: 'x' } as const;
    checkReturn(command, undefined);
    checkReturn(command, {});
    expect(
      faultOf(() => {
        checkReturn(command, null);
      }),
    ).toBe('');
    expect(
      faultOf(() => {
        checkReturn(command, { a: 1 });
      }),
    ).toBe('a');
    expect(
      faultOf(() => {
        checkReturn(command, []);
      }),
    ).toBe('');
  });

  it('looks at own members only, as printing does', () => {
    class Lazy {
      readonly #name = 'a';
      get name(): string {
        return this.#name;
      }
    }
    expect(
      faultOf(() => {
        checkReturn(
          returning(() => Entry),
          new Lazy(),
        );
      }),
    ).toBe('name');
    class Eager {
      readonly name = 'a';
    }
    checkReturn(
      returning(() => Entry),
      new Eager(),
    );
  });

  it('refuses doubles that JSON cannot hold', () => {
    for (const value of [NaN, Infinity, '1']) {
      expect(
        faultOf(() => {
          checkReturn(returning('number'), value);
        }),
      ).toBe('');
    }
  });

  it('refuses cycles instead of overflowing', () => {
    const Tree = struct('Tree', [
      ['child?', () => Tree],
      ['list?', [() => Tree]],
    ]);
    const cycle: Record<string, unknown> = {};
    cycle.child = cycle;
    expect(() => {
      checkReturn(
        returning(() => Tree),
        cycle,
      );
    }).toThrow(/cycle/);
    const list: Record<string, unknown> = {};
    list.list = [list];
    expect(() => {
      checkReturn(
        returning(() => Tree),
        list,
      );
    }).toThrow(/cycle/);
  });

  it('checks nothing with gen: false', () => {
    checkReturn({ ...returning('int'), gen: false }, 'anything');
  });

  it('changes nothing', () => {
    const value = Object.freeze({ name: 'a', size: 5 });
    checkReturn(
      returning(() => Entry),
      value,
    );
    expect(value).toEqual({ name: 'a', size: 5 });
  });
});

describe('checkEventData', () => {
  it('checks the members', () => {
    const event = carrying(['entry', () => Entry]);
    checkEventData(event, { entry: { name: 'a' } });
    expect(
      faultOf(() => {
        checkEventData(event, { entry: { name: 1 } });
      }),
    ).toBe('entry.name');
    expect(
      faultOf(() => {
        checkEventData(event, undefined);
      }),
    ).toBe('entry');
    expect(
      faultOf(() => {
        checkEventData(event, null);
      }),
    ).toBe('');
  });

  it('takes nothing where there is no data', () => {
    const event = { kind: 'event', name: 'X' } as const;
    checkEventData(event, undefined);
    checkEventData(event, {});
    expect(
      faultOf(() => {
        checkEventData(event, { a: 1 });
      }),
    ).toBe('a');
  });
});

describe('checkArguments', () => {
  const Target = union(
    struct('Target', [['type', () => enumeration('Type', 'file', 'none')]]),
    'type',
    [['file', () => struct('File', [['path', 'str']])]],
  );
  const command = taking(
    ['target', () => alternate('Any', ['t', () => Target], ['s', 'str'])],
    ['value?', 'any'],
  );

  it('accepts what a server will accept', () => {
    checkArguments(command, { target: 'x' });
    checkArguments(command, { target: { type: 'file', path: '/' }, value: [1n] });
    checkArguments(taking(), undefined);
    checkArguments({ kind: 'command', name: 'x' }, {});
  });

  it.each([
    [undefined, 'target'],
    [null, ''],
    [[], ''],
    ['x', ''],
    [{ target: { type: 'file' } }, 'target.path'],
    [{ target: { type: 'none', path: '' } }, 'target.path'],
    [{ target: { type: 'nope' } }, 'target.type'],
    [{ target: 5 }, 'target'],
    [{ target: undefined }, 'target'],
    [{ target: () => 1 }, 'target'],
    [{ target: 'x', other: 1 }, 'other'],
  ])('refuses %j at %j', (args, path) => {
    expect(
      faultOf(() => {
        checkArguments(command, args);
      }),
    ).toBe(path);
  });

  it('takes any object with gen: false', () => {
    const free = { ...command, gen: false } as const;
    checkArguments(free, undefined);
    checkArguments(free, { whatever: 1 });
    expect(
      faultOf(() => {
        checkArguments(free, [1]);
      }),
    ).toBe('');
  });
});

describe('ValidationError', () => {
  it('is known across copies of the package, and nothing else is', () => {
    const error = new ValidationError('a.b', 'is missing');
    expect(error).toMatchObject({
      name: 'ValidationError',
      path: 'a.b',
      message: `Member 'a.b' is missing`,
    });
    expect(ValidationError.is(error)).toBe(true);
    const twin = new Error();
    expect(ValidationError.is(twin)).toBe(false);
    Object.defineProperty(twin, Symbol.for('@qapi-ts/runtime/ValidationError'), { value: true });
    expect(ValidationError.is(twin)).toBe(true);
    for (const other of [undefined, null, 'x', {}]) expect(ValidationError.is(other)).toBe(false);
  });
});
