import { type EntryKey, folderKey, isSlug } from '../model/entry-key.js';
import type { EntryChange } from '../store/change-log.js';
import type { Schedule } from '../store/schedules.js';
import type { Store } from '../store/store.js';
import { type EntryCommand, findEntryForCommand, invalidResult, type LifecycleResult } from './entry-command.js';
import type { RecordServices } from './read-entries-for-validation.js';
import { NO_LOCATION, type Problem, Report } from './problem.js';
import { EntryReadCache } from './entry-read-cache.js';
import { describeSlugOwner } from './slug-conflicts.js';
import {
  replaceAllLinks,
  publishedAndNewestStates,
  withoutComputedFields,
  replaceLinkTarget,
} from './replace-links.js';
import { quoteText } from './message-text.js';
import { type Change, type CommitOptions, submitChanges } from './commit-batch.js';

/**
 * Renames an entry with its history, updates all links in the same batch, and redirects all former slugs to the new
 * one. Rejects slugs that another entry has or had.
 */
export async function renameEntry(
  services: RecordServices,
  command: EntryCommand & { to: string },
  options: CommitOptions,
  entryCache = new EntryReadCache(services.store.entries),
): Promise<LifecycleResult> {
  const { store, model } = services;
  const { kind, slug, to } = command;
  if (!isSlug(to)) {
    const tip = 'lower-case letters, digits and single hyphens';
    return invalidResult(command, 'SLUG_INVALID', ['to'], `${quoteText(to)} is not a valid slug`, tip);
  }
  await entryCache.read([slug, to].map((name) => ({ kind: kind.name, slug: name })));
  const entry = await findEntryForCommand(services, command, entryCache);
  if ('outcome' in entry) return entry;
  if (to === slug) return { outcome: 'UNCHANGED', entries: [entry] };
  const otherFormerSlugs = entry.formerly.filter((formerSlug) => formerSlug !== to && formerSlug !== slug);
  await entryCache.read(otherFormerSlugs.map((name) => ({ kind: kind.name, slug: name })));
  const slugOwner = entryCache.newest({ kind: kind.name, slug: to });
  if (slugOwner && !entry.formerly.includes(to)) {
    return invalidResult(command, 'SLUG_TAKEN', ['to'], describeSlugOwner(kind, slugOwner), 'choose another slug');
  }

  const key = { kind: kind.name, slug };
  const problems: Problem[] = [];
  const states = publishedAndNewestStates(entryCache, key);
  let revision = slugOwner?.revision ?? 0;
  const changes = states.map((state, index): Change => {
    const report = new Report(folderKey(kind, to), NO_LOCATION, problems);
    const record = replaceLinkTarget(model, kind, withoutComputedFields(kind, state.record), key, to)!;
    const status = state.status === 'PUBLISHED' ? 'PUBLISHED' : 'DRAFT';
    const { originalLocale } = state;
    const submission = {
      kind,
      slug: to,
      status,
      originalLocale,
      record,
      figures: null,
      readable: true,
      report,
    } as const;
    const change: Change = { submission, action: 'RENAME', expectedRevision: revision };
    revision = Math.max(revision, entry.revision) + 1;
    return index === 0 ? { ...change, movedFrom: slug } : change;
  });
  const redirectingStates = [
    entry,
    ...otherFormerSlugs.flatMap((name) => entryCache.newest({ kind: kind.name, slug: name }) ?? []),
  ];
  const redirects = redirectingStates.map((oldState): EntryChange => {
    const record = withoutComputedFields(kind, entry.record);
    const { originalLocale } = entry;
    const from = { kind: kind.name, slug: oldState.slug, expectedRevision: oldState.revision };
    return { action: 'RENAME', ...from, status: 'RETIRED', originalLocale, movedTo: to, record };
  });
  const { entries } = await replaceAllLinks(model, entryCache, await entryCache.readUses(key), key, to);
  const changeSet = { changes, unvalidated: [...redirects, ...entries], problems };
  const result = await submitChanges(services, changeSet, options, entryCache);
  if (result.outcome !== 'WRITTEN') return result;
  entryCache.setSchedule(
    { kind: kind.name, slug: to },
    await moveSchedule(store, key, { from: entry.revision, to, revision }),
  );
  return result;
}

/** Moves the schedule of a renamed entry to its new slug. Removes it if it is for a revision other than `from`. */
export async function moveSchedule(
  { schedules }: Pick<Store, 'schedules'>,
  key: EntryKey,
  { from, to, revision }: { from: number; to: string; revision: number },
): Promise<Schedule | null> {
  const [schedule] = await schedules.byKeys([key]);
  if (!schedule) return null;
  const movedSchedule = schedule.revision === from ? { ...schedule, slug: to, revision } : null;
  if (movedSchedule) await schedules.put(movedSchedule);
  await schedules.remove(key.kind, key.slug);
  return movedSchedule;
}
