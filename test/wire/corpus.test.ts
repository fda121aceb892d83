import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CommandTable, ObjectTable } from '../../runtime/src/abi/tables.js';
import { readRequest } from '../../runtime/src/message/request.js';
import { decodeArguments } from '../../runtime/src/validate/decode.js';
import { ValidationError } from '../../runtime/src/validate/validation-error.js';
import { WireParser, type ParsedItem } from '../../runtime/src/wire/parser.js';
import { printValue } from '../../runtime/src/wire/print.js';
import { NumberLiteral, type WireValue } from '../../runtime/src/wire/value.js';
import { describeReference, readReference, REFERENCE } from '../support/reference.js';
import { bytesOf, drain } from './items.js';

/** Areas whose replies follow from the text of the requests alone. */
const AREAS = ['json', 'recovery', 'limits', 'id', 'framing', 'envelope'];

interface Part {
  readonly t?: string;
  readonly b64?: string;
  readonly n?: number;
}

interface Step extends Part {
  readonly op?: string;
  readonly send?: string;
  readonly parts?: readonly Part[];
}

interface Expectation {
  readonly kind: string;
  readonly class?: string;
  readonly id?: string | null | object;
  readonly count?: number;
}

interface Scenario {
  readonly name: string;
  readonly area: string;
  readonly profile: string;
  readonly steps: readonly Step[];
  readonly expect: readonly Expectation[];
}

const Capability = { kind: 'enum', name: 'Capability', values: ['oob'] } as const;
const Capabilities: ObjectTable = {
  kind: 'object',
  name: 'Capabilities',
  members: [{ name: 'enable', type: [() => Capability], optional: true }],
};

const COMMANDS: ReadonlyMap<string, CommandTable> = new Map(
  [
    { kind: 'command', name: 'qmp_capabilities', arguments: () => Capabilities } as const,
    { kind: 'command', name: 'query-version' } as const,
    { kind: 'command', name: 'query-yank', allowOob: true } as const,
  ].map((command) => [command.name, command]),
);

/** As much of a server as tells errors from results: one session, no queue. */
class Session {
  #isNegotiated = false;
  #oobEnabled = false;

  /** One line for each reply: what it is and its id. */
  reply(item: ParsedItem): string {
    if (item.kind === 'error') return line('GenericError', undefined);
    const request = readRequest(item.value, { oobEnabled: this.#oobEnabled });
    if (request.kind === 'error') return line('GenericError', request.id);
    const command = COMMANDS.get(request.command);
    const isNegotiation = request.command === 'qmp_capabilities';
    if (command === undefined || (!this.#isNegotiated && !isNegotiation)) {
      return line('CommandNotFound', request.id);
    }
    if (request.lane === 'out-of-band' && command.allowOob !== true) {
      return line('GenericError', request.id);
    }
    try {
      const { enable } = decodeArguments(command, request.arguments, 'mixed');
      if (isNegotiation && this.#isNegotiated) return line('CommandNotFound', request.id);
      if (isNegotiation) this.#negotiate(enable);
      return line('return', request.id);
    } catch (error) {
      if (ValidationError.is(error)) return line('GenericError', request.id);
      throw error;
    }
  }

  #negotiate(enable: unknown): void {
    this.#isNegotiated = true;
    this.#oobEnabled = Array.isArray(enable) && enable.includes('oob');
  }
}

function line(kind: string, id: WireValue | undefined): string {
  return id === undefined ? kind : `${kind} ${canonical(id)}`;
}

/** Ids are compared as values: the recorded server prints doubles its own way, and reorders members. */
function canonical(id: WireValue): string {
  if (id instanceof NumberLiteral) return canonical(Number(id.text));
  if (typeof id === 'bigint' && (id > 2n ** 64n - 1n || id < -(2n ** 63n))) {
    return canonical(Number(id));
  }
  if (typeof id === 'number') return Number.isFinite(id) ? printValue(id + 0) : 'overflow';
  if (Array.isArray(id)) return `[${(id as readonly WireValue[]).map(canonical).join()}]`;
  if (typeof id !== 'object' || id === null) return printValue(id);
  const members = Object.entries(id).map(
    ([name, value]) => `${printValue(name)}:${canonical(value)}`,
  );
  return `{${members.toSorted().join()}}`;
}

function bytesOfStep(step: Step): Uint8Array {
  const parts: readonly Part[] =
    step.parts ?? (step.send === undefined ? [step] : [{ t: step.send }]);
  const all = parts.map(({ t = '', b64, n = 1 }) => {
    const bytes = b64 === undefined ? bytesOf(t) : Buffer.from(b64, 'base64');
    return Buffer.concat(Array<Uint8Array>(n).fill(bytes));
  });
  return Uint8Array.from(Buffer.concat(all));
}

function play(scenario: Scenario, chunkSize: number): string[] {
  const parser = new WireParser();
  const session = new Session();
  return scenario.steps
    .filter((step) => step.op === undefined)
    .flatMap((step) => {
      const bytes = bytesOfStep(step);
      const replies: string[] = [];
      for (let start = 0; start < bytes.length; start += chunkSize) {
        parser.push(bytes.subarray(start, start + chunkSize));
        for (const item of drain(parser)) replies.push(session.reply(item));
      }
      return replies;
    });
}

function expected(scenario: Scenario): string[] {
  return scenario.expect
    .filter(({ kind }) => kind === 'return' || kind === 'error')
    .flatMap(({ kind, class: errorClass, id, count = 1 }) => {
      const what = kind === 'error' ? (errorClass ?? '') : kind;
      const text = typeof id === 'string' ? `${what} ${canonicalText(id)}` : what;
      return Array<string>(count).fill(text);
    });
}

/** Reads an id as it was recorded; doubles that overflow were printed as no JSON (wire.md 15.2). */
function canonicalText(text: string): string {
  const parser = new WireParser();
  parser.push(bytesOf(`${text.replaceAll(/-?\binf\b/g, '1e400')} `));
  const item = parser.next();
  if (item?.kind !== 'value') throw new Error(`unreadable id ${text}`);
  return canonical(item.value);
}

/** Ids too long to be recorded in full are there as a digest; their replies are compared without. */
function withoutLongIds(lines: readonly string[], scenario: Scenario): readonly string[] {
  const hasDigest = scenario.expect.some(({ id }) => typeof id === 'object' && id !== null);
  return hasDigest ? lines.map((text) => text.split(' ', 1)[0] ?? '') : lines;
}

/** Empty without the reference data: the tests are then skipped, but collected all the same. */
function readScenarios(): readonly Scenario[] {
  if (!existsSync(REFERENCE)) return [];
  return readReference('wire/corpus.jsonl')
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as Scenario)
    .filter(({ area, profile }) => AREAS.includes(area) && profile === 'qmp');
}

describeReference('recorded sessions', () => {
  const scenarios = readScenarios();

  it('are there', () => {
    expect(scenarios.length).toBeGreaterThan(250);
  });

  describe.each([1, 65_536])('in chunks of %i bytes', (chunkSize) => {
    // Two million tokens byte by byte take long and show nothing more.
    const short = scenarios.filter(({ area }) => area !== 'limits' || chunkSize > 1);

    it.each(short.map((scenario) => [scenario.name, scenario] as const))('%s', (_, scenario) => {
      const replies = play(scenario, chunkSize);
      expect(withoutLongIds(replies, scenario)).toEqual(
        withoutLongIds(expected(scenario), scenario),
      );
    });
  });
});
