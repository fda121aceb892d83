import { describeType } from '../schema/describe.js';
import { arrayName } from '../schema/implicit-names.js';
import type { ArrayType, BuiltinName, Member, ObjectType, Schema, Type } from '../schema/model.js';

/** The messages of QMP as types, by the member that tells them. */
export interface ProtocolTypes {
  readonly client: ReadonlyMap<string, ObjectType>;
  readonly server: ReadonlyMap<string, ObjectType>;
}

/** @param schema its enums of error classes and capabilities count, and its version, if it has them */
export function protocolTypes(schema: Schema): ProtocolTypes {
  const find = (name: string): Type | undefined => {
    const entity = schema.entities.get(name);
    return entity?.kind === 'command' || entity?.kind === 'event' ? undefined : entity;
  };
  const builtin = (name: BuiltinName): Type => {
    const type = find(name);
    if (type === undefined) throw new Error(`the built-in type ${name} is missing`);
    return type;
  };
  const any = builtin('any');
  const string = builtin('str');
  const integer = builtin('int');
  const capability = find('QMPCapability') ?? string;
  const timestamp = object('timestamp', { seconds: integer, microseconds: integer });
  const error = object('error', { class: find('QapiErrorClass') ?? string, desc: string });
  const greeting = object('greeting', {
    version: find('VersionInfo') ?? any,
    capabilities: arrayOf(capability),
  });
  return {
    client: new Map([
      ['execute', object('command', { execute: string }, { arguments: any, id: any })],
      ['exec-oob', object('command', { 'exec-oob': string }, { arguments: any, id: any })],
    ]),
    server: new Map([
      ['return', object('reply', { return: any }, { id: any })],
      ['error', object('reply', { error }, { id: any })],
      ['event', object('event', { event: string, timestamp }, { data: any })],
      ['QMP', object('greeting', { QMP: greeting })],
    ]),
  };
}

/** An object type in words; those of the protocol have no names that people would know. */
export function describeObject(type: ObjectType): string {
  return type.module === PROTOCOL_MODULE ? `the ${type.name}` : describeType(type);
}

const PROTOCOL_MODULE = './protocol';
const IMPLICIT = {
  span: undefined,
  condition: undefined,
  features: [],
  doc: undefined,
  module: PROTOCOL_MODULE,
  isImplicit: true,
} as const;

function arrayOf(element: Type): ArrayType {
  if (element.kind === 'array') throw new Error('arrays do not nest');
  return { ...IMPLICIT, kind: 'array', name: arrayName(element.name), element };
}

function object(
  name: string,
  mandatory: Readonly<Record<string, Type>>,
  optional: Readonly<Record<string, Type>> = {},
): ObjectType {
  const member = (key: string, type: Type, isOptional: boolean): Member => ({
    name: key,
    type,
    optional: isOptional,
    condition: undefined,
    features: [],
    definedIn: name,
    span: undefined,
  });
  const members = [
    ...Object.entries(mandatory).map(([key, type]) => member(key, type, false)),
    ...Object.entries(optional).map(([key, type]) => member(key, type, true)),
  ];
  return {
    ...IMPLICIT,
    kind: 'object',
    name,
    base: undefined,
    localMembers: members,
    members,
    variants: undefined,
  };
}
