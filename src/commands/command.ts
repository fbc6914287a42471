import type { Config } from '../config.js';
import type { ArgumentDefinitions, ParsedArguments } from './parse-arguments.js';
import type { Terminal } from './terminal.js';

/** Exit codes of the program, by outcome of the command. */
export const EXIT_CODES = { done: 0, problems: 1, usage: 2, databaseUnreachable: 3 } as const;

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];

/** Input of a command's `run` function. */
interface Invocation<T extends ArgumentDefinitions = ArgumentDefinitions> {
  args: ParsedArguments<T>;
  config: Readonly<Config>;
  terminal: Terminal;
  /** Returns an `AbortSignal` for the shutdown of the process. Its reason is the signal received, such as `SIGTERM`. */
  stopSignal(): AbortSignal;
}

/** A command of the CLI, with its help and arguments. `run` returns the exit code and never ends the process. */
export interface CliCommand<T extends ArgumentDefinitions = ArgumentDefinitions> {
  name: string;
  description: string;
  /** Example invocations for the help text, without the program name. */
  examples: readonly string[];
  args: T;
  run(invocation: Invocation<T>): Promise<ExitCode>;
}

/** Defines a command, and infers the types of its arguments. */
export function defineCommand<const T extends ArgumentDefinitions>(definition: CliCommand<T>): CliCommand<T> {
  return definition;
}

export const jsonFlag = { type: 'boolean', description: 'Print JSON only.' } as const;
