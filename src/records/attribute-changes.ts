import { folderKey } from '../model/entry-key.js';
import type { Kind } from '../model/model.js';
import type { StoredEntry } from '../store/entries.js';
import type { ChangeLog } from '../store/change-log.js';
import type { VintageToWrite, Vintage } from '../store/figures.js';
import type { Schedule } from '../store/schedules.js';
import { findMergeBase, type MergeBase, type RecordedBase, type SyncState } from './merge-base.js';
import type { FieldChange } from './diff-records.js';
import { type ChangedBy, type DatabaseEdits, findDatabaseEdits } from './find-database-edits.js';
import { findFiguresChangedBy } from './submitted-figures.js';
import { DRAFT_PATH_PREFIX, newestSubmission } from './planned-draft.js';
import type { Submission } from './submission.js';
import { findScheduleChange } from './planned-schedule.js';

/** Path that represents the figures of an entry among the changes of a plan. */
export const FIGURES_PATH = '*figures';

/** Paths outside the record. A plan lists them before the publication time and the fields of the record. */
const HEADER_PATHS = new Set(['slug', 'formerly', 'status', 'originalLocale']);

interface PlannedUpdate {
  operation: string;
  kind: Kind;
  slug: string;
  changes: readonly FieldChange[];
  vintage: VintageToWrite | null;
  submission: Submission | null;
  current: StoredEntry | null;
  published: StoredEntry | null;
  schedule: Schedule | null;
}

interface ChangedByContext {
  log: ChangeLog;
  /** Vintages of the entry, oldest first. */
  vintages: readonly Pick<Vintage, 'digest' | 'provenance'>[];
  mergeBases: SyncState;
}

interface Attribution {
  operation: 'CHANGE';
  changes: readonly FieldChange[];
  edited: DatabaseEdits | null;
  changedBy: ReadonlyMap<string, ChangedBy>;
}

/** Determines which side made each change of a planned update: the files, the database or both. */
export async function addChangedBy<T extends PlannedUpdate>(
  planned: T,
  { log, vintages, mergeBases }: ChangedByContext,
): Promise<T | (T & Attribution)> {
  const { kind, slug, current, submission, schedule, vintage } = planned;
  if (!current || !submission) return planned;
  const { publishAt } = newestSubmission(submission);
  const isStored =
    planned.operation === 'CHANGE' || schedule !== null || publishAt != null || isDraftOverPublic(planned);
  if (!isStored) return planned;
  const slugs = [slug, ...[...(submission.formerly ?? [])].reverse()];
  const baseSlug = slugs.find((name) => mergeBases.has(folderKey(kind, name))) ?? slug;
  const base = mergeBases.get(folderKey(kind, baseSlug));
  const mergeBase = await findMergeBase(log, kind, baseSlug, base);
  const scheduleChange = findScheduleChange(publishAt, schedule, mergeBase?.publishAt);
  const changes = [...planned.changes];
  if (scheduleChange) {
    const firstRecordIndex = changes.findIndex(({ path }) => !HEADER_PATHS.has(path));
    const { before, after } = scheduleChange;
    const change = { path: 'publishAt', at: ['publishAt'], before, after, words: null };
    changes.splice(firstRecordIndex < 0 ? changes.length : firstRecordIndex, 0, change);
  }
  // A draft file unpublishes a published entry, whatever else changes.
  const hasWrites = changes.length > 0 || vintage !== null || !isBaseOnlyDraft(mergeBase, current);
  if (isDraftOverPublic(planned) && hasWrites) changes.unshift(UNPUBLICATION);
  if (changes.length === 0 && vintage === null) return planned;
  const { edited, changedBy } = submission.draft
    ? await findEditsOfPublishedAndDraft(
        { ...planned, current, submission, changes },
        { log, baseSlug, common: mergeBase, base },
      )
    : await findEditsOfState(current, submission, changes, { log, common: mergeBase });
  if (scheduleChange) changedBy.set('publishAt', scheduleChange.changedBy);
  if (vintage) changedBy.set(FIGURES_PATH, findFiguresChangedBy(vintages, vintage.digest, mergeBase?.figures));
  return { ...planned, operation: 'CHANGE', changes, edited, changedBy };
}

const UNPUBLICATION: FieldChange = {
  path: 'status',
  at: ['status'],
  before: 'PUBLISHED',
  after: 'DRAFT',
  words: null,
};

/** Whether the file has the status DRAFT, but the database has a published version and a newer draft. */
function isDraftOverPublic({ submission, current, published }: PlannedUpdate): boolean {
  return submission?.status === 'DRAFT' && !submission.publishAt && current?.status === 'DRAFT' && published !== null;
}

/** Whether the merge base contains only the newest draft, as in older exports. */
function isBaseOnlyDraft(common: MergeBase | null, { revision }: StoredEntry): boolean {
  return common?.state.revision === revision && common.state.status === 'DRAFT' && common.published === undefined;
}

interface EditsAndChangedBy {
  edited: DatabaseEdits | null;
  changedBy: Map<string, ChangedBy>;
}

async function findEditsOfState(
  theirs: StoredEntry,
  yours: Submission,
  changes: readonly FieldChange[],
  { log, common }: { log: ChangeLog; common: MergeBase | null },
): Promise<EditsAndChangedBy> {
  const edited = await findDatabaseEdits(log, theirs, yours, changes, common);
  return { edited, changedBy: new Map(edited?.changedBy) };
}

/** Determines who changed the published version and who the draft, each since its own merge base. */
async function findEditsOfPublishedAndDraft(
  { kind, current, published, submission, changes }: PlannedUpdate & { current: StoredEntry; submission: Submission },
  {
    log,
    baseSlug,
    common,
    base,
  }: { log: ChangeLog; baseSlug: string; common: MergeBase | null; base: RecordedBase | undefined },
): Promise<EditsAndChangedBy> {
  const publicBase = base?.published
    ? await findMergeBase(log, kind, baseSlug, { ...base.published, figures: null })
    : common;
  const isOfDraft = ({ path }: FieldChange) => path.startsWith(`${DRAFT_PATH_PREFIX}.`);
  const recordChanges = changes.filter((change) => !isOfDraft(change));
  const draftChanges = changes.filter(isOfDraft).map((change) => {
    return { ...change, path: change.path.slice(DRAFT_PATH_PREFIX.length + 1), at: change.at.slice(1) };
  });
  const record = await findEditsOfState(published ?? current, submission, recordChanges, { log, common: publicBase });
  const draft = await findEditsOfState(current, submission.draft!, draftChanges, { log, common });
  for (const [path, author] of draft.changedBy) record.changedBy.set(`${DRAFT_PATH_PREFIX}.${path}`, author);
  return { edited: record.edited ?? draft.edited, changedBy: record.changedBy };
}
