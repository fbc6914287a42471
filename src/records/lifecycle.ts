import { AppError } from '../errors.js';
import { linkPaths, type Model } from '../model/model.js';
import type { EntryKey } from '../model/entry-key.js';
import type { EntryUse } from '../store/entries.js';
import type { EntryChange } from '../store/change-log.js';
import type { Schedule } from '../store/schedules.js';
import {
  type EntryCommand,
  findEntryForCommand,
  findRevision,
  invalidResult,
  type LifecycleResult,
} from './entry-command.js';
import type { RecordServices } from './read-entries-for-validation.js';
import { EntryReadCache } from './entry-read-cache.js';
import { replaceAllLinks, withoutComputedFields } from './replace-links.js';
import { saveRecords } from './save-records.js';
import { type CommitOptions, submitChanges } from './commit-batch.js';

/** How to retire an entry that has links to it: RESTRICT rejects this, UNLINK removes the links, RETIRE keeps them. */
export type LinkPolicy = 'RESTRICT' | 'UNLINK' | 'RETIRE';

/** Changes the state of an entry. @param entryCache cache with states that were already read */
export type LifecycleAction<Command extends EntryCommand = EntryCommand> = (
  services: RecordServices,
  command: Command,
  options: CommitOptions,
  known?: EntryReadCache,
) => Promise<LifecycleResult>;

const cacheOf = ({ store }: RecordServices) => new EntryReadCache(store.entries);

/** Publishes the newest state of an entry, after the same checks as for saving. */
export const publishEntry: LifecycleAction = async (services, command, options, entryCache = cacheOf(services)) => {
  const state = await findEntryForCommand(services, command, entryCache);
  if ('outcome' in state) return state;
  if (state.status === 'PUBLISHED') return { outcome: 'UNCHANGED', entries: [state] };
  const { kind, slug, expectedRevision } = command;
  const raw = withoutComputedFields(kind, state.record);
  const record = { kind, slug, raw, originalLocale: null, publish: true, expectedRevision };
  return removeScheduleIfWritten(
    services,
    command,
    entryCache,
    await saveRecords(services, [record], options, entryCache),
  );
};

/** Schedules the publication of the newest state. The state is validated now, and again when it is published. */
export async function scheduleEntry(
  services: RecordServices,
  command: EntryCommand,
  at: Date,
  options: CommitOptions,
  entryCache = cacheOf(services),
): Promise<LifecycleResult> {
  if (at.getTime() <= Date.now()) {
    return invalidResult(
      command,
      'TIME_PAST',
      ['at'],
      `${at.toISOString()} is in the past`,
      'remove "at" to publish now',
    );
  }
  const dryRunResult = await publishEntry(services, command, { ...options, dryRun: true }, entryCache);
  if (dryRunResult.outcome !== 'CHECKED') return dryRunResult;
  const { author, message } = options;
  const schedule: Schedule = {
    kind: command.kind.name,
    slug: command.slug,
    revision: command.expectedRevision,
    at,
    author,
    message,
    problem: null,
  };
  if (options.dryRun) return dryRunResult;
  const entry = entryCache.newest(schedule)!;
  const isStored = await services.store.schedules.put(schedule, entryCache.schedule(schedule));
  // A concurrent change of the schedule may also have changed the entry.
  return isStored ? { outcome: 'SCHEDULED', schedule, entry } : scheduleEntry(services, command, at, options);
}

export async function unscheduleEntry(
  { store }: RecordServices,
  command: Omit<EntryCommand, 'expectedRevision'>,
  { dryRun = false }: Pick<CommitOptions, 'dryRun'> = {},
  entryCache = new EntryReadCache(store.entries),
): Promise<LifecycleResult> {
  const key = { kind: command.kind.name, slug: command.slug };
  await entryCache.read([key]);
  if (dryRun && entryCache.schedule(key)) return { outcome: 'CHECKED' };
  if (!dryRun && (await store.schedules.remove(key.kind, key.slug))) {
    entryCache.setSchedule(key, null);
    const newest = entryCache.newest(key);
    return { outcome: 'UNCHANGED', entries: newest ? [newest] : [] };
  }
  return invalidResult(command, 'NOTHING_SCHEDULED', [], `"${command.slug}" has no scheduled publication`, null);
}

