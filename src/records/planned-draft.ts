import { kindKey } from '../model/entry-key.js';
import type { Model } from '../model/model.js';
import type { StoredEntry } from '../store/entries.js';
import { contentDigest } from './merge-base.js';
import { diffRecords, type FieldChange } from './diff-records.js';
import type { Submission } from './submission.js';
import type { Store } from '../store/store.js';

/** Prefix of a draft's fields in the paths of a plan. */
export const DRAFT_PATH_PREFIX = 'draft';

/** Returns the newest submission: the draft alongside the published version, or the record itself. */
export function newestSubmission(submission: Submission): Submission {
  return submission.draft ?? submission;
}

/** Replaces a submission by its draft, with the status PUBLISHED, if the publication time of the draft has passed. */
export function publishDueDraft(submission: Submission): Submission {
  const { draft, formerly, absorbs, figures } = submission;
  if (draft?.pastTime == null) return submission;
  return { ...draft, status: 'PUBLISHED', figures, ...(formerly && { formerly }), ...(absorbs && { absorbs }) };
}

/** Reads the published states of existing entries that are submitted as, or with, a draft; by `Kind/slug`. */
export async function readPublishedStates(
  submissions: readonly Submission[],
  { store, snapshot }: { store: Pick<Store, 'entries'>; snapshot: ReadonlyMap<string, ReadonlyMap<string, unknown>> },
): Promise<ReadonlyMap<string, StoredEntry>> {
  const keys = submissions.flatMap(({ kind, slug, formerly = [], draft, status, publishAt }) => {
    const entriesOfKind = snapshot.get(kind.name);
    const slugs = [slug, ...formerly].filter((name) => entriesOfKind?.has(name));
    return draft || (status === 'DRAFT' && !publishAt) ? slugs.map((name) => ({ kind: kind.name, slug: name })) : [];
  });
  if (keys.length === 0) return new Map();
  const { entries } = await store.entries.readStatesBeforeWrite(keys);
  return new Map(entries.flatMap(({ published }) => (published ? [[kindKey(published), published] as const] : [])));
}

/** Whether the published version must be written before the draft. */
export function mustWritePublishedFirst(
  submission: Submission,
  { newest, published }: { newest: StoredEntry | null; published: StoredEntry | null },
): boolean {
  const { kind } = submission;
  if (newest === null || published === null) return true;
  return contentDigest(kind, { ...published, status: 'PUBLISHED' }) !== contentDigest(kind, submission);
}

/** Returns the changes of a published version and of the draft alongside it. */
export function diffPublishedAndDraft(
  model: Model,
  submission: Submission,
  { newest, published }: { newest: StoredEntry; published: StoredEntry | null },
): FieldChange[] {
  const { kind } = submission;
  const draft = submission.draft!;
  const publicState = published ?? newest;
  const diffHeader = (name: 'status' | 'originalLocale', before: string, after: string): FieldChange[] =>
    before === after ? [] : [{ path: name, at: [name], before, after, words: null }];
  const recordChanges = [
    ...diffHeader('status', published ? 'PUBLISHED' : newest.status, 'PUBLISHED'),
    ...diffHeader('originalLocale', publicState.originalLocale, submission.originalLocale),
    ...diffRecords(model, kind, publicState.record, submission.record),
  ];
  const hasDraft = newest.status === 'DRAFT' && published !== null;
  const before = hasDraft ? newest : submission;
  const draftAddition: FieldChange = {
    path: DRAFT_PATH_PREFIX,
    at: [DRAFT_PATH_PREFIX],
    before: null,
    after: 'DRAFT',
    words: null,
  };
  const draftChanges = [
    ...diffHeader('originalLocale', before.originalLocale, draft.originalLocale),
    ...diffRecords(model, kind, before.record, draft.record),
  ].map((change) => ({
    ...change,
    path: `${DRAFT_PATH_PREFIX}.${change.path}`,
    at: [DRAFT_PATH_PREFIX, ...change.at],
  }));
  return [...recordChanges, ...(hasDraft ? [] : [draftAddition]), ...draftChanges];
}
