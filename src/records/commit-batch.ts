import { kindKey } from '../model/entry-key.js';
import type { Model } from '../model/model.js';
import type { StoredEntry } from '../store/entries.js';
import type { VintageToWrite } from '../store/figures.js';
import type { Action, Batch, CommitResult, EntryChange, FiguresMove } from '../store/change-log.js';
import { checkSubmissions } from './check-submissions.js';
import { diffRecords } from './diff-records.js';
import { withVintageDates } from './vintage-date.js';
import { rejectRequiredSourceRemoval } from './required-sources.js';
import { readEntriesForValidation, type RecordServices } from './read-entries-for-validation.js';
import { type Problem, sortProblems } from './problem.js';
import { EntryReadCache } from './entry-read-cache.js';
import { withCurrentSlugs } from './replace-links.js';
import type { Submission } from './submission.js';
import { EntryLookup } from './entry-lookup.js';

/** Author and message of a change. With `dryRun`, the change is only validated. */
export interface CommitOptions {
  author: string;
  message: string;
  dryRun?: boolean;
}

/** A new state of an entry, and the revision on which it is based. */
export interface Change {
  submission: Submission;
  action: Action;
  expectedRevision: number;
  movedFrom?: string;
  /** Whether to skip the change if the entry already has this state. It is validated in any case. */
  skipIfUnchanged?: boolean;
}

/** All changes of one batch. */
export interface ChangeSet {
  changes: readonly Change[];
  /** States that need no validation: retirements, and entries with only link updates. */
  unvalidated?: readonly EntryChange[];
  /** Figures of the entries. */
  vintages?: readonly VintageToWrite[];
  /** Problems found so far. */
  problems: Problem[];
}

/** Result of a write. `UNCHANGED` contains the current entries; `CHECKED` is a dry run without problems. */
export type SaveResult =
  | {
      outcome: 'WRITTEN';
      sequence: number;
      /** New states in the order of writing, then unchanged ones. */
      entries: readonly StoredEntry[];
    }
  | { outcome: 'UNCHANGED'; entries: readonly StoredEntry[] }
  | { outcome: 'CHECKED' }
  | { outcome: 'INVALID'; problems: readonly Problem[] }
  | { outcome: 'CONFLICT'; conflicts: Conflicts };

type Conflicts = Extract<CommitResult, { committed: false }>['conflicts'];

/** Validates all changes and writes them as one batch, or writes nothing. A dry run stops before writing. */
export async function submitChanges(
  services: RecordServices,
  { changes, unvalidated: unchecked = [], vintages = [], problems }: ChangeSet,
  { author, message, dryRun = false }: CommitOptions,
  entryCache = new EntryReadCache(services.store.entries),
): Promise<SaveResult> {
  const { model, modules } = services;
  const submissions = changes.map(({ submission }) => submission);
  const retiredKeys = new Set(unchecked.filter(({ status }) => status === 'RETIRED').map(kindKey));
  const existingEntries = (await readEntriesForValidation(services, submissions, entryCache)).filter(
    (entry) => !retiredKeys.has(kindKey(entry)),
  );
  checkSubmissions(model, modules, submissions, new EntryLookup(model, modules, submissions, existingEntries));
  if (problems.length > 0) return { outcome: 'INVALID', problems: sortProblems(problems) };

  const conflicts = await findConflicts(entryCache, [...changes.map(toEntryChange), ...unchecked]);
  if (conflicts.length > 0) return { outcome: 'CONFLICT', conflicts };
  const withCurrentLinks = (change: EntryChange): EntryChange => {
    // During a rename to a former slug, that slug still redirects to the entry itself.
    if (change.action === 'RENAME') return change;
    return { ...change, record: withCurrentSlugs(model, model.kind(change.kind), change.record, entryCache) };
  };
  const unchangedEntries: StoredEntry[] = [];
  const writtenChanges: EntryChange[] = [];
  for (const change of changes) {
    const state = withCurrentLinks(toEntryChange(change));
    const current = change.skipIfUnchanged ? entryCache.newest(state) : null;
    if (current && isUnchanged(model, current, state)) unchangedEntries.push(current);
    else writtenChanges.push(state);
  }
  const allChanges = [...writtenChanges, ...unchecked];
  const entries = [...allChanges, ...(await restoreRedirects(entryCache, allChanges))];
  const batch = { author, message, entries, vintages };
  if (dryRun) {
    await rejectRequiredSourceRemoval(entryCache, batch);
    return { outcome: 'CHECKED' };
  }
  if (entries.length === 0 && vintages.length === 0) return { outcome: 'UNCHANGED', entries: unchangedEntries };
  const result = await commitBatch(services, batch, entryCache);
  if (!result.committed) return { outcome: 'CONFLICT', conflicts: result.conflicts };
  return { outcome: 'WRITTEN', sequence: result.sequence, entries: [...result.entries, ...unchangedEntries] };
}

