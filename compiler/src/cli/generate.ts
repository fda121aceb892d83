import { relative } from 'node:path';
import type { ConfigEntry } from '../config/config.js';
import { loadConfig } from '../config/load-config.js';
import { describeTally, tallyOf } from '../diagnostic/tally.js';
import { generate } from '../generate/generate.js';
import { applyChanges, type FileChange } from '../generate/plan.js';
import { NodeHost } from '../host/node-host.js';
import { EXIT } from './exit.js';
import { Reporter } from './reporter.js';
import { UsageError } from './usage-error.js';

/** What the command line can say of an entry. */
type EntryOptions = Pick<ConfigEntry, 'define' | 'integers' | 'docs'>;

export interface GenerateOptions extends EntryOptions {
  readonly out?: string;
  readonly config?: string;
  readonly maxErrors: number;
  /** Changes nothing; fails where output is stale. */
  readonly check: boolean;
}

/** `qapi generate`: for one schema, or for the entries of the configuration. */
export async function runGenerate(
  schema: string | undefined,
  options: GenerateOptions,
): Promise<number> {
  let code: number = EXIT.ok;
  const { entries, host } = await entriesOf(schema, options);
  for (const entry of entries) {
    const result = await runEntry(entry, host, options);
    if (result !== EXIT.ok) code = result;
  }
  return code;
}

async function entriesOf(
  schema: string | undefined,
  { out, config: file, define, integers, docs }: GenerateOptions,
): Promise<{ entries: readonly ConfigEntry[]; host: NodeHost }> {
  const given: EntryOptions = {
    ...(define && { define }),
    ...(integers && { integers }),
    ...(docs && { docs }),
  };
  if (schema !== undefined) {
    if (out === undefined) throw new UsageError('generate SCHEMA needs --out DIR');
    return { entries: [{ schema, out, ...given }], host: new NodeHost(process.cwd()) };
  }
  if (out !== undefined) throw new UsageError('--out goes with a SCHEMA');
  const { config, directory } = await loadConfig(process.cwd(), file);
  const entries = config.entries.map((entry) => ({ ...entry, ...given }));
  return { entries, host: new NodeHost(directory) };
}

async function runEntry(
  entry: ConfigEntry,
  host: NodeHost,
  { check: isCheck, maxErrors }: GenerateOptions,
): Promise<number> {
  const { diagnostics, changes, fileCount } = await generate(entry, host);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const reporter = new Reporter({ format: 'frame', maxErrors, stream: process.stderr });
  reporter.report(errors, entry.schema);
  reporter.finish();
  if (changes === undefined) {
    process.stderr.write(`${entry.schema}: ${describeTally(tallyOf(diagnostics))}\n`);
    return EXIT.failed;
  }
  if (isCheck && changes.length > 0) {
    process.stdout.write(await describeStale(changes, host));
    process.stderr.write(`${entry.out} is stale: run the same command without --check\n`);
    return EXIT.failed;
  }
  if (!isCheck) applyChanges(changes, host);
  const warnings = diagnostics.length > 0 ? `, ${describeTally(tallyOf(diagnostics))}` : '';
  const state = changes.length === 0 ? 'up to date' : `${changes.length} changed`;
  process.stdout.write(
    `${entry.schema}: ${fileCount} files in ${entry.out}, ${state}${warnings}\n`,
  );
  return EXIT.ok;
}

async function describeStale(changes: readonly FileChange[], host: NodeHost): Promise<string> {
  const { createTwoFilesPatch } = await import('diff');
  return changes
    .map(({ path, before, after }) => {
      const name = relative(process.cwd(), host.absolute(path)).replaceAll('\\', '/');
      const from = before === undefined ? '/dev/null' : name;
      const to = after === undefined ? '/dev/null' : name;
      return createTwoFilesPatch(from, to, before ?? '', after ?? '');
    })
    .join('');
}
