import fc from 'fast-check';

/** Names of every length up to what no line can hold. */
function name(prefix: string): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: 110 }).map((length) => prefix + 'a'.repeat(length));
}

function names(prefix: string, minLength: number, maxLength: number): fc.Arbitrary<string[]> {
  return fc.uniqueArray(name(prefix), { minLength, maxLength });
}

const member = fc.record({
  name: name('m-'),
  type: fc.constantFrom('str', 'int', 'uint8', 'bool', 'any', 'null', 'number'),
  isArray: fc.boolean(),
  optional: fc.boolean(),
  features: fc.subarray(['deprecated', 'unstable', 'another-feature-with-a-long-name']),
});

const parts = fc.record({
  enumName: name('Enum'),
  values: names('v', 1, 6),
  structs: names('Struct', 1, 4),
  members: fc.uniqueArray(member, { maxLength: 5, selector: (entry) => entry.name }),
  base: name('Base'),
  tag: name('tag'),
  union: name('Union'),
  listed: fc.nat(6),
  alternate: name('Alternate'),
  alternatives: names('alternative', 1, 2),
  commands: names('command', 0, 3),
  events: fc.uniqueArray(
    name('E').map((event) => event.toUpperCase()),
    { maxLength: 3 },
  ),
});

/** Schemas, as text, that use every construct, with names that make every line break some time. */
export const randomSchema: fc.Arbitrary<string> = parts.map((part) => {
  const { enumName, values, structs, base, tag, union, alternate, alternatives } = part;
  const data = Object.fromEntries(
    part.members.map(({ name: key, type, isArray, optional, features }) => [
      `${optional ? '*' : ''}${key}`,
      { type: isArray ? [type] : type, features },
    ]),
  );
  const structAt = (i: number): string => structs[i % structs.length] ?? '';
  const listed = values.slice(0, part.listed).map((value, i) => [value, structAt(i)]);
  const types = alternatives.map((alternative, i) => [alternative, i === 0 ? structAt(0) : 'str']);
  const definitions: readonly object[] = [
    { pragma: { 'command-returns-exceptions': part.commands } },
    { enum: enumName, data: values.map((value) => ({ name: value, features: ['deprecated'] })) },
    ...structs.map((struct) => ({ struct, data })),
    { struct: base, data: { [tag]: enumName } },
    { union, base, discriminator: tag, data: Object.fromEntries(listed) as object },
    { alternate, data: Object.fromEntries(types) as object },
    ...part.commands.map((command, i) => ({
      command,
      data: i === 0 ? { argument: [union] } : structAt(0),
      returns: [alternate],
      ...(i === 2 && { gen: false }),
    })),
    ...part.events.map((event) => ({ event, data: base })),
  ];
  return printSchema(definitions);
});

function printSchema(definitions: readonly object[]): string {
  return definitions
    .map((definition) => JSON.stringify(definition).replaceAll('"', "'"))
    .join('\n');
}
