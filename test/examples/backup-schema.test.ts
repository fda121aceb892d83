import { compileSchema, NodeHost, type Condition, type Entity, type Type } from '@qapi-ts/compiler';
import { describe, expect, it } from 'vitest';

const { schema, diagnostics, files } = compileSchema('schemas/backup/backup.json', {
  host: new NodeHost(process.cwd()),
  docs: 'strict',
});
const entities = [...(schema?.entities.values() ?? [])].filter((entity) => !isPredefined(entity));
const docs = schema?.docs ?? [];
const source = files.map(({ text }) => text).join('\n');

const ofKind = <K extends Entity['kind']>(kind: K): Extract<Entity, { kind: K }>[] =>
  entities.filter((entity): entity is Extract<Entity, { kind: K }> => entity.kind === kind);

const enums = ofKind('enum');
const objects = ofKind('object').filter(({ isImplicit }) => !isImplicit);
const structs = objects.filter(({ variants }) => variants === undefined);
const unions = objects.filter(({ variants }) => variants !== undefined);
const alternates = ofKind('alternate');
const commands = ofKind('command');
const events = ofKind('event');
const values = enums.flatMap((type) => type.values);
const members = ofKind('object').flatMap(({ localMembers }) => localMembers);
const branches = unions.flatMap(({ variants }) => variants?.branches ?? []);
const alternatives = alternates.flatMap((type) => type.alternatives);
const features = entities.flatMap((entity) => entity.features);
const conditions = [...entities, ...values, ...members, ...branches, ...alternatives, ...features]
  .map(({ condition }) => condition)
  .filter((condition) => condition !== undefined);
const sections = docs.flatMap((doc) => doc.sections);
const texts = docs.flatMap((doc) => [doc.body, ...doc.members, ...doc.features, ...doc.sections]);

function isPredefined({ kind, span }: Entity): boolean {
  return kind !== 'array' && span === undefined;
}

/** How an `if` is built: `{ all: [A, { not: B }] }` is `all(A not)`. */
function isBuiltWith(key: 'all' | 'any' | 'not'): (condition: Condition) => boolean {
  return (condition) =>
    typeof condition !== 'string' &&
    (Object.hasOwn(condition, key) || Object.values(condition).flat().some(isBuiltWith(key)));
}

const isArrayOf = (type: Type | undefined, kind: Type['kind']): boolean =>
  type?.kind === 'array' && type.element.kind === kind;
const isDeprecated = ({ name }: { name: string }): boolean => name === 'deprecated';
const isUnstable = ({ name }: { name: string }): boolean => name === 'unstable';
const isCustom = (feature: { name: string }): boolean =>
  !isDeprecated(feature) && !isUnstable(feature);
const hasText = (pattern: RegExp): boolean => texts.some(({ text }) => pattern.test(text));

const pragmas = [
  'doc-required',
  'documentation-exceptions',
  'command-name-exceptions',
  'command-returns-exceptions',
  'member-name-exceptions',
];
const builtins =
  'str number int int8 int16 int32 int64 uint8 uint16 uint32 uint64 size bool any null'.split(' ');

