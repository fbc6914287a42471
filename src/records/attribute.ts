import { folderKey } from '../model/entry-key.js';
import type { Kind } from '../model/model.js';
import type { StoredEntry } from '../store/entries.js';
import type { ChangeLog } from '../store/log.js';
import type { SeriesVintage, Vintage } from '../store/figures.js';
import type { Schedule } from '../store/schedules.js';
import type { FolderBase } from './common-state.js';
import { findCommon } from './common-state.js';
import type { FieldChange } from './diff.js';
import type { ChangedBy, EditedSince } from './edited-since.js';
import { editedSince } from './edited-since.js';
import { figuresChangedBy } from './figures.js';
import type { Submission } from './submission.js';
import { changeSchedule } from './planned-schedule.js';

/** Stands for the figures of an entry where paths stand for its fields. */
export const FIGURES = '*figures';

/** What a plan tells before the time of publication and the fields of the record. */
const HEADERS = new Set(['slug', 'formerly', 'status', 'originalLocale']);

/** One entry of a plan, as far as who changed it is asked. */
interface Attributed {
  operation: string;
  kind: Kind;
  slug: string;
  changes: readonly FieldChange[];
  vintage: SeriesVintage | null;
  submission: Submission | null;
  current: StoredEntry | null;
  schedule: Schedule | null;
}

/** What it is asked of. */
interface Known {
  log: ChangeLog;
  /** Of the figures of the entry, the oldest first. */
  vintages: readonly Pick<Vintage, 'digest' | 'provenance'>[];
  remembered: FolderBase;
}

/** What is found of it. */
interface Attribution {
  operation: 'CHANGE';
  changes: readonly FieldChange[];
  edited: EditedSince | null;
  changedBy: ReadonlyMap<string, ChangedBy>;
}

/** Says who changed what, where an entry is to become another. */
export async function attribute<T extends Attributed>(
  planned: T,
  { log, vintages, remembered }: Known,
): Promise<T | (T & Attribution)> {
  const { kind, slug, current, submission, schedule, vintage } = planned;
  if (!current || !submission) return planned;
  const isThere = planned.operation === 'CHANGE' || schedule !== null || submission.publishAt != null;
  if (!isThere) return planned;
  const slugs = [slug, ...[...(submission.formerly ?? [])].reverse()];
  const known = slugs.find((each) => remembered.has(folderKey(kind, each))) ?? slug;
  const common = await findCommon(log, kind, known, remembered.get(folderKey(kind, known)));
  const time = changeSchedule(submission.publishAt, schedule, common?.publishAt);
  const changes = [...planned.changes];
  if (time) {
    const from = changes.findIndex(({ path }) => !HEADERS.has(path));
    const { before, after } = time;
    const change = { path: 'publishAt', at: ['publishAt'], before, after, words: null };
    changes.splice(from < 0 ? changes.length : from, 0, change);
  }
  if (changes.length === 0 && vintage === null) return planned;
  const edited = await editedSince(log, current, submission, changes, common);
  const changedBy = new Map(edited?.changedBy);
  if (time) changedBy.set('publishAt', time.changedBy);
  if (vintage) changedBy.set(FIGURES, figuresChangedBy(vintages, vintage.digest, common?.figures));
  return { ...planned, operation: 'CHANGE', changes, edited, changedBy };
}
