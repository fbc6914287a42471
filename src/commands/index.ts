import type { Command } from './command.js';

/** The commands by name, loaded only when they are called. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const commands: Readonly<Record<string, () => Promise<Command<any>>>> = {
  validate: async () => (await import('./validate.js')).validate,
};
