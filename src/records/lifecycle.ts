import { AppError } from '../errors.js';
import type { Model } from '../model/model.js';
import { linkPaths } from '../model/model.js';
import type { EntryKey } from '../model/entry-key.js';
import type { Use } from '../store/entries.js';
import type { EntryChange } from '../store/log.js';
import type { Schedule } from '../store/schedules.js';
import type { EntryCommand, LifecycleResult } from './entry-command.js';
import { findEntry, findRevision, invalidResult } from './entry-command.js';
import type { RecordServices } from './linked-entries.js';
import { EntryReadCache } from './entry-read-cache.js';
import { relinkAll, withoutComputedFields } from './relink.js';
import { saveRecords } from './save.js';
import type { Signature } from './write.js';
import { submitChanges } from './write.js';

/** How to handle links to a withdrawn entry. */
export type LinkPolicy = 'RESTRICT' | 'UNLINK' | 'RETIRE';

/** Changes the state of an entry. @param known cache with states that were already read */
type LifecycleAction<Asked extends EntryCommand = EntryCommand> = (
  services: RecordServices,
  requested: Asked,
  signature: Signature,
  known?: EntryReadCache,
) => Promise<LifecycleResult>;

const cacheOf = ({ store }: RecordServices) => new EntryReadCache(store.entries);

/** Publishes the newest state of an entry, after the same checks as for saving. */
export const publishEntry: LifecycleAction = async (services, requested, signature, known = cacheOf(services)) => {
  const found = await findEntry(services, requested, known);
  if ('outcome' in found) return found;
  if (found.status === 'PUBLISHED') return { outcome: 'UNCHANGED', entries: [found] };
  const { kind, slug, expectedRevision } = requested;
  const raw = withoutComputedFields(kind, found.record);
  const record = { kind, slug, raw, originalLocale: null, publish: true, expectedRevision };
  return withoutSchedule(services, requested, known, await saveRecords(services, [record], signature, known));
};

/** Schedules the publication of the newest state. It is checked now, and again at that time. */
export async function scheduleEntry(
  services: RecordServices,
  requested: EntryCommand,
  at: Date,
  signature: Signature,
  known = cacheOf(services),
): Promise<LifecycleResult> {
  if (at.getTime() <= Date.now()) {
    return invalidResult(
      requested,
      'TIME_PAST',
      ['at'],
      `${at.toISOString()} is in the past`,
      'remove "at" to publish now',
    );
  }
  const checked = await publishEntry(services, requested, { ...signature, dryRun: true }, known);
  if (checked.outcome !== 'CHECKED') return checked;
  const { author, message } = signature;
  const schedule: Schedule = {
    kind: requested.kind.name,
    slug: requested.slug,
    revision: requested.expectedRevision,
    at,
    author,
    message,
    problem: null,
  };
  if (signature.dryRun) return checked;
  const entry = known.newest(schedule)!;
  const isStored = await services.store.schedules.put(schedule, known.schedule(schedule));
  // A concurrent change of the schedule may also have changed the entry.
  return isStored ? { outcome: 'SCHEDULED', schedule, entry } : scheduleEntry(services, requested, at, signature);
}

export async function unscheduleEntry(
  { store }: RecordServices,
  requested: Omit<EntryCommand, 'expectedRevision'>,
  { dryRun = false }: Pick<Signature, 'dryRun'> = {},
  known = new EntryReadCache(store.entries),
): Promise<LifecycleResult> {
  const key = { kind: requested.kind.name, slug: requested.slug };
  await known.read([key]);
  if (dryRun && known.schedule(key)) return { outcome: 'CHECKED' };
  if (!dryRun && (await store.schedules.remove(key.kind, key.slug))) {
    known.setSchedule(key, null);
    const newest = known.newest(key);
    return { outcome: 'UNCHANGED', entries: newest ? [newest] : [] };
  }
  return invalidResult(requested, 'NOTHING_SCHEDULED', [], `"${requested.slug}" has no scheduled publication`, null);
}

/**
 * Withdraws an entry from the public. Its newest state remains as a draft. Rejected while a published entry requires a
 * link to it.
 */
