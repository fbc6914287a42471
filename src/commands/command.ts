import type { Config } from '../config.js';
import type { Arguments, ParsedArguments } from './arguments.js';
import type { Terminal } from './terminal.js';

/** How a command ended, as shells read it. */
export const EXIT = { done: 0, problems: 1, usage: 2, databaseOutOfReach: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a command is given: its arguments, the environment as configured, and where to print. */
interface Invocation<T extends Arguments = Arguments> {
  args: ParsedArguments<T>;
  config: Readonly<Config>;
  terminal: Terminal;
  /** For a command that runs until it is told to end: aborted when it is, with the name of the signal as its reason. */
  stopSignal(): AbortSignal;
}

/** A command as data: what it is called, what it takes, what it does. It never ends the process. */
export interface Command<T extends Arguments = Arguments> {
  name: string;
  description: string;
  /** Calls as they are typed, without the name of the program; the help shows them. */
  examples: readonly string[];
  args: T;
  run(invocation: Invocation<T>): Promise<ExitCode>;
}

/** Gives a command the types of its arguments. */
export function command<const T extends Arguments>(definition: Command<T>): Command<T> {
  return definition;
}

/** The option that every command has: answers for machines. */
export const jsonArg = { type: 'boolean', description: 'Print JSON for machines, and nothing else.' } as const;
