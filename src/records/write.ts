import { kindKey } from '../model/entry-key.js';
import type { Model } from '../model/model.js';
import type { StoredEntry } from '../store/entries.js';
import type { SeriesVintage } from '../store/figures.js';
import type { Action, Batch, CommitResult, EntryChange, FiguresMove } from '../store/log.js';
import { checkSubmissions } from './check.js';
import { diffRecords } from './diff.js';
import { datedVintages } from './vintage-date.js';
import { keepNeededSources } from './needed-sources.js';
import type { Services } from './linked-entries.js';
import { linkedEntries } from './linked-entries.js';
import type { Problem } from './problem.js';
import { inOrder } from './problem.js';
import { leadAgain } from './lead-again.js';
import { ReadOnce } from './read-once.js';
import { withLinksOfToday } from './relink.js';
import type { Submission } from './submission.js';
import { EntryLookup } from './entry-lookup.js';

/** Who writes, why, and whether anything is written at all. */
export interface Signature {
  author: string;
  message: string;
  dryRun?: boolean;
}

/** One entry as it is to be, and from which revision that was made. */
export interface Change {
  submission: Submission;
  action: Action;
  expectedRevision: number;
  movedFrom?: string;
  /** Whether it is written only where the entry is not so already; it is checked in any case. */
  unlessSo?: boolean;
}

/** All that is written together. */
export interface ChangeSet {
  changes: readonly Change[];
  /** States that nothing is to be checked of: retirements, and entries that only lose or follow a link. */
  unchecked?: readonly EntryChange[];
  /** Figures that come with them. */
  vintages?: readonly SeriesVintage[];
  /** What was found wrong before. */
  problems: Problem[];
}

/** What came of writing. Only `WRITTEN` changed anything; `UNCHANGED` has what is there already. */
export type SaveResult =
  | {
      outcome: 'WRITTEN';
      sequence: number;
      /** As they are now, in the order in which they were written; those that were so already after them. */
      entries: readonly StoredEntry[];
    }
  | { outcome: 'UNCHANGED'; entries: readonly StoredEntry[] }
  | { outcome: 'CHECKED' }
  | { outcome: 'INVALID'; problems: readonly Problem[] }
  | { outcome: 'CONFLICT'; conflicts: Conflicts };

/** Entries that somebody else changed meanwhile. */
type Conflicts = Extract<CommitResult, { committed: false }>['conflicts'];

/**
 * Checks all that is to be written by every rule and writes it as one batch, or nothing of it. A dry run goes the same
 * way and stops before the last step.
 */
export async function submitChanges(
  services: Services,
  { changes, unchecked = [], vintages = [], problems }: ChangeSet,
  { author, message, dryRun = false }: Signature,
  known = new ReadOnce(services.store.entries),
): Promise<SaveResult> {
  const { model, modules } = services;
  const submissions = changes.map(({ submission }) => submission);
  const retired = new Set(unchecked.filter(({ status }) => status === 'RETIRED').map(kindKey));
  const linked = (await linkedEntries(services, submissions, known)).filter((entry) => !retired.has(kindKey(entry)));
  checkSubmissions(model, modules, submissions, new EntryLookup(model, modules, submissions, linked));
  if (problems.length > 0) return { outcome: 'INVALID', problems: inOrder(problems) };

  const conflicts = await findConflicts(known, [...changes.map(toEntryChange), ...unchecked]);
  if (conflicts.length > 0) return { outcome: 'CONFLICT', conflicts };
  const ofToday = (change: EntryChange): EntryChange => {
    // What gets an earlier slug again links to itself under that.
    if (change.action === 'RENAME') return change;
    return { ...change, record: withLinksOfToday(model, model.kind(change.kind), change.record, known) };
  };
  const unchanged: StoredEntry[] = [];
  const written: EntryChange[] = [];
  for (const change of changes) {
    const state = ofToday(toEntryChange(change));
    const current = change.unlessSo ? known.newest(state) : null;
    if (current && isSo(model, current, state)) unchanged.push(current);
    else written.push(state);
  }
  const changed = [...written, ...unchecked];
  const entries = [...changed, ...(await leadAgain(known, changed))];
  const batch = { author, message, entries, vintages };
  if (dryRun) {
    await keepNeededSources(known, batch);
    return { outcome: 'CHECKED' };
  }
  if (entries.length === 0 && vintages.length === 0) return { outcome: 'UNCHANGED', entries: unchanged };
  const result = await commitBatch(services, batch, known);
  if (!result.committed) return { outcome: 'CONFLICT', conflicts: result.conflicts };
  return { outcome: 'WRITTEN', sequence: result.sequence, entries: [...result.entries, ...unchanged] };
}

/** The one place from which batches reach the store. @throws AppError IN_USE  a source is withdrawn that figures need */
export async function commitBatch(
  services: Pick<Services, 'store' | 'modules'>,
  batch: Batch,
  known = new ReadOnce(services.store.entries),
): Promise<CommitResult> {
  const { store } = services;
  await keepNeededSources(known, batch);
  const basis = known.basis();
  const vintages = batch.vintages?.length ? await datedVintages(services, batch) : [];
  return store.log.commit({ ...batch, ...(basis && { basis }), vintages, figuresMoved: figuresMoved(services, batch) });
}

/** The figures of what gets another slug. */
function figuresMoved({ modules }: Pick<Services, 'modules'>, { entries }: Batch): FiguresMove[] {
  return entries.flatMap(({ kind, slug, movedFrom }) =>
    movedFrom !== undefined && modules.get(kind)?.figures ? [{ from: movedFrom, to: slug }] : [],
  );
}

/** The changes that come too late, by what was read; the store finds those that are overtaken after that. */
async function findConflicts(known: ReadOnce, entries: readonly EntryChange[]): Promise<Conflicts> {
  const first = new Map([...entries].reverse().map((entry) => [kindKey(entry), entry]));
  const asked = [...first.values()];
  await known.read(asked);
  return asked.flatMap(({ kind, slug, expectedRevision }) => {
    const revision = known.newest({ kind, slug })?.revision ?? 0;
    return revision === expectedRevision ? [] : [{ kind, slug, expectedRevision, revision }];
  });
}

/** Whether an entry is what it is to be. What is published is that of a draft as well. */
function isSo(model: Model, current: StoredEntry, { status, originalLocale, record }: EntryChange): boolean {
  if (current.status !== status && (current.status !== 'PUBLISHED' || status !== 'DRAFT')) return false;
  const kind = model.kind(current.kind);
  return current.originalLocale === originalLocale && diffRecords(model, kind, current.record, record).length === 0;
}

function toEntryChange({ submission, action, expectedRevision, movedFrom }: Change): EntryChange {
  const { kind, slug, status, originalLocale, record } = submission;
  return { action, kind: kind.name, slug, expectedRevision, status, originalLocale, movedFrom, record };
}