export const unpublishEntry: LifecycleAction = async (services, requested, signature, known = cacheOf(services)) => {
  const found = await findEntry(services, requested, known);
  if ('outcome' in found) return found;
  const { kind, slug, expectedRevision } = requested;
  const key = { kind: kind.name, slug };
  if (!known.published(key)) return { outcome: 'UNCHANGED', entries: [found] };
  const needed = (await usesByOthers(known, key)).filter((use) => use.published && isNeeded(services.model, use));
  if (needed.length > 0) return { outcome: 'IN_USE', uses: needed };
  const { originalLocale } = found;
  const record = withoutComputedFields(kind, found.record);
  const entry: EntryChange = { action: 'UNPUBLISH', ...key, expectedRevision, status: 'DRAFT', originalLocale, record };
  return withoutSchedule(services, requested, known, await writeUnvalidated(services, [entry], signature, known));
};

/** Retires an entry. Its title remains available to links that still refer to it. */
export const retireEntry: LifecycleAction<EntryCommand & { links: LinkPolicy }> = async (
  services,
  requested,
  signature,
  known = cacheOf(services),
) => {
  const { kind, slug, expectedRevision, links } = requested;
  const key = { kind: kind.name, slug };
  await known.read([key]);
  const newest = known.newest(key);
  if (newest?.status === 'RETIRED' && newest.movedTo === null) return { outcome: 'UNCHANGED', entries: [newest] };
  const found = await findEntry(services, requested, known);
  if ('outcome' in found) return found;
  const uses = await usesByOthers(known, key);
  if (links === 'RESTRICT' && uses.length > 0) return { outcome: 'IN_USE', uses };
  const { model } = services;
  const unlinked = links === 'UNLINK' ? await relinkAll(model, known, uses, key, null) : { entries: [], stuck: [] };
  if (unlinked.stuck.length > 0) return { outcome: 'IN_USE', uses: unlinked.stuck };
  const retired: EntryChange = {
    action: 'RETIRE',
    ...key,
    expectedRevision,
    status: 'RETIRED',
    originalLocale: found.originalLocale,
    record: withoutComputedFields(kind, found.record),
  };
  const result = await writeUnvalidated(services, [retired, ...unlinked.entries], signature, known);
  return withoutSchedule(services, requested, known, result);
};

/**
 * Restores an earlier state as the newest revision, either as a draft or published. History retains the revisions in
 * between.
 */
export const revertEntry: LifecycleAction<EntryCommand & { revision: number; publish: boolean }> = async (
  services,
  requested,
  signature,
  known = cacheOf(services),
) => {
  const { kind, slug, expectedRevision, revision, publish } = requested;
  const found = await findEntry(services, requested, known, { retired: true });
  if ('outcome' in found) return found;
  const earlier = await findRevision(services, found, revision);
  if (!earlier) {
    const tip = `its revisions are 1 to ${found.revision}`;
    return invalidResult(requested, 'REVISION_UNKNOWN', ['revision'], `"${slug}" has no revision ${revision}`, tip);
  }
  const raw = withoutComputedFields(kind, earlier.record);
  const { originalLocale } = earlier;
  const record = { kind, slug, raw, originalLocale, publish, expectedRevision, action: 'REVERT' as const };
  return saveRecords(services, [record], signature, known);
};

/** Writes states that need no validation. */
async function writeUnvalidated(
  services: RecordServices,
  changes: readonly EntryChange[],
  signature: Signature,
  known: EntryReadCache,
): Promise<LifecycleResult> {
  try {
    return await submitChanges(services, { changes: [], unvalidated: changes, problems: [] }, signature, known);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'IN_USE') throw error;
    return { outcome: 'IN_USE', uses: error.details['usedBy'] as Use[] };
  }
}

/** Removes the schedule of an entry if a change was written. */
async function withoutSchedule(
  { store }: RecordServices,
  { kind, slug }: EntryCommand,
  known: EntryReadCache,
  result: LifecycleResult,
): Promise<LifecycleResult> {
  const key = { kind: kind.name, slug };
  if (result.outcome === 'WRITTEN' && known.schedule(key)) {
    await store.schedules.remove(key.kind, slug);
    known.setSchedule(key, null);
  }
  return result;
}

/** Returns the links to an entry from other entries. */
async function usesByOthers(known: EntryReadCache, key: EntryKey): Promise<Use[]> {
  const uses = await known.readUses(key);
  return uses.filter((use) => use.kind !== key.kind || use.slug !== key.slug);
}

/** Whether the link is required and not a list, so that its target must be published. */
function isNeeded(model: Model, { kind, path }: Use): boolean {
  const link = linkPaths(model, model.kind(kind)).find(
    (linkPath) => linkPath.path.map(({ name }) => name).join('.') === path,
  );
  return link !== undefined && link.field.required && !link.field.list;
}
