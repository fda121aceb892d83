import fc from 'fast-check';
import type {
  BuiltinName,
  DefinedTypeTable,
  MemberTable,
  ObjectTable,
  TypeRef,
} from '../../runtime/src/abi/tables.js';
import { NumberLiteral, type WireValue } from '../../runtime/src/wire/value.js';
import { wireText, wireValue } from '../wire/wire-value.js';

/** A type of a schema, and values that a peer may send for it. */
export interface Sample {
  readonly type: TypeRef;
  readonly values: fc.Arbitrary<WireValue>;
}

/** An integer as the parser gives it. */
function integer(min: bigint, max: bigint): fc.Arbitrary<WireValue> {
  return fc
    .oneof(fc.bigInt({ min, max }), fc.constantFrom(min, max))
    .map((value) => (Number.isSafeInteger(Number(value)) ? Number(value) : value));
}

const signed = (bits: bigint): fc.Arbitrary<WireValue> =>
  integer(-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n);
const unsigned = (bits: bigint): fc.Arbitrary<WireValue> => integer(0n, 2n ** bits - 1n);

const BUILTINS: readonly (readonly [BuiltinName, fc.Arbitrary<WireValue>])[] = [
  ['str', wireText],
  ['bool', fc.boolean()],
  ['null', fc.constant(null)],
  ['any', wireValue({ maxDepth: 2 })],
  ['QType', fc.constantFrom('none', 'qdict')],
  ['int8', signed(8n)],
  ['int16', signed(16n)],
  ['int32', signed(32n)],
  ['int64', signed(64n)],
  ['int', signed(64n)],
  ['uint8', unsigned(8n)],
  ['uint16', unsigned(16n)],
  ['uint32', unsigned(32n)],
  ['uint64', unsigned(64n)],
  ['size', unsigned(64n)],
  [
    'number',
    fc.oneof(
      signed(64n),
      fc.constantFrom<WireValue>(0.5, new NumberLiteral('1.0'), new NumberLiteral('1e2')),
    ),
  ],
];

const builtin: fc.Arbitrary<Sample> = fc
  .constantFrom(...BUILTINS)
  .map(([type, values]) => ({ type, values }));

const names = fc.oneof(
  fc.constantFrom('a', 'b', 'node-name', '__proto__', 'constructor', 'toString', '0'),
  wireText,
);

const enumeration: fc.Arbitrary<Sample> = fc
  .uniqueArray(names, { minLength: 1, maxLength: 4 })
  .map((values) => ({
    type: refer({ kind: 'enum', name: 'E', values }),
    values: fc.constantFrom(...values),
  }));

function refer(table: DefinedTypeTable): TypeRef {
  return () => table;
}

interface Member {
  readonly table: MemberTable;
  readonly values: fc.Arbitrary<WireValue>;
}

/** Members and what they may hold, as the record arbitrary wants it. */
function record(members: readonly Member[]): fc.Arbitrary<[string, WireValue][]> {
  const entries = members.map(({ table, values }) => {
    const present = values.map((value): [string, WireValue][] => [[table.name, value]]);
    return table.optional === true ? fc.oneof(fc.constant([]), present) : present;
  });
  return fc
    .tuple(...entries)
    .map((all) => all.flat())
    .chain((all) => fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }));
}

/** Own members whatever their names: `Object.fromEntries` defines them. */
function toObject(entries: readonly (readonly [string, WireValue])[]): WireValue {
  return Object.fromEntries(entries);
}

/** Sets of members with distinct names, one set for each part. */
function memberSets(
  parts: number,
  sample: fc.Arbitrary<Sample>,
): fc.Arbitrary<readonly (readonly Member[])[]> {
  return fc
    .uniqueArray(fc.tuple(names, sample, fc.boolean(), fc.nat(parts - 1)), {
      selector: ([name]) => name,
      maxLength: 2 + parts,
    })
    .map((all) =>
      Array.from({ length: parts }, (_, part) =>
        all
          .filter((entry) => entry[3] === part)
          .map(([name, { type, values }, optional]) => ({
            table: optional ? { name, type, optional } : { name, type },
            values,
          })),
      ),
    );
}

function tableOf(name: string, members: readonly Member[]): ObjectTable {
  return { kind: 'object', name, members: members.map(({ table }) => table) };
}

function struct(sample: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return memberSets(1, sample).map(([members = []]) => ({
    type: refer(tableOf('S', members)),
    values: record(members).map(toObject),
  }));
}

/** A union with a branch for one of its two tag values. */
function union(sample: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return memberSets(2, sample).map(([base = [], branch = []]) => {
    const tag = 'tag of the union';
    const table: ObjectTable = {
      ...tableOf('U', base),
      members: [
        ...base.map((member) => member.table),
        { name: tag, type: refer({ kind: 'enum', name: 'T', values: ['with', 'without'] }) },
      ],
      tag,
      branches: [['with', (): ObjectTable => tableOf('B', branch)]],
    };
    const own = (value: string, members: readonly Member[]): fc.Arbitrary<WireValue> =>
      record(members).map((entries) => toObject([...entries, [tag, value]]));
    return {
      type: refer(table),
      values: fc.oneof(own('with', [...base, ...branch]), own('without', base)),
    };
  });
}

function array({ type, values }: Sample): Sample {
  return { type: [type], values: fc.array(values, { maxLength: 3 }) };
}

/** One alternative of each JSON type. */
function alternate(sample: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.tuple(enumeration, struct(sample), sample.map(array)).map((alternatives) => ({
    type: refer({
      kind: 'alternate',
      name: 'A',
      alternatives: [
        ...alternatives.map(({ type }, i) => [`a${i}`, type] as const),
        ['n', 'uint64'],
        ['z', 'null'],
        ['f', 'bool'],
      ],
    }),
    values: fc.oneof(
      ...alternatives.map(({ values }) => values),
      unsigned(64n),
      fc.constant(null),
      fc.boolean(),
    ),
  }));
}

/** Types of every meta-type, nested. */
export const sample: fc.Arbitrary<Sample> = fc.letrec<{ sample: Sample }>((tie) => ({
  sample: fc.oneof(
    { maxDepth: 3 },
    builtin,
    enumeration,
    tie('sample').map(array),
    struct(tie('sample')),
    union(tie('sample')),
    alternate(tie('sample')),
  ),
})).sample;

/** A type together with one value that fits it. */
export const typedValue = sample.chain(({ type, values }) =>
  values.map((value) => ({ type, value })),
);
