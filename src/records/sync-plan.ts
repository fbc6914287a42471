import { folderKey, kindKey } from '../model/entry-key.js';
import type { Kind, Model } from '../model/model.js';
import type { VintageToWrite, Vintage } from '../store/figures.js';
import type { Schedule } from '../store/schedules.js';
import type { Store } from '../store/store.js';
import type { EntryStore, StoredEntry } from '../store/entries.js';
import { diffRecords, type FieldChange } from './diff-records.js';
import { addChangedBy } from './attribute-changes.js';
import { findMergeBase, type SyncState } from './merge-base.js';
import { type ChangedBy, type DatabaseEdits, findDatabaseEdits } from './find-database-edits.js';
import { createVintage } from './submitted-figures.js';
import { planRenameRedirects, toFieldChanges, type RenameRedirects } from './planned-rename.js';
import { diffPublishedAndDraft, readPublishedStates, publishDueDraft } from './planned-draft.js';
import type { Submission } from './submission.js';

/** Planned change of one entry. */
export interface PlannedChange {
  operation: 'CREATE' | 'CHANGE' | 'UNCHANGED' | 'RETIRE';
  kind: Kind;
  slug: string;
  /** Changed fields; empty for entries to be created, unchanged or retired. */
  changes: readonly FieldChange[];
  /** New or changed figures. */
  vintage: VintageToWrite | null;
  /** Earlier editions that the database does not have. */
  editions: readonly VintageToWrite[];
  /** Links to a retired entry, at most 100. */
  usedBy: readonly { kind: string; slug: string; path: string }[];
  /** The submission; null for a retired entry. */
  submission: Submission | null;
  current: StoredEntry | null;
  /** Published state; null if there is none, or if it is not needed. */
  published: StoredEntry | null;
  /** Redirects from former slugs; null if they do not change. */
  renamed: RenameRedirects | null;
  /** Latest edit in the database since the merge base; null if there is none. */
  edited: DatabaseEdits | null;
  /** Who made each change, by path; `FIGURES_PATH` represents the figures. */
  changedBy: ReadonlyMap<string, ChangedBy>;
  schedule: Schedule | null;
}

/** The changes that make a database equal to a content folder. */
export interface SyncPlan {
  /** Log position of the database at comparison. */
  head: number;
  entries: readonly PlannedChange[];
  /** Entries, as `folder/slug`, that were not submitted and are not retired. */
  others: readonly string[];
}

/** Entries of a database, by kind and slug. */
export type Snapshot = ReadonlyMap<string, ReadonlyMap<string, StoredEntry>>;

/** Reads the newest state of all entries, including retired ones. */
export async function readSnapshot(entries: EntryStore, model: Model): Promise<Snapshot> {
  const snapshot = new Map<string, Map<string, StoredEntry>>();
  for (const { name } of model.kinds) {
    const entriesOfKind = new Map<string, StoredEntry>();
    for await (const entry of entries.all(name)) entriesOfKind.set(entry.slug, entry);
    snapshot.set(name, entriesOfKind);
  }
  return snapshot;
}

export interface SyncPlanOptions {
  store: Pick<Store, 'entries' | 'figures' | 'log'>;
  model: Model;
  head: number;
  snapshot: Snapshot;
  /** Result of `readSchedules`. */
  schedules: ReadonlyMap<string, Schedule>;
  /** Whether to retire entries that were not submitted. */
  prune: boolean;
  /** Merge bases. Default: none. */
  mergeBases?: SyncState;
}

/** Compares submissions with the database. Writes nothing. */
export async function planSync(submissions: readonly Submission[], options: SyncPlanOptions): Promise<SyncPlan> {
  const { store, model, head, snapshot, schedules, prune, mergeBases = new Map() } = options;
  const figureSlugs = submissions.flatMap(({ slug, formerly = [], figures }) => (figures ? [slug, ...formerly] : []));
  const vintages =
    head > 0 && figureSlugs.length > 0
      ? await store.figures.vintages(figureSlugs)
      : new Map<string, readonly Vintage[]>();
  const entries: PlannedChange[] = [];
  const publicStates = await readPublishedStates(submissions, options);
  for (const givenSubmission of submissions) {
    const submission = publishDueDraft(givenSubmission);
    const { kind, slug, figures } = submission;
    const ownEntry = snapshot.get(kind.name)?.get(slug) ?? null;
    const renamed = planRenameRedirects(submission, ownEntry, snapshot);
    const current = renamed?.from ?? ownEntry;
    const vintage = figures === null ? null : createVintage(slug, figures);
    const storedVintages = vintages.get(current?.slug ?? slug) ?? [];
    const newestVintage = storedVintages.at(-1);
    const isNewVintage = vintage !== null && newestVintage?.digest !== vintage.digest;
    const schedule = schedules.get(kindKey({ kind: kind.name, slug: current?.slug ?? slug })) ?? null;
    const input = {
      current,
      published: publicStates.get(kindKey({ kind: kind.name, slug: current?.slug ?? slug })) ?? null,
      renamed,
      schedule,
      vintage: isNewVintage ? { ...vintage, expectedNewest: newestVintage?.at ?? null } : null,
      editions: newEditions(submission, storedVintages),
    };
    entries.push(
      await addChangedBy(planEntry(model, submission, input), {
        log: store.log,
        vintages: storedVintages,
        mergeBases,
      }),
    );
  }
  const submittedKeys = new Set(
    submissions.flatMap(({ kind, slug, formerly = [], absorbs = [] }) => [
      ...[slug, ...formerly].map((name) => kindKey({ kind: kind.name, slug: name })),
      ...absorbs.map(kindKey),
    ]),
  );
  const entriesWithoutFile = [...snapshot.values()]
    .flatMap((ofKind) => [...ofKind.values()])
    .filter(({ kind, slug, status }) => status !== 'RETIRED' && !submittedKeys.has(kindKey({ kind, slug })));
  if (!prune)
    return { head, entries, others: entriesWithoutFile.map(({ kind, slug }) => folderKey(model.kind(kind), slug)) };
  for (const current of entriesWithoutFile) entries.push(await planRetirement(store, model, current, mergeBases));
  return { head, entries, others: [] };
}