/** Commits a batch. No other function calls `log.commit`. @throws AppError IN_USE if figures need a withdrawn source */
export async function commitBatch(
  services: Pick<RecordServices, 'store' | 'modules'>,
  batch: Batch,
  entryCache = new EntryReadCache(services.store.entries),
): Promise<CommitResult> {
  const { store } = services;
  await rejectRequiredSourceRemoval(entryCache, batch);
  const basis = entryCache.basis();
  const vintages = batch.vintages?.length ? await withVintageDates(services, batch) : [];
  return store.log.commit({
    ...batch,
    ...(basis && { basis }),
    vintages,
    figuresMoved: findFiguresMoves(services, batch),
  });
}

/** Returns the moves of figures from former to new slugs of renamed entries. */
function findFiguresMoves({ modules }: Pick<RecordServices, 'modules'>, { entries }: Batch): FiguresMove[] {
  return entries.flatMap(({ kind, slug, movedFrom }) =>
    movedFrom !== undefined && modules.get(kind)?.figures ? [{ from: movedFrom, to: slug }] : [],
  );
}

/** Returns the changes that conflict with the cached states. The store detects conflicts with later writes. */
async function findConflicts(entryCache: EntryReadCache, entries: readonly EntryChange[]): Promise<Conflicts> {
  const firstByKey = new Map([...entries].reverse().map((entry) => [kindKey(entry), entry]));
  const firstChanges = [...firstByKey.values()];
  await entryCache.read(firstChanges);
  return firstChanges.flatMap(({ kind, slug, expectedRevision }) => {
    const revision = entryCache.newest({ kind, slug })?.revision ?? 0;
    return revision === expectedRevision ? [] : [{ kind, slug, expectedRevision, revision }];
  });
}

/** Whether a change leaves the entry as it is. A draft that equals the published entry counts as unchanged. */
function isUnchanged(model: Model, current: StoredEntry, { status, originalLocale, record }: EntryChange): boolean {
  if (current.status !== status && (current.status !== 'PUBLISHED' || status !== 'DRAFT')) return false;
  const kind = model.kind(current.kind);
  return current.originalLocale === originalLocale && diffRecords(model, kind, current.record, record).length === 0;
}

function toEntryChange({ submission, action, expectedRevision, movedFrom }: Change): EntryChange {
  const { kind, slug, status, originalLocale, record } = submission;
  return { action, kind: kind.name, slug, expectedRevision, status, originalLocale, movedFrom, record };
}

/**
 * Returns changes that restore the redirects from former slugs of entries that were renamed while unpublished and are
 * published again. Slugs that were never public get no redirect. @param entries changes of entries in the cache
 */
async function restoreRedirects(entryCache: EntryReadCache, entries: readonly EntryChange[]): Promise<EntryChange[]> {
  const candidates = entries.flatMap((change) => {
    const newestState =
      change.status === 'PUBLISHED' && entryCache.published(change) === null ? entryCache.newest(change) : null;
    return newestState?.publishedAt ? newestState.formerly.map((slug) => ({ kind: change.kind, slug, change })) : [];
  });
  await entryCache.read(candidates);
  return candidates.flatMap(({ kind, slug, change: { slug: movedTo, originalLocale, record } }): EntryChange[] => {
    const formerState = entryCache.newest({ kind, slug });
    if (formerState?.movedTo !== movedTo) return [];
    const { revision: expectedRevision } = formerState;
    return [{ action: 'RENAME', kind, slug, expectedRevision, status: 'RETIRED', originalLocale, movedTo, record }];
  });
}
