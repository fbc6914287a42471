import { readConfig } from '../config.js';
import { AppError, describeSystemError, asErrnoException } from '../errors.js';
import { FORMER_COMMANDS, formerNameWarning } from '../former-names.js';
import { closestMatch } from '../model/closest-match.js';
import { readVersion } from '../package-info.js';
import { escapeControlCharacters } from '../records/message-text.js';
import { parseArguments } from './parse-arguments.js';
import { type CliCommand, EXIT_CODES, type ExitCode } from './command.js';
import environmentHelp from './environment-help.json' with { type: 'json' };
import { commands } from './index.js';
import { printJson, type Terminal } from './terminal.js';
import { formatHelp } from './format-help.js';

/** Process resources used by the CLI: terminal, environment variables and shutdown signals. */
export interface CliIo {
  terminal: Terminal;
  environment?: Readonly<Record<string, string | undefined>>;
  /** Returns a signal for long-running commands; see `Invocation`. */
  stopSignal(): AbortSignal;
}

/** Runs a command. Prints expected errors and system errors, and rethrows others. */
export async function runCli(argv: readonly string[], { terminal, environment, stopSignal }: CliIo): Promise<ExitCode> {
  const [name, ...commandArgs] = argv;
  const wantsJson = commandArgs.includes('--json');
  try {
    if (name === '--version' || name === '-v') {
      terminal.out(readVersion());
      return EXIT_CODES.done;
    }
    const verb = name === 'help' ? commandArgs.find((word) => !word.startsWith('-')) : undefined;
    if (verb !== undefined) {
      terminal.out(formatHelp(await findCommand(verb)));
      return EXIT_CODES.done;
    }
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      terminal.out(await overviewText());
      return name === undefined ? EXIT_CODES.usage : EXIT_CODES.done;
    }
    const warn = (warning: string) => terminal.err(`warning: ${warning}.`);
    const chosen = await findCommand(name);
    if (chosen.name !== name) warn(formerNameWarning(`"${name}"`, `"${chosen.name}"`));
    if (commandArgs.includes('--help') || commandArgs.includes('-h')) {
      terminal.out(formatHelp(chosen));
      return EXIT_CODES.done;
    }
    const args = parseArguments(chosen.name, chosen.args, commandArgs, warn);
    return await chosen.run({ args, config: readConfig(environment, warn), terminal, stopSignal });
  } catch (thrown) {
    const error = toAppError(thrown);
    if (!(error instanceof AppError)) throw error;
    if (wantsJson) printJson(terminal, { error: { code: error.code, message: error.message, ...error.details } });
    else terminal.err(error.message);
    return chooseExitCode(error);
  }
}

function toAppError(error: unknown): unknown {
  const { path, syscall, code: reason } = asErrnoException(error);
  if (error instanceof AppError || path === undefined) return error;
  const message = `The operating system denied access to "${escapeControlCharacters(path)}" (${syscall}): ${describeSystemError(error)}.`;
  return new AppError('FILE_REFUSED', message, { reason }, { cause: error });
}

function chooseExitCode({ code }: AppError): ExitCode {
  if (code === 'USAGE') return EXIT_CODES.usage;
  const isUnreachable = code === 'DATABASE_UNREACHABLE' || code === 'DATABASE_DAMAGED';
  return isUnreachable ? EXIT_CODES.databaseUnreachable : EXIT_CODES.problems;
}

async function findCommand(name: string): Promise<CliCommand> {
  const currentName = FORMER_COMMANDS[name] ?? name;
  const load = Object.hasOwn(commands, currentName) ? commands[currentName] : undefined;
  if (load) return load();
  const suggestion = closestMatch(name, Object.keys(commands));
  const tip = suggestion
    ? `did you mean "npx signpost ${suggestion}"?`
    : `the commands are ${Object.keys(commands).join(', ')}.`;
  throw new AppError('USAGE', `There is no command "${name}"; ${tip}`);
}

async function overviewText(): Promise<string> {
  // Loads the commands in sequence, because some module loaders cannot load shared modules concurrently.
  const all: CliCommand[] = [];
  for (const load of Object.values(commands)) all.push(await load());
  const commandWidth = Math.max(...all.map(({ name }) => name.length));
  const variableWidth = Math.max(...Object.keys(environmentHelp).map((name) => name.length));
  return [
    'signpost: a knowledge base on the fight against migrant smuggling.',
    '',
    ...all.map(({ name, description }) => `  npx signpost ${name.padEnd(commandWidth)}  ${description}`),
    '',
    'Run "npx signpost help <command>" for arguments and examples, and "npx signpost --version" for the version.',
    '',
    'Environment variables:',
    '',
    ...Object.entries(environmentHelp).map(([name, meaning]) => `  ${name.padEnd(variableWidth)}  ${meaning}`),
  ].join('\n');
}
