import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { ConfigError } from '../config/validate-config.js';
import { FORMATS } from '../diagnostic/format.js';
import type { DocsMode } from '../diagnostic/session.js';
import { INTEGER_MODES } from '../emit/integer-mode.js';
import { NodeHost } from '../host/node-host.js';
import { VERSION } from '../version.js';
import type { CheckOptions } from './check.js';
import type { GenerateOptions } from './generate.js';
import type { DumpOptions, IntrospectOptions } from './show.js';
import { EXIT } from './exit.js';
import { UsageError } from './usage-error.js';

const DOCS_MODES: readonly DocsMode[] = ['strict', 'warn', 'off'];

/** `--define NAME`, which may be repeated. */
function collectDefine(name: string, names: readonly string[] | undefined): readonly string[] {
  if (!/^[A-Z][A-Z0-9_]*$/.test(name)) {
    throw new InvalidArgumentError('a condition is a name in UPPER_CASE, for example CONFIG_LINUX');
  }
  return [...(names ?? []), name];
}

function defineOption(): Option {
  return new Option(
    '--define <NAME>',
    'decide if conditions: this name is defined, others are not (repeatable); ' +
      'without any, every condition counts as true',
  ).argParser(collectDefine);
}

function docsOption(): Option {
  return new Option(
    '--docs <MODE>',
    'problems of documentation are errors, warnings, or not looked at',
  ).choices([...DOCS_MODES]);
}

function maxErrorsOption(): Option {
  return new Option('--max-errors <N>', 'print this many errors and count the rest; 0 prints all')
    .default(50)
    .argParser((text) => {
      if (!/^[0-9]{1,9}$/.test(text)) throw new InvalidArgumentError('a number is wanted, or 0');
      return Number(text);
    });
}

/** Each command loads what it needs when it runs: a cold start should not pay for the others. */
function createProgram(exit: (code: number) => void): Command {
  const program = new Command('qapi')
    .description('Compiles QAPI schemas.')
    .version(VERSION)
    .addHelpText('after', '\nExit codes: 0 fine, 1 errors or stale output, 2 wrong usage.')
    .exitOverride();

  program
    .command('generate')
    .description('generate TypeScript from a schema, or from qapi.config.ts')
    .argument('[SCHEMA]', 'the root schema')
    .option('--out <DIR>', 'the directory to write to')
    .option('--config <FILE>', 'the configuration, instead of qapi.config.* here')
    .addOption(defineOption())
    .addOption(
      new Option('--integers <MODE>', 'what 64-bit integers are in TypeScript').choices([
        ...INTEGER_MODES,
      ]),
    )
    .addOption(docsOption())
    .addOption(maxErrorsOption())
    .option('--check', 'change nothing; fail with a diff where output is stale', false)
    .action(async (schema: string | undefined, options: GenerateOptions) => {
      const { runGenerate } = await import('./generate.js');
      exit(await runGenerate(schema, options));
    });

  program
    .command('check')
    .description('check schemas; each is a root of its own')
    .argument('<SCHEMA...>', 'root schemas')
    .addOption(
      new Option('--format <FORMAT>', 'how to print problems')
        .choices([...FORMATS])
        .default('frame'),
    )
    .addOption(docsOption().default('warn'))
    .addOption(maxErrorsOption())
    .action(async (schemas: readonly string[], options: CheckOptions) => {
      const { runCheck } = await import('./check.js');
      exit(runCheck(schemas, options, new NodeHost(process.cwd())));
    });

  program
    .command('introspect')
    .description('print the SchemaInfo array that a server answers to query-qmp-schema')
    .argument('<SCHEMA>', 'the root schema')
    .addOption(defineOption())
    .option('--unmask', 'types under their own names instead of numbers', false)
    .addOption(maxErrorsOption())
    .action(async (schema: string, options: IntrospectOptions) => {
      const { runIntrospect } = await import('./show.js');
      exit(runIntrospect(schema, options, new NodeHost(process.cwd())));
    });

  program
    .command('dump')
    .description('print the resolved schema as text')
    .argument('<SCHEMA>', 'the root schema')
    .addOption(maxErrorsOption())
    .action(async (schema: string, options: DumpOptions) => {
      const { runDump } = await import('./show.js');
      exit(runDump(schema, options, new NodeHost(process.cwd())));
    });
  return program;
}

async function main(): Promise<void> {
  // Not process.exit: output to a pipe would be cut off.
  const exit = (code: number): void => {
    process.exitCode = code;
  };
  try {
    await createProgram(exit).parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) exit(error.exitCode === 0 ? EXIT.ok : EXIT.usage);
    else if (error instanceof UsageError || error instanceof ConfigError) {
      process.stderr.write(`error: ${error.message}\n`);
      exit(EXIT.usage);
    } else throw error;
  }
}

await main();