type PlanInput = Pick<PlannedChange, 'current' | 'published' | 'renamed' | 'schedule' | 'vintage' | 'editions'>;

function planEntry(model: Model, submission: Submission, input: PlanInput): PlannedChange {
  const { current, published, renamed, vintage, editions } = input;
  const { kind, slug } = submission;
  const base = { ...input, kind, slug, usedBy: [], submission, edited: null, changedBy: new Map() };
  if (current === null) return { ...base, operation: 'CREATE', changes: [] };
  const fieldChanges = submission.draft
    ? diffPublishedAndDraft(model, submission, { newest: current, published })
    : [
        ...headerChanges(submission, current),
        ...diffRecords(model, submission.kind, current.record, submission.record),
      ];
  const changes = [...toFieldChanges(model, submission.slug, renamed), ...fieldChanges];
  const isChanged = changes.length > 0 || vintage !== null || editions.length > 0;
  return { ...base, operation: isChanged ? 'CHANGE' : 'UNCHANGED', changes };
}

function newEditions({ slug, editions = new Map() }: Submission, stored: readonly Vintage[]): VintageToWrite[] {
  const digests = new Set(stored.map(({ digest }) => digest));
  return [...editions]
    .map(([earlier, figures]) => ({ ...createVintage(slug, figures), earlier }))
    .filter(({ digest }) => !digests.has(digest));
}

function headerChanges({ status, originalLocale, publishAt }: Submission, current: StoredEntry): FieldChange[] {
  // The published version remains until the publication time.
  const isPostponed = publishAt != null && current.status === 'PUBLISHED';
  const headers = [
    { name: 'status', before: current.status, after: isPostponed ? current.status : status },
    { name: 'originalLocale', before: current.originalLocale, after: originalLocale },
  ];
  return headers.flatMap(({ name, before, after }) =>
    before === after ? [] : [{ path: name, at: [name], before, after, words: null }],
  );
}

const MAX_SCHEDULES = 10_000;

/** Reads all schedules, by `Kind/slug`. */
export async function readSchedules({ schedules }: Pick<Store, 'schedules'>): Promise<Map<string, Schedule>> {
  const all = await schedules.all(MAX_SCHEDULES);
  return new Map(all.map((schedule) => [kindKey(schedule), schedule]));
}

async function planRetirement(
  { entries, log }: SyncPlanOptions['store'],
  model: Model,
  current: StoredEntry,
  mergeBases: SyncState,
): Promise<PlannedChange> {
  const { slug } = current;
  const usedBy = await entries.usedBy({ kind: current.kind, slug }, 100);
  const kind = model.kind(current.kind);
  const mergeBase = await findMergeBase(log, kind, slug, mergeBases.get(folderKey(kind, slug)));
  const edited = await findDatabaseEdits(log, current, current, [], mergeBase);
  return {
    operation: 'RETIRE',
    kind,
    slug,
    changes: [],
    vintage: null,
    editions: [],
    usedBy,
    submission: null,
    current,
    published: null,
    renamed: null,
    edited,
    changedBy: new Map(),
    schedule: null,
  };
}

export function plannedRetirements({ entries }: SyncPlan): PlannedChange[] {
  return entries.filter(({ operation }) => operation === 'RETIRE');
}

/** Returns the kinds in which a plan retires more than a fifth of the entries, with the numbers of entries. */
export function kindsWithManyRetirements(plan: SyncPlan): { kind: Kind; retired: number; present: number }[] {
  const retired = plannedRetirements(plan);
  return [...new Set(retired.map(({ kind }) => kind))].flatMap((kind) => {
    const removedCount = retired.filter((entry) => entry.kind === kind).length;
    const isPresent = ({ kind: of, current }: PlannedChange) =>
      of === kind && current !== null && current.status !== 'RETIRED';
    const existingEntries = plan.entries.filter(isPresent).length;
    return removedCount * 5 > existingEntries ? [{ kind, retired: removedCount, present: existingEntries }] : [];
  });
}

/** Returns the entries whose edits in the database a plan would undo. */
export function overwrittenEntries({ entries }: SyncPlan): PlannedChange[] {
  return entries.filter(({ changedBy }) => [...changedBy.values()].some((side) => side !== 'FILES'));
}