const language: Readonly<Record<string, boolean>> = {
  'an include of another directory': source.includes("'include': '../"),
  ...Object.fromEntries(pragmas.map((name) => [`pragma ${name}`, source.includes(`'${name}'`)])),
  ...Object.fromEntries(
    builtins.map((name) => [
      `type ${name}`,
      [...members, ...alternatives].some(({ type }) => type.name === name),
    ]),
  ),

  'enum with a prefix': enums.some(({ prefix }) => prefix !== undefined),
  'enum with a feature': enums.some((type) => type.features.length > 0),
  'value with a condition': values.some(({ condition }) => condition !== undefined),
  'value with a feature': values.some((value) => value.features.length > 0),

  'struct with a base': structs.some(({ base }) => base !== undefined),
  'struct with a feature': structs.some((type) => type.features.length > 0),
  'optional member': members.some(({ optional }) => optional),
  'member with a condition': members.some(({ condition }) => condition !== undefined),
  'member with a feature': members.some((member) => member.features.length > 0),
  'array member': members.some(({ type }) => isArrayOf(type, 'builtin')),

  'union with a named base': unions.some(({ base }) => base?.isImplicit === false),
  'union with an inline base': unions.some(({ base }) => base?.isImplicit === true),
  'union with a feature': unions.some((type) => type.features.length > 0),
  'branch that is listed': branches.some(({ isListed }) => isListed),
  'branch that is not listed': branches.some(({ isListed }) => !isListed),
  'branch with a condition': branches.some(({ condition }) => condition !== undefined),

  'alternate with a feature': alternates.some((type) => type.features.length > 0),
  'alternative with a condition': alternatives.some(({ condition }) => condition !== undefined),
  'alternative that is an array': alternatives.some(({ type }) => type.kind === 'array'),
  'alternative that is an enum': alternatives.some(({ type }) => type.kind === 'enum'),
  'alternative that is an object': alternatives.some(({ type }) => type.kind === 'object'),

  'command without data': commands.some(({ argType }) => argType === undefined),
  'command with inline data': commands.some(({ argType }) => argType?.isImplicit === true),
  'command with named data': commands.some(
    ({ argType, boxed }) => !boxed && argType?.isImplicit === false,
  ),
  'command with boxed data': commands.some(({ boxed }) => boxed),
  'command without result': commands.some(({ returnType }) => returnType === undefined),
  'command that returns an object': commands.some(
    ({ returnType }) => returnType?.kind === 'object',
  ),
  'command that returns objects': commands.some(({ returnType }) =>
    isArrayOf(returnType, 'object'),
  ),
  'command that returns enum values': commands.some(({ returnType }) =>
    isArrayOf(returnType, 'enum'),
  ),
  'command that returns a built-in': commands.some(
    ({ returnType }) => returnType?.kind === 'builtin',
  ),
  'command with gen: false': commands.some(({ gen }) => !gen),
  'command with success-response: false': commands.some(({ successResponse }) => !successResponse),
  'command with allow-oob': commands.some(({ allowOob }) => allowOob),
  'command with allow-preconfig': commands.some(({ allowPreconfig }) => allowPreconfig),
  'command with coroutine': commands.some(({ coroutine }) => coroutine),
  'command with a feature': commands.some((command) => command.features.length > 0),
  'command with a condition': commands.some(({ condition }) => condition !== undefined),

  'event without data': events.some(({ argType }) => argType === undefined),
  'event with inline data': events.some(({ argType }) => argType?.isImplicit === true),
  'event with named data': events.some(
    ({ argType, boxed }) => !boxed && argType?.isImplicit === false,
  ),
  'event with boxed data': events.some(({ boxed }) => boxed),
  'event with a feature': events.some((event) => event.features.length > 0),
  'event with a condition': events.some(({ condition }) => condition !== undefined),

  'feature deprecated': [...members, ...commands, ...events, ...values].some((entry) =>
    entry.features.some(isDeprecated),
  ),
  'feature unstable on a command': commands.some((command) => command.features.some(isUnstable)),
  'feature unstable on a value': values.some((value) => value.features.some(isUnstable)),
  'custom feature': features.some(isCustom),
  'feature with a condition': features.some(({ condition }) => condition !== undefined),

  'condition that is a name': conditions.some((condition) => typeof condition === 'string'),
  'condition with all': conditions.some(isBuiltWith('all')),
  'condition with any': conditions.some(isBuiltWith('any')),
  'condition with not': conditions.some(isBuiltWith('not')),

  "downstream command's name": commands.some(({ name }) => name.startsWith('__org.example_')),
  "downstream event's name": events.some(({ name }) => name.startsWith('__ORG.EXAMPLE_')),
  "downstream type's name": structs.some(({ name }) => name.startsWith('__org.example_')),
  "downstream member's name": members.some(({ name }) => name.startsWith('__org.example_')),
  'experimental name': commands.some(({ name }) => name.startsWith('x-')),

  ...Object.fromEntries(
    (['Plain', 'Returns', 'Errors', 'Since', 'Todo'] as const).map((kind) => [
      `section ${kind}`,
      sections.some((section) => section.kind === kind),
    ]),
  ),
  'body of documentation': docs.some(
    ({ symbol, body }) => symbol !== undefined && body.text !== '',
  ),
  'description of a member': docs.some((doc) => doc.members.length > 0),
  'description of a feature': docs.some((doc) => doc.features.length > 0),
  'free-form block': docs.some(({ symbol }) => symbol === undefined),
  'chapter heading': hasText(/^(\*+)\n.+\n\1$/m),
  'section heading': hasText(/^.+\n={4,}$/m),
  'bullet list': hasText(/^ *- /m),
  'numbered list': hasText(/^1\. /m),
  'literal block': hasText(/[^:.]::\n\n +/),
  'qmp-example': hasText(/^\.\. qmp-example::\n\n/m),
  'qmp-example with a title': hasText(/^\.\. qmp-example::\n +:title: /m),
  note: hasText(/^\.\. note:: /m),
  admonition: hasText(/^\.\. admonition:: /m),
  'reference to a member': hasText(/@[a-z]/),
  'reference to a definition': hasText(/`[A-Za-z-]+`/),
  emphasis: hasText(/\*[a-z ]+\*/),
  literal: hasText(/``[^`]+``/),
};

describe('schemas/backup', () => {
  it('compiles with strict documentation', () => {
    expect(diagnostics).toEqual([]);
    expect(schema).toBeDefined();
  });

  it.each(Object.entries(language))('uses %s', (_construct, isUsed) => {
    expect(isUsed).toBe(true);
  });

  it('refers to a type before it defines it', () => {
    const order = [...(schema?.entities.keys() ?? [])];
    expect(order.indexOf('VolumeOptions')).toBeLessThan(order.indexOf('Compression'));
    expect(
      members.some(
        ({ definedIn, type }) => definedIn.includes('VolumeOptions') && type.name === 'Compression',
      ),
    ).toBe(true);
  });
});
