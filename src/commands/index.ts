import type { CliCommand } from './command.js';

/** All commands by name, loaded lazily. */
// oxlint-disable-next-line typescript/no-explicit-any
export const commands: Readonly<Record<string, () => Promise<CliCommand<any>>>> = {
  backup: async () => (await import('./backup.js')).backupCommand,
  db: async () => (await import('./db.js')).dbCommand,
  diff: async () => (await import('./diff.js')).diffCommand,
  documents: async () => (await import('./trusted-documents.js')).trustedDocumentsCommand,
  doctor: async () => (await import('./doctor.js')).doctorCommand,
  export: async () => (await import('./export.js')).exportCommand,
  history: async () => (await import('./history.js')).historyCommand,
  import: async () => (await import('./import.js')).importCommand,
  links: async () => (await import('./links.js')).externalLinksCommand,
  plan: async () => (await import('./plan.js')).planCommand,
  print: async () => (await import('./print.js')).printCommand,
  publish: async () => (await import('./publish.js')).publishCommand,
  refresh: async () => (await import('./refresh.js')).refreshCommand,
  rename: async () => (await import('./rename.js')).renameCommand,
  restore: async () => (await import('./restore.js')).restoreCommand,
  retire: async () => (await import('./retire.js')).retireCommand,
  review: async () => (await import('./review.js')).reviewCommand,
  revert: async () => (await import('./revert.js')).revertCommand,
  seed: async () => (await import('./seed.js')).seedCommand,
  serve: async () => (await import('./serve.js')).serveCommand,
  token: async () => (await import('./token.js')).tokenCommand,
  translations: async () => (await import('./translations.js')).translationsCommand,
  unpublish: async () => (await import('./unpublish.js')).unpublishCommand,
  validate: async () => (await import('./validate.js')).validateCommand,
};
