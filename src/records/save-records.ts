import { type EntryKey, folderKey, isSlug } from '../model/entry-key.js';
import { linkTargetKeys } from '../model/links.js';
import type { Kind, Model } from '../model/model.js';
import type { VintageToWrite } from '../store/figures.js';
import type { Action } from '../store/change-log.js';
import type { RecordServices } from './read-entries-for-validation.js';
import { NO_LOCATION, type Problem, Report } from './problem.js';
import { EntryReadCache } from './entry-read-cache.js';
import { normaliseRecord } from './normalise-record.js';
import { describeSlugOwner } from './slug-conflicts.js';
import type { Submission } from './submission.js';
import { quoteText } from './message-text.js';
import { type CommitOptions, type SaveResult, submitChanges } from './commit-batch.js';

/** A record to save, as it was submitted and before validation. */
export interface RecordToSave {
  kind: Kind;
  slug: string;
  /** Input as in the record input type or in a content file. */
  raw: unknown;
  /** Locale of unlocalised texts. Default: that of the entry, or the first locale. */
  originalLocale: string | null;
  publish: boolean;
  /** Revision on which the change is based; 0 for a new entry. */
  expectedRevision: number;
  /** Whether to merge with changes since that revision; see `saveWithMerge`. */
  merge?: boolean;
  /** Action in the history. Default: PUBLISH or SAVE. */
  action?: Action;
}

/**
 * Normalises, checks and writes records as one batch. Unchanged records create no revision. Content
 * folders are imported with `planSync` instead.
 */
export async function saveRecords(
  services: RecordServices,
  records: readonly RecordToSave[],
  options: CommitOptions,
  entryCache = new EntryReadCache(services.store.entries),
  vintages: readonly VintageToWrite[] = [],
): Promise<SaveResult> {
  await entryCache.read(records.map(toKey).filter(({ slug }) => isSlug(slug)));
  const problems: Problem[] = [];
  const changes = records.map((record, index) => {
    const current = isSlug(record.slug) ? entryCache.newest(toKey(record)) : null;
    const originalLocale = record.originalLocale ?? current?.originalLocale ?? null;
    const { publish, expectedRevision, action = publish ? 'PUBLISH' : 'SAVE' } = record;
    const submission = submit(services, { ...record, originalLocale }, problems);
    const isDuplicate = records.slice(0, index).some(({ kind, slug }) => kind === record.kind && slug === record.slug);
    if (isDuplicate) submission.report.add('ITEM_TWICE', [], 'the entry occurs twice in the batch', 'send it once');
    // A new entry must not reuse the slug of a former one.
    if (current?.movedTo != null || (current?.status === 'RETIRED' && expectedRevision === 0)) {
      const tip =
        current.movedTo === null
          ? 'choose another slug, or revert it to one of its revisions'
          : `save it as ${current.movedTo}`;
      submission.report.add('SLUG_TAKEN', ['slug'], describeSlugOwner(record.kind, current), tip);
    }
    return { submission, action, expectedRevision, skipIfUnchanged: true };
  });
  return submitChanges(services, { changes, vintages, problems }, options, entryCache);
}

/** Maximum number of links to read before they are validated. */
const MAX_LINKS_READ_AHEAD = 1000;

/** Returns the keys of the entries that saving a record requires: the entry itself and its link targets. */
export function keysToRead(model: Model, { kind, slug, raw }: Pick<RecordToSave, 'kind' | 'slug' | 'raw'>): EntryKey[] {
  const linkedKeys = linkTargetKeys(model, kind, raw ?? {}).slice(0, MAX_LINKS_READ_AHEAD);
  return [toKey({ kind, slug }), ...linkedKeys].filter((key) => isSlug(key.slug));
}

function toKey({ kind, slug }: Pick<RecordToSave, 'kind' | 'slug'>): EntryKey {
  return { kind: kind.name, slug };
}

function submit({ model }: RecordServices, record: RecordToSave, problems: Problem[]): Submission {
  const { kind, slug, raw, publish } = record;
  const report = new Report(folderKey(kind, slug), NO_LOCATION, problems);
  const readable = isSlug(slug);
  if (!readable) {
    report.add(
      'SLUG_INVALID',
      ['slug'],
      `${quoteText(slug)} is not a valid slug`,
      'lower-case letters, digits and single hyphens',
    );
  }
  const locales = model.locales;
  const originalLocale = record.originalLocale ?? locales[0]!;
  if (!locales.includes(originalLocale)) {
    const tip = `one of ${locales.join(', ')}`;
    report.add('LOCALE_UNKNOWN', ['originalLocale'], `${quoteText(originalLocale)} is not a value of this field`, tip);
  }
  const normalised = normaliseRecord(model, kind, raw, { originalLocale, report });
  const status = publish ? 'PUBLISHED' : 'DRAFT';
  return { kind, slug, status, originalLocale, record: normalised, figures: null, readable, report };
}
