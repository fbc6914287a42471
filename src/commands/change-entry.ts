import { basename, dirname } from 'node:path';
import { AppError } from '../errors.js';
import { type EntryKey, folderKey } from '../model/entry-key.js';
import type { Kind, Model } from '../model/model.js';
import { closestMatch, withSuggestion } from '../model/closest-match.js';
import { type EntryCommand, type LifecycleResult, publishedSlugs, stateInResult } from '../records/entry-command.js';
import type { CommitOptions } from '../records/commit-batch.js';
import type { StoredEntry } from '../store/entries.js';
import type { Config } from '../config.js';
import { resolveAuthor } from './resolve-author.js';
import { EXIT_CODES, type ExitCode, jsonFlag } from './command.js';
import { type DatabaseHandle, openDatabase } from '../open-database.js';
import { formatProblems } from './format-problems.js';
import { printJson, type Terminal } from './terminal.js';

const MAX_PRINTED_USES = 20;

export const entryArgument = {
  type: 'positional',
  required: true,
  description: 'Entry, as folder and slug (leaflets/jits-guidelines) or as its file.',
} as const;

/** Arguments shared by all commands that change an entry. */
export const changeArguments = {
  message: { type: 'string', valueHint: 'why', description: 'Reason for the change, recorded in the history.' },
  author: { type: 'string', former: 'by', valueHint: 'name', description: 'Author (default: your login name).' },
  revision: {
    type: 'string',
    valueHint: 'number',
    description: 'Revision that you read. The change is rejected if the entry was changed later.',
  },
  'dry-run': { type: 'boolean', description: 'Check everything and write nothing.' },
  json: jsonFlag,
} as const;

interface ChangeInput {
  entry: string;
  message: string | undefined;
  author: string | undefined;
  revision: string | undefined;
  'dry-run': boolean;
  json: boolean;
}

/** An entry named on the command line, in its current state. */
export interface NamedEntry {
  kind: Kind;
  slug: string;
  entry: StoredEntry | null;
}

/** Finds an entry by name, such as `topics/osint`. `entry` is null if there is none. @throws AppError USAGE */
async function findNamed({ store, model }: DatabaseHandle, nameText: string): Promise<NamedEntry> {
  const { kind, slug } = parseEntryName(model, nameText);
  const [entry = null] = await store.entries.currentStates([{ kind: kind.name, slug }]);
  return { kind, slug, entry };
}

/** Finds an existing entry by name, such as `topics/osint`. @throws AppError NOT_FOUND */
export async function requireEntry(
  database: DatabaseHandle,
  nameText: string,
): Promise<NamedEntry & { entry: StoredEntry }> {
  const { kind, slug, entry } = await findNamed(database, nameText);
  if (entry) return { kind, slug, entry };
  const names = (await publishedSlugs(database.store, kind.name)).map((publishedSlug) =>
    folderKey(kind, publishedSlug),
  );
  const name = folderKey(kind, slug);
  throw new AppError('NOT_FOUND', withSuggestion(`There is no ${name}`, name, names));
}

function parseEntryName(model: Model, nameText: string): { kind: Kind; slug: string } {
  const folder = basename(dirname(nameText));
  const slug = basename(nameText).replace(/(?:\.draft)?(?:\.[a-z]{2})?\.(?:yaml|md|csv)$/, '');
  const kind = model.kindOfFolder(folder);
  if (kind) return { kind, slug };
  const suggestion = closestMatch(
    folder,
    model.kinds.map((kind) => kind.folder),
  );
  const tip = suggestion
    ? `did you mean "${suggestion}/${slug}"?`
    : 'use its folder and slug, as in leaflets/jits-guidelines.';
  throw new AppError('USAGE', `"${nameText}" is not the name of an entry; ${tip}`);
}

/**
 * Opens the database, changes the named entry, and prints the result.
 * @param done predicate of the message that is printed after success, such as "is published"
 * @param isOtherEntry whether the command writes other data than the entry, so that UNCHANGED counts as success
 */
