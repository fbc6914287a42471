import type { Command } from './command.js';

/** The commands by name, loaded only when they are called. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const commands: Readonly<Record<string, () => Promise<Command<any>>>> = {
  backup: async () => (await import('./backup.js')).backup,
  db: async () => (await import('./db.js')).db,
  doctor: async () => (await import('./doctor.js')).doctor,
  export: async () => (await import('./export.js')).exportCommand,
  import: async () => (await import('./import.js')).importCommand,
  links: async () => (await import('./links.js')).links,
  plan: async () => (await import('./plan.js')).plan,
  refresh: async () => (await import('./refresh.js')).refresh,
  restore: async () => (await import('./restore.js')).restore,
  seed: async () => (await import('./seed.js')).seed,
  serve: async () => (await import('./serve.js')).serve,
  token: async () => (await import('./token.js')).token,
  translations: async () => (await import('./translations.js')).translations,
  validate: async () => (await import('./validate.js')).validate,
};
