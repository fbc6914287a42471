import type { ArgsDef, ParsedArgs } from 'citty';
import { parseArgs, renderUsage } from 'citty';
import { stripVTControlCharacters } from 'node:util';
import { readConfig } from '../config.js';
import { AppError } from '../errors.js';
import { nearest } from '../model/nearest.js';
import type { Command, ExitCode } from './command.js';
import { EXIT } from './command.js';
import { commands } from './index.js';
import type { Terminal } from './terminal.js';
import { printJson } from './terminal.js';

/** What surrounds a call of the command line. */
export interface Surround {
  terminal: Terminal;
  /** Variables of the environment; those of the process unless given. */
  environment?: Readonly<Record<string, string | undefined>>;
  /** See Invocation. */
  stopSignal(): AbortSignal;
}

/** Runs the command that the arguments name. Errors that a person can be told are printed; others are thrown. */
export async function runCli(
  argv: readonly string[],
  { terminal, environment, stopSignal }: Surround,
): Promise<ExitCode> {
  const [name, ...rest] = argv;
  const wantsJson = rest.includes('--json');
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      terminal.out(await overview());
      return name === undefined ? EXIT.usage : EXIT.done;
    }
    const chosen = await findCommand(name);
    if (rest.includes('--help') || rest.includes('-h')) {
      terminal.out(await usageOf(chosen));
      return EXIT.done;
    }
    const words = withBareOptions(chosen, rest);
    checkArguments(chosen, words);
    const args = { ...parsed(chosen, words), ...repeatedOptions(chosen, words) } as ParsedArgs;
    return await chosen.run({ args, config: readConfig(environment), terminal, stopSignal });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (wantsJson) printJson(terminal, { error: { code: error.code, message: error.message, ...error.details } });
    else terminal.err(error.message);
    return exitCodeOf(error);
  }
}

function exitCodeOf({ code }: AppError): ExitCode {
  if (code === 'USAGE') return EXIT.usage;
  const isOutOfReach = code === 'DATABASE_UNREACHABLE' || code === 'DATABASE_DAMAGED';
  return isOutOfReach ? EXIT.databaseOutOfReach : EXIT.problems;
}

async function findCommand(name: string): Promise<Command> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load) return load();
  const near = nearest(name, Object.keys(commands));
  const tip = near ? `did you mean "signpost ${near}"?` : `the commands are ${Object.keys(commands).join(', ')}.`;
  throw new AppError('USAGE', `There is no command "${name}"; ${tip}`);
}

/** Options that may stand alone take nothing of what follows. */
function withBareOptions({ bare = [] }: Command, rest: readonly string[]): string[] {
  const end = rest.includes('--') ? rest.indexOf('--') : rest.length;
  return rest.map((word, at) => (at < end && bare.some((name) => word === `--${name}`) ? `${word}=` : word));
}

/** citty lets options pass that it does not know; here they are mistakes. */
function checkArguments({ name, args, takesMore }: Command, rest: readonly string[]): void {
  const options = new Map<string, string | undefined>();
  for (const [option, { type, ...definition }] of Object.entries(args)) {
    if (type === 'positional') continue;
    options.set(`--${option}`, type);
    const aliases = 'alias' in definition ? [definition.alias ?? []].flat() : [];
    for (const alias of aliases) options.set(alias.length === 1 ? `-${alias}` : `--${alias}`, type);
  }
  let positionals = Object.values(args).filter(({ type }) => type === 'positional').length;
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at]!;
    if (word === '--') break;
    if (!word.startsWith('-') || word === '-') {
      positionals -= 1;
      if (positionals < 0 && !takesMore) throw usage(`"signpost ${name}" does not take "${word}"`, name);
      continue;
    }
    const [option, value] = word.split('=', 2) as [string, string | undefined];
    if (!options.has(option)) {
      const near = nearest(option, options.keys());
      throw usage(`"signpost ${name}" has no option ${option}${near ? `; did you mean ${near}?` : ''}`, name);
    }
    if (options.get(option) === 'boolean') {
      if (value !== undefined) throw usage(`${option} takes no value`, name);
    } else if (value === undefined) {
      at += 1;
      if (rest[at] === undefined) throw usage(`${option} needs a value`, name);
    }
  }
}

function parsed({ name, args }: Command, rest: readonly string[]): ParsedArgs {
  try {
    return parseArgs([...rest], args as ArgsDef);
  } catch (error) {
    // What is missing and is required is told by citty.
    if (error instanceof Error && error.name === 'CLIError') throw usage(`${error.message}.`, name);
    throw error;
  }
}

/** Every value of the options that can be given again; citty keeps the last alone. */
function repeatedOptions({ repeatable = [] }: Command, rest: readonly string[]): Record<string, string[]> {
  const end = rest.includes('--') ? rest.indexOf('--') : rest.length;
  const words = rest.slice(0, end);
  return Object.fromEntries(
    repeatable.map((name) => [
      name,
      words.flatMap((word, at) => {
        if (word.startsWith(`--${name}=`)) return word.slice(name.length + 3);
        return word === `--${name}` ? (words[at + 1] ?? []) : [];
      }),
    ]),
  );
}

function usage(message: string, name: string): AppError {
  return new AppError('USAGE', `${message}\n"signpost ${name} --help" tells what it takes.`);
}

async function usageOf({ name, description, args }: Command): Promise<string> {
  return plain(await renderUsage({ meta: { name, description }, args }, { meta: { name: 'signpost' } }));
}

async function overview(): Promise<string> {
  // One after the other: they share modules, which not every loader takes from several sides at once.
  const all: Command[] = [];
  for (const load of Object.values(commands)) all.push(await load());
  const width = Math.max(...all.map(({ name }) => name.length));
  return [
    'signpost: a knowledge base on the fight against migrant smuggling.',
    '',
    ...all.map(({ name, description }) => `  signpost ${name.padEnd(width)}  ${description}`),
    '',
    '"signpost <command> --help" tells what a command takes.',
  ].join('\n');
}

/** Colours would make help differ between a terminal and a file. */
function plain(text: string): string {
  return stripVTControlCharacters(text).trimEnd();
}