export async function changeEntry(
  { args, config, terminal }: { args: ChangeInput; config: Readonly<Config>; terminal: Terminal },
  done: string,
  change: (database: DatabaseHandle, command: EntryCommand, commitOptions: CommitOptions) => Promise<LifecycleResult>,
  { leavesEntry: isOtherEntry = false } = {},
): Promise<ExitCode> {
  const author = resolveAuthor(args.author);
  const givenRevision = args.revision === undefined ? null : parseRevision(args.revision, '--revision');
  await using database = await openDatabase(config);
  const { kind, slug, entry } = await findNamed(database, args.entry);
  const command = { kind, slug, expectedRevision: givenRevision ?? entry?.revision ?? 0 };
  const result = await change(database, command, { author, message: args.message ?? '', dryRun: args['dry-run'] });
  const name = folderKey(kind, slug);
  const key = { kind: kind.name, slug };
  if (args.json) printJson(terminal, { entry: name, ...toJsonData(result, key) });
  else if (isOtherEntry && result.outcome === 'UNCHANGED') terminal.out(`${name} ${done}.`);
  else printResult(result, key, { name, done, model: database.model, terminal });
  return ['INVALID', 'CONFLICT', 'IN_USE'].includes(result.outcome) ? EXIT_CODES.problems : EXIT_CODES.done;
}

/** Parses a revision number. @throws AppError USAGE */
export function parseRevision(revisionText: string, label: string): number {
  if (/^[1-9]\d{0,8}$/.test(revisionText)) return Number(revisionText);
  throw new AppError(
    'USAGE',
    `${label} must be a number from 1, not "${revisionText}"; run "npx signpost history" to list them.`,
  );
}

function toJsonData(result: LifecycleResult, key: EntryKey): Record<string, unknown> {
  if (result.outcome === 'WRITTEN' || result.outcome === 'UNCHANGED') {
    const { outcome } = result;
    const writeResult = outcome === 'WRITTEN' ? { sequence: result.sequence } : {};
    return { outcome, revision: stateInResult(result, key)?.revision ?? null, ...writeResult };
  }
  if (result.outcome !== 'SCHEDULED') return { ...result };
  const { revision, at } = result.schedule;
  return { outcome: result.outcome, revision, at };
}

function printResult(
  result: LifecycleResult,
  key: EntryKey,
  { name, done, model, terminal }: { name: string; done: string; model: Model; terminal: Terminal },
): void {
  switch (result.outcome) {
    case 'WRITTEN':
      terminal.out(`${name} ${done}; revision ${stateInResult(result, key)?.revision}, change ${result.sequence}.`);
      terminal.err('Run "npx signpost export" to update the files.');
      break;
    case 'SCHEDULED':
      terminal.out(
        `${name}, revision ${result.schedule.revision}, is published at ${result.schedule.at.toISOString()}.`,
      );
      terminal.err('A server must be running then to publish it.');
      break;
    case 'UNCHANGED':
      terminal.out(
        `${name} already has this state, in revision ${stateInResult(result, key)?.revision}; nothing was written.`,
      );
      break;
    case 'CHECKED':
      terminal.out(`${name} is valid; nothing was written.`);
      break;
    case 'INVALID':
      terminal.out(formatProblems(result.problems, terminal.paint));
      break;
    case 'CONFLICT':
      for (const { kind, slug, revision } of result.conflicts) {
        terminal.out(`${folderKey(model.kind(kind), slug)} has changed since; its current revision is ${revision}.`);
      }
      break;
    case 'IN_USE':
      for (const { kind, slug, path } of result.uses.slice(0, MAX_PRINTED_USES)) {
        terminal.out(`${folderKey(model.kind(kind), slug)} links to it (${path}).`);
      }
      if (result.uses.length > MAX_PRINTED_USES) terminal.out(`And ${result.uses.length - MAX_PRINTED_USES} more.`);
      terminal.out(`${name} is in use; nothing was written.`);
  }
}
