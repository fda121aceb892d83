/** Words that cannot name a binding in a module, or a type. */
const RESERVED_WORDS =
  'arguments await break case catch class const continue debugger default delete do else enum eval ' +
  'export extends false finally for function if implements import in instanceof interface let new ' +
  'null package private protected public return static super switch this throw true try typeof var ' +
  'void while with yield';

const TYPE_KEYWORDS =
  'any asserts bigint boolean infer intrinsic is keyof never number object readonly string symbol ' +
  'undefined unique unknown';

/** What the language provides everywhere. Hiding it would be legal, and a trap for whoever imports. */
const GLOBALS =
  'AggregateError Array ArrayBuffer AsyncFunction AsyncGenerator AsyncIterable AsyncIterator ' +
  'Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError ' +
  'FinalizationRegistry Float32Array Float64Array Function Generator Infinity Int16Array Int32Array ' +
  'Int8Array Intl Iterable Iterator JSON Map Math NaN Number Object Promise PromiseLike Proxy ' +
  'RangeError ReadonlyArray ReadonlyMap ReadonlySet ReferenceError Reflect RegExp Set ' +
  'SharedArrayBuffer String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array ' +
  'Uint8ClampedArray WeakMap WeakRef WeakSet globalThis';

const UTILITY_TYPES =
  'Awaited Capitalize ConstructorParameters Exclude Extract InstanceType Lowercase NoInfer ' +
  'NonNullable Omit Parameters Partial Pick Readonly Record Required ReturnType ThisType ' +
  'Uncapitalize Uppercase';

/** What the index module exports besides the types of the schema. */
const INDEX_EXPORTS = 'CommandName Commands EventName Events OobCommandName';

/** What modules of tables import from the runtime. */
const TABLE_TYPES = 'AlternateTable CommandTable EnumTable EventTable ObjectTable';

const words = (...lists: readonly string[]): readonly string[] => lists.join(' ').split(' ');

export const RESERVED_TYPE_NAMES: readonly string[] = words(
  RESERVED_WORDS,
  TYPE_KEYWORDS,
  GLOBALS,
  UTILITY_TYPES,
  INDEX_EXPORTS,
);

export const RESERVED_TABLE_NAMES: readonly string[] = words(RESERVED_WORDS, GLOBALS, TABLE_TYPES);
