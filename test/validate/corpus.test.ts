import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { CommandTable, SchemaTable } from '../../runtime/src/abi/tables.js';
import { readRequest } from '../../runtime/src/message/request.js';
import { decodeArguments } from '../../runtime/src/validate/decode.js';
import { ValidationError } from '../../runtime/src/validate/validation-error.js';
import { WireParser } from '../../runtime/src/wire/parser.js';
import { compileReference, emit } from '../emit/support/emitted.js';
import { loadModules } from '../emit/support/load-modules.js';
import { describeReference, readReference, REFERENCE } from '../support/reference.js';

interface Scenario {
  readonly name: string;
  readonly area: string;
  readonly profile: string;
  readonly steps: readonly { readonly send?: string }[];
  readonly expect: readonly {
    readonly step: number;
    readonly kind: string;
    readonly origin?: string;
  }[];
}

/** A request of a recorded session, and whether its arguments were refused. */
interface Case {
  readonly name: string;
  readonly text: string;
  readonly isRefused: boolean;
}

function casesOf({ name, steps, expect: replies }: Scenario): Case[] {
  return steps.flatMap(({ send }, step) => {
    const reply = replies.find((entry) => entry.step === step);
    const isReply = reply?.kind === 'return' || reply?.kind === 'error';
    if (send === undefined || !isReply || reply.origin === 'parse') return [];
    return [{ name, text: send, isRefused: reply.origin === 'visitor' }];
  });
}

/** Empty without the reference data: the tests are then skipped, but collected all the same. */
function readCases(): readonly Case[] {
  if (!existsSync(REFERENCE)) return [];
  return readReference('wire/corpus.jsonl')
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as Scenario)
    .filter(({ area, profile }) => area === 'args' && profile === 'qmp')
    .flatMap(casesOf);
}

async function loadCommands(): Promise<ReadonlyMap<string, CommandTable>> {
  const schema = compileReference({
    name: 'qemu-7.2',
    directory: 'schemas/qemu-7.2',
    root: 'qapi/qapi-schema.json',
  });
  const { tables } = (await loadModules(emit(schema))('tables.ts')) as { tables: SchemaTable };
  return new Map(tables.commands.map((command) => [command.name, command]));
}

function isRefused(text: string, commands: ReadonlyMap<string, CommandTable>): boolean {
  const parser = new WireParser();
  parser.push(new TextEncoder().encode(text));
  const item = parser.next();
  if (item?.kind !== 'value') throw new Error('not one value');
  const request = readRequest(item.value, { oobEnabled: true });
  if (request.kind === 'error') throw new Error(request.desc);
  const command = commands.get(request.command);
  if (command === undefined) throw new Error(`no command ${request.command}`);
  try {
    decodeArguments(command, request.arguments, 'mixed');
    return false;
  } catch (error) {
    if (ValidationError.is(error)) return true;
    throw error;
  }
}

describeReference('recorded checks of arguments', () => {
  const cases = readCases();

  it('are there, with both outcomes', () => {
    expect(cases.filter((entry) => entry.isRefused).length).toBeGreaterThan(90);
    expect(cases.filter((entry) => !entry.isRefused).length).toBeGreaterThan(200);
  });

  it('agree with those by the tables of the same schema', { timeout: 60_000 }, async () => {
    const commands = await loadCommands();
    const wrong = cases.filter((entry) => isRefused(entry.text, commands) !== entry.isRefused);
    expect(wrong).toEqual([]);
  });
});
