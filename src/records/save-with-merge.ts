import type { StoredEntry } from '../store/entries.js';
import type { Revision } from '../store/change-log.js';
import { findRevision } from './entry-command.js';
import type { RecordServices } from './read-entries-for-validation.js';
import { NO_LOCATION, Report } from './problem.js';
import { withoutComputedFields } from './replace-links.js';
import { EntryReadCache } from './entry-read-cache.js';
import { keysToRead, type RecordToSave, saveRecords } from './save-records.js';
import { normaliseRecord } from './normalise-record.js';
import { mergeRecords, type MergeResult } from './three-way-merge.js';
import type { SaveResult, CommitOptions } from './commit-batch.js';

/** Maximum number of attempts if there are concurrent writes. */
const MAX_ATTEMPTS = 50;

/** Saves records as one batch. Merges records with `merge` with later changes; writes nothing if they collide. */
export async function saveWithMerge(
  services: RecordServices,
  toSave: readonly RecordToSave[],
  options: CommitOptions,
  entryCache = new EntryReadCache(services.store.entries),
): Promise<SaveResult> {
  let records = toSave;
  let readCache = entryCache;
  for (let attempt = 1; ; attempt += 1) {
    const result = await saveRecords(services, records, options, readCache);
    if (result.outcome !== 'CONFLICT' || attempt === MAX_ATTEMPTS || !toSave.some(({ merge }) => merge)) return result;
    readCache = new EntryReadCache(services.store.entries);
    await readCache.read(records.flatMap((record) => keysToRead(services.model, record)));
    const mergedRecords = await Promise.all(toSave.map((record) => mergeWithCurrent(services, record, readCache)));
    const recordsToSave = mergedRecords.filter((record) => record !== null);
    if (recordsToSave.length < toSave.length) return result;
    records = recordsToSave;
  }
}

/** Returns the merged record; null on a collision. */
async function mergeWithCurrent(
  services: RecordServices,
  record: RecordToSave,
  read: EntryReadCache,
): Promise<RecordToSave | null> {
  const theirs = read.newest({ kind: record.kind.name, slug: record.slug });
  if ((theirs?.revision ?? 0) === record.expectedRevision) return record;
  if (!record.merge || !theirs || theirs.status === 'RETIRED') return null;
  const base = await findBaseRevision(services, theirs, record.expectedRevision);
  const mergeResult = base && mergeInto(services, record, { base, theirs });
  if (!mergeResult || mergeResult.collisions.length > 0) return null;
  return { ...record, raw: mergeResult.record, expectedRevision: theirs.revision };
}

/** Merges a submitted record with the current one. If `base` is null, the base of the merge is an empty record. */
export function mergeInto(
  { model }: Pick<RecordServices, 'model'>,
  { kind, raw, originalLocale }: Pick<RecordToSave, 'kind' | 'raw' | 'originalLocale'>,
  { base, theirs }: { base: Revision | null; theirs: StoredEntry },
): MergeResult {
  const report = new Report(null, NO_LOCATION, []);
  const yours = normaliseRecord(model, kind, raw, { originalLocale: originalLocale ?? theirs.originalLocale, report });
  return mergeRecords(model, kind, {
    base: base ? withoutComputedFields(kind, base.record) : {},
    yours: withoutComputedFields(kind, yours),
    theirs: withoutComputedFields(kind, theirs.record),
  });
}

/** Returns the revision on which a change is based, possibly under a former slug; null if there is none. */
export async function findBaseRevision(
  services: RecordServices,
  entry: StoredEntry,
  revision: number,
): Promise<Revision | null> {
  if (revision < 1) return null;
  const { kind, slug } = entry;
  const [baseRevision] = await services.store.log.revisionsAt([{ kind, slug, revision }]);
  return baseRevision ?? (revision < entry.revision ? findRevision(services, entry, revision) : null);
}