/** Ends the publication of an entry; its newest state remains as a draft. Rejected if published entries require it. */
export const unpublishEntry: LifecycleAction = async (services, command, options, entryCache = cacheOf(services)) => {
  const state = await findEntryForCommand(services, command, entryCache);
  if ('outcome' in state) return state;
  const { kind, slug, expectedRevision } = command;
  const key = { kind: kind.name, slug };
  if (!entryCache.published(key)) return { outcome: 'UNCHANGED', entries: [state] };
  const blockingUses = (await readForeignUses(entryCache, key)).filter(
    (use) => use.published && isTargetRequired(services.model, use),
  );
  if (blockingUses.length > 0) return { outcome: 'IN_USE', uses: blockingUses };
  const { originalLocale } = state;
  const record = withoutComputedFields(kind, state.record);
  const entry: EntryChange = { action: 'UNPUBLISH', ...key, expectedRevision, status: 'DRAFT', originalLocale, record };
  return removeScheduleIfWritten(
    services,
    command,
    entryCache,
    await writeUnvalidated(services, [entry], options, entryCache),
  );
};

/** Retires an entry. Its title remains available to links that still refer to it. */
export const retireEntry: LifecycleAction<EntryCommand & { links: LinkPolicy }> = async (
  services,
  command,
  options,
  entryCache = cacheOf(services),
) => {
  const { kind, slug, expectedRevision, links } = command;
  const key = { kind: kind.name, slug };
  await entryCache.read([key]);
  const newest = entryCache.newest(key);
  if (newest?.status === 'RETIRED' && newest.movedTo === null) return { outcome: 'UNCHANGED', entries: [newest] };
  const state = await findEntryForCommand(services, command, entryCache);
  if ('outcome' in state) return state;
  const uses = await readForeignUses(entryCache, key);
  if (links === 'RESTRICT' && uses.length > 0) return { outcome: 'IN_USE', uses };
  const { model } = services;
  const linkRemovals =
    links === 'UNLINK' ? await replaceAllLinks(model, entryCache, uses, key, null) : { entries: [], requiredUses: [] };
  if (linkRemovals.requiredUses.length > 0) return { outcome: 'IN_USE', uses: linkRemovals.requiredUses };
  const retirement: EntryChange = {
    action: 'RETIRE',
    ...key,
    expectedRevision,
    status: 'RETIRED',
    originalLocale: state.originalLocale,
    record: withoutComputedFields(kind, state.record),
  };
  const result = await writeUnvalidated(services, [retirement, ...linkRemovals.entries], options, entryCache);
  return removeScheduleIfWritten(services, command, entryCache, result);
};

/** Restores an earlier state as the newest revision, either as a draft or published. */
export const revertEntry: LifecycleAction<EntryCommand & { revision: number; publish: boolean }> = async (
  services,
  command,
  options,
  entryCache = cacheOf(services),
) => {
  const { kind, slug, expectedRevision, revision, publish } = command;
  const state = await findEntryForCommand(services, command, entryCache, { retired: true });
  if ('outcome' in state) return state;
  const earlier = await findRevision(services, state, revision);
  if (!earlier) {
    const tip = `its revisions are 1 to ${state.revision}`;
    return invalidResult(command, 'REVISION_UNKNOWN', ['revision'], `"${slug}" has no revision ${revision}`, tip);
  }
  const raw = withoutComputedFields(kind, earlier.record);
  const { originalLocale } = earlier;
  const record = { kind, slug, raw, originalLocale, publish, expectedRevision, action: 'REVERT' as const };
  return saveRecords(services, [record], options, entryCache);
};

/** Writes states that need no validation. */
async function writeUnvalidated(
  services: RecordServices,
  changes: readonly EntryChange[],
  options: CommitOptions,
  entryCache: EntryReadCache,
): Promise<LifecycleResult> {
  try {
    return await submitChanges(services, { changes: [], unvalidated: changes, problems: [] }, options, entryCache);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'IN_USE') throw error;
    return { outcome: 'IN_USE', uses: error.details['usedBy'] as EntryUse[] };
  }
}

/** Removes the schedule of an entry if a change was written. */
async function removeScheduleIfWritten(
  { store }: RecordServices,
  { kind, slug }: EntryCommand,
  entryCache: EntryReadCache,
  result: LifecycleResult,
): Promise<LifecycleResult> {
  const key = { kind: kind.name, slug };
  if (result.outcome === 'WRITTEN' && entryCache.schedule(key)) {
    await store.schedules.remove(key.kind, slug);
    entryCache.setSchedule(key, null);
  }
  return result;
}

async function readForeignUses(entryCache: EntryReadCache, key: EntryKey): Promise<EntryUse[]> {
  const uses = await entryCache.readUses(key);
  return uses.filter((use) => use.kind !== key.kind || use.slug !== key.slug);
}

/** Whether the link field is required and not a list, so that its target must be published. */
function isTargetRequired(model: Model, { kind, path }: EntryUse): boolean {
  const link = linkPaths(model, model.kind(kind)).find(
    (linkPath) => linkPath.path.map(({ name }) => name).join('.') === path,
  );
  return link !== undefined && link.field.required && !link.field.list;
}
