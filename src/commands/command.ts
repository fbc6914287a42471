import type { Config } from '../config.js';
import type { Arguments, ParsedArguments } from './arguments.js';
import type { Terminal } from './terminal.js';

/** Exit codes. */
export const EXIT = { done: 0, problems: 1, usage: 2, databaseOutOfReach: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a command gets. */
interface Invocation<T extends Arguments = Arguments> {
  args: ParsedArguments<T>;
  config: Readonly<Config>;
  terminal: Terminal;
  /** For long-running commands: aborted at a signal, with its name as the reason. */
  stopSignal(): AbortSignal;
}

/** A command as data. It never ends the process. */
export interface CliCommand<T extends Arguments = Arguments> {
  name: string;
  description: string;
  /** Calls for the help, without the name of the program. */
  examples: readonly string[];
  args: T;
  run(invocation: Invocation<T>): Promise<ExitCode>;
}

/** Infers the types of a command's arguments. */
export function defineCommand<const T extends Arguments>(definition: CliCommand<T>): CliCommand<T> {
  return definition;
}

export const jsonArg = { type: 'boolean', description: 'Print JSON only.' } as const;
