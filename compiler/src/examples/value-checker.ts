import type { DiagnosticSession } from '../diagnostic/session.js';
import type { AlternateType, BuiltinType, EnumType, ObjectType, Type } from '../schema/model.js';
import type { Suggester } from '../schema/suggester.js';
import type { Span } from '../source/span.js';
import { exceededRange } from './integer-range.js';
import {
  describeValue,
  openingOf,
  type JsonObject,
  type JsonString,
  type JsonValue,
} from './json-value.js';
import { describeExpected, isOfJsonType, isTaken } from './json-types.js';
import { describeObject } from './protocol-types.js';
import { isMandatory, TypeIndex, type ObjectIndex } from './type-index.js';

export interface ObjectOptions {
  /** The object in words, where it is not a value of a type of the schema. */
  readonly owner?: string;
  /** Whether it may have other members too. */
  readonly isOpen?: boolean;
}

/** A message tells so many of the members that are missing, and counts the others. */
const MAX_NAMES = 6;

/** Compares values with types, and reports what does not fit. */
export class ValueChecker {
  readonly #session: DiagnosticSession;
  readonly #suggester: Suggester;
  readonly #index = new TypeIndex();

  constructor(suggester: Suggester, session: DiagnosticSession) {
    this.#suggester = suggester;
    this.#session = session;
  }

  check(value: JsonValue, type: Type, options: ObjectOptions = {}): void {
    if (value.kind === 'elision') return;
    switch (type.kind) {
      case 'builtin':
        this.#checkBuiltin(value, type);
        break;
      case 'enum':
        if (value.kind === 'string') this.#checkEnum(value, type);
        else this.#reportType(value, type);
        break;
      case 'array':
        if (value.kind !== 'array') this.#reportType(value, type);
        else for (const element of value.elements) this.check(element, type.element);
        break;
      case 'object':
        if (value.kind === 'object') this.checkObject(value, type, options);
        else this.#reportType(value, type);
        break;
      case 'alternate':
        this.#checkAlternate(value, type);
        break;
    }
  }

  checkObject(object: JsonObject, type: ObjectType, options: ObjectOptions = {}): void {
    const owner = options.owner ?? describeObject(type);
    const { layers, hasMore } = this.#select(type, object);
    if (!object.isElided) this.#checkMissing(layers, object, owner, openingOf(object));
    for (const { key, value } of object.members.values()) {
      const name = key.value;
      const member = layers.find(({ members }) => members.has(name))?.members.get(name);
      if (member !== undefined) this.check(value, member.type);
      else if (options.isOpen !== true && !hasMore) this.#reportMember(key, type, layers, owner);
    }
  }

  /** Reports the mandatory members of an object that is missing altogether. */
  checkAbsent(type: ObjectType, owner: string, span: Span): void {
    this.#checkMissing([this.#index.object(type)], undefined, owner, span);
  }

  /** The members that the object can have: its own, and those of the branches that it selects. */
  #select(type: ObjectType, object: JsonObject): { layers: ObjectIndex[]; hasMore: boolean } {
    const layers = [this.#index.object(type)];
    for (let at = type; at.variants !== undefined;) {
      const tag = object.members.get(at.variants.tag.name)?.value;
      const branches = this.#index.object(at).branches;
      const branch = tag?.kind === 'string' ? branches.get(tag.value) : undefined;
      // Without a valid tag the members could be those of any branch.
      if (branch === undefined) return { layers, hasMore: true };
      at = branch.type;
      layers.push(this.#index.object(at));
    }
    return { layers, hasMore: false };
  }

  #checkMissing(
    layers: readonly ObjectIndex[],
    object: JsonObject | undefined,
    owner: string,
    span: Span,
  ): void {
    const names: string[] = [];
    let count = 0;
    for (const { mandatory, members } of layers) {
      count += mandatory.length;
      for (const name of mandatory) {
        if (names.length === MAX_NAMES) break;
        if (object?.members.has(name) !== true) names.push(name);
      }
      for (const name of object?.members.keys() ?? []) {
        const member = members.get(name);
        if (member !== undefined && isMandatory(member)) count -= 1;
      }
    }
    if (count === 0) return;
    const parameters = { names, others: count - names.length, owner };
    this.#session.report('example/missing-member', { span }, parameters);
  }

  #reportMember(
    { value: name, span }: JsonString,
    type: ObjectType,
    layers: readonly ObjectIndex[],
    owner: string,
  ): void {
    const names = layers.flatMap(({ memberNames }) => memberNames);
    const help = this.#suggester.didYouMean(name, names) ?? this.#findInBranches(name, type);
    this.#session.report('example/unknown-member', { span, help }, { name, owner });
  }

  /** Where else in a union the member would belong. */
  #findInBranches(name: string, type: ObjectType): string | undefined {
    const tags = this.#index.object(type).tagsOfMembers.get(name);
    if (tags === undefined || type.variants === undefined) return undefined;
    const values = tags.slice(0, 3).map((tag) => `'${tag}'`);
    return `it belongs where '${type.variants.tag.name}' is ${values.join(' or ')}`;
  }

  #checkBuiltin(value: JsonValue, type: BuiltinType): void {
    if (!isOfJsonType(value, type.jsonType)) this.#reportType(value, type);
    else if (value.kind === 'number' && type.jsonType === 'int') {
      const range = exceededRange(value.text, type.name);
      if (range === undefined) return;
      const parameters = { number: value.text, type: type.name, ...range };
      this.#session.report('example/out-of-range', { span: value.span }, parameters);
    }
  }

  #checkEnum({ value, span }: JsonString, type: EnumType): void {
    const { names, set } = this.#index.enum(type);
    // A part of the value may be left out.
    if (set.has(value) || value.includes('...')) return;
    const help = this.#suggester.didYouMean(value, names);
    const parameters = { value, type: type.name, names };
    this.#session.report('example/unknown-value', { span, help }, parameters);
  }

  #checkAlternate(value: JsonValue, type: AlternateType): void {
    const alternative = type.alternatives.find((candidate) => isTaken(value, candidate.type));
    if (alternative === undefined) this.#reportType(value, type);
    else this.check(value, alternative.type);
  }

  #reportType(value: JsonValue, type: Type): void {
    const parameters = { expected: describeExpected(type), found: describeValue(value) };
    this.#session.report('example/wrong-type', { span: value.span }, parameters);
  }
}
