import { folderKey, formerSlugsAfterRename } from '../model/entry-key.js';
import type { VintageToWrite } from '../store/figures.js';
import type { EntryChange } from '../store/change-log.js';
import type { SyncPlan, PlannedChange } from './sync-plan.js';
import { mustWritePublishedFirst } from './planned-draft.js';

/** Returns the entry changes and vintages that apply a plan. */
export function collectWrites(plan: SyncPlan): { entries: EntryChange[]; vintages: VintageToWrite[] } {
  const plannedChanges = plan.entries.filter(({ operation }) => operation !== 'UNCHANGED');
  return {
    entries: plannedChanges.flatMap((entry) => [...entryChanges(entry), ...redirectChanges(entry)]),
    vintages: plannedChanges.flatMap(({ vintage, editions }) => [...(vintage === null ? [] : [vintage]), ...editions]),
  };
}

/** Returns the revision of an entry after the plan is applied. */
export function nextRevision(planned: PlannedChange): number {
  const { operation, current, renamed } = planned;
  if (operation === 'UNCHANGED') return current?.revision ?? 0;
  return (
    Math.max(current?.revision ?? 0, renamed?.from ? renamed.earlierRevision : 0) + (writesBothStates(planned) ? 2 : 1)
  );
}

/** Whether the plan writes two states of an entry: the published version and a draft. */
export function writesBothStates({ submission, current: newest, published, renamed }: PlannedChange): boolean {
  // A rename rewrites the published version in addition to the draft.
  return submission?.draft != null && (renamed !== null || mustWritePublishedFirst(submission, { newest, published }));
}

function entryChanges(planned: PlannedChange): EntryChange[] {
  const { kind, slug, submission } = planned;
  if (!submission?.draft) return [entryChange(planned)];
  const { status, originalLocale, record } = submission.draft;
  const publicChange = writesBothStates(planned) ? [entryChange(planned)] : [];
  const expectedRevision = publicChange.length > 0 ? nextRevision(planned) - 1 : planned.current!.revision;
  const draftChange = { kind: kind.name, slug, expectedRevision, status, originalLocale, record };
  return [...publicChange, { action: 'SEED', ...draftChange }];
}

/** Returns the slug before a planned rename; null if there is none. */
export function slugBeforeRename({ renamed }: PlannedChange): string | null {
  return renamed?.from?.slug ?? null;
}

function entryChange(planned: PlannedChange): EntryChange {
  const change = { ...toEntryChange(planned), formerly: formerSlugs(planned) };
  const { from, earlierRevision = 0 } = planned.renamed ?? {};
  return from ? { ...change, action: 'RENAME', expectedRevision: earlierRevision, movedFrom: from.slug } : change;
}

/** Returns the former slugs: those in the database first, since they include the first slug. */
function formerSlugs({ slug, current, submission }: PlannedChange): string[] {
  const fileSlugs = submission?.formerly ?? [];
  if (!current) return [...fileSlugs];
  return [...new Set([...formerSlugsAfterRename(current, slug), ...fileSlugs.filter((former) => former !== slug)])];
}

/** Returns the changes that make former slugs, and entries of other kinds, redirect to the entry. */
function redirectChanges({ kind, slug, submission, renamed }: PlannedChange): EntryChange[] {
  if (!renamed || !submission) return [];
  const { from, stubs, absorbed } = renamed;
  const allStubs = [...stubs, ...(from ? [{ slug: from.slug, revision: from.revision }] : [])];
  const { originalLocale, record } = submission;
  const renames = allStubs.map((stub): EntryChange => ({
    action: 'RENAME',
    kind: kind.name,
    slug: stub.slug,
    expectedRevision: stub.revision,
    status: 'RETIRED',
    originalLocale,
    movedTo: slug,
    record,
  }));
  const retirements = absorbed.map(({ key, entry }): EntryChange => ({
    action: 'RETIRE',
    ...key,
    expectedRevision: entry?.revision ?? 0,
    status: 'RETIRED',
    originalLocale: entry?.originalLocale ?? originalLocale,
    movedTo: folderKey(kind, slug),
    record: entry?.record ?? { title: record['title'] },
  }));
  return [...renames, ...retirements];
}

function toEntryChange({ kind, slug, submission, current, published }: PlannedChange): EntryChange {
  const expectedRevision = current?.revision ?? 0;
  if (submission === null) {
    const { originalLocale, record } = current!;
    return { action: 'RETIRE', kind: kind.name, slug, expectedRevision, status: 'RETIRED', originalLocale, record };
  }
  const { status, originalLocale, record, publishAt } = submission;
  // With a later publication time, the record is a draft alongside the published version.
  if (publishAt && current && current.status !== 'RETIRED') {
    return { action: 'SEED', kind: kind.name, slug, expectedRevision, status, originalLocale, record };
  }
  // A file with the status DRAFT unpublishes a published entry.
  const isPublic = published !== null || current?.status === 'PUBLISHED';
  const action = status === 'DRAFT' && isPublic ? 'UNPUBLISH' : 'SEED';
  return { action, kind: kind.name, slug, expectedRevision, status, originalLocale, record };
}
