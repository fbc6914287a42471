import type { CliCommand } from './command.js';

/** All commands by name, loaded lazily. */
// oxlint-disable-next-line typescript/no-explicit-any
export const commands: Readonly<Record<string, () => Promise<CliCommand<any>>>> = {
  backup: async () => (await import('./backup.js')).backup,
  db: async () => (await import('./db.js')).db,
  diff: async () => (await import('./diff.js')).diff,
  documents: async () => (await import('./documents.js')).documents,
  doctor: async () => (await import('./doctor.js')).doctor,
  export: async () => (await import('./export.js')).exportCommand,
  history: async () => (await import('./history.js')).history,
  import: async () => (await import('./import.js')).importCommand,
  links: async () => (await import('./links.js')).links,
  plan: async () => (await import('./plan.js')).plan,
  print: async () => (await import('./print.js')).print,
  publish: async () => (await import('./publish.js')).publish,
  refresh: async () => (await import('./refresh.js')).refresh,
  rename: async () => (await import('./rename.js')).rename,
  restore: async () => (await import('./restore.js')).restore,
  retire: async () => (await import('./retire.js')).retire,
  review: async () => (await import('./review.js')).review,
  revert: async () => (await import('./revert.js')).revert,
  seed: async () => (await import('./seed.js')).seed,
  serve: async () => (await import('./serve.js')).serve,
  token: async () => (await import('./token.js')).token,
  translations: async () => (await import('./translations.js')).translations,
  unpublish: async () => (await import('./unpublish.js')).unpublish,
  validate: async () => (await import('./validate.js')).validateVerb,
};
