import type { Kind } from '../model/model.js';
import { diffRecords } from '../records/diff.js';
import { vintageFrom } from '../records/figures.js';
import type { Services } from '../records/linked-entries.js';
import type { Path } from '../records/problem.js';
import { storedPart } from '../records/relink.js';
import { setAt } from '../records/set-at.js';
import { mergeRecords } from '../records/three-way.js';
import type { StoredEntry } from '../store/entries.js';
import type { ContentRecord } from './content-record.js';
import type { BaseState, EntryContent } from '../records/common-state.js';
import { findCommon } from '../records/common-state.js';

/** How many earlier states of an entry are looked at to find the one that a file was made from. */
const MOST_REVISIONS = 100;

/** One field that file and database changed, each in another way. */
export interface FieldConflict {
  path: string;
  at: Path;
  /** The last value that both had. */
  base: unknown;
  file: unknown;
  database: unknown;
}

/** Which side an editor chose for the fields that file and database changed in different ways. */
export type Keep = 'file' | 'database';

/** The content of a file joined with that of the database. A contested field has the value of the file. */
export interface MergedContent extends EntryContent {
  conflicts: readonly FieldConflict[];
}

/** Whose figures are to stand in the file: they are the same, only one side changed them, or both did. */
export type FiguresChoice = 'SAME' | 'FILE' | 'DATABASE' | 'CONFLICT';

/**
 * Returns the state from which a file was made: the one that was last seeded or exported from its folder, if this
 * database has it; else the earlier state that the file is nearest to. What of the file is in it is not lost when it
 * is replaced.
 *
 * @param entry  the entry as the database has it, or had it under this slug
 */
export async function findBase(
  { store, model }: Services,
  existing: ContentRecord,
  entry: StoredEntry,
  remembered: BaseState | undefined,
): Promise<EntryContent> {
  const { kind } = existing;
  const common = await findCommon(store.log, kind, entry.slug, remembered);
  if (common) return pickContent(kind, common.state);
  let [nearest, fewest] = [pickContent(kind, entry), Infinity];
  for (const revision of await store.log.revisions(kind.name, entry.slug, MOST_REVISIONS)) {
    const state = pickContent(kind, revision);
    const headers = Number(state.status !== existing.status) + Number(state.originalLocale !== existing.originalLocale);
    const count = headers + diffRecords(model, kind, state.record, existing.record).length;
    if (count < fewest) [nearest, fewest] = [state, count];
  }
  return nearest;
}

/**
 * Merges a file with the database field by field, from the state that both were made from.
 *
 * @param keep  decides contested fields; without it they are conflicts
 */
export function mergeContent(
  { model }: Services,
  kind: Kind,
  { base, file, database }: { base: EntryContent; file: EntryContent; database: EntryContent },
  keep: Keep | undefined,
): MergedContent {
  const conflicts: FieldConflict[] = [];
  const header = (name: 'status' | 'originalLocale'): string => {
    const [before, ours, theirs] = [base[name], file[name], database[name]];
    if (ours === theirs || ours === before) return theirs;
    if (theirs === before) return ours;
    conflicts.push({ path: name, at: [name], base: before, file: ours, database: theirs });
    return keep === 'database' ? theirs : ours;
  };
  const [status, originalLocale] = [header('status'), header('originalLocale')];
  const { record, collisions } = mergeRecords(model, kind, {
    base: base.record,
    yours: pickContent(kind, file).record,
    theirs: pickContent(kind, database).record,
  });
  for (const { path, at, base: before, yours, theirs } of collisions) {
    conflicts.push({ path, at, base: before, file: yours, database: theirs });
  }
  const withFile = collisions.reduce((merged, { at, yours }) => setAt(merged, at, yours), record);
  return {
    status,
    originalLocale,
    record: keep === 'database' ? record : withFile,
    conflicts: keep === undefined ? conflicts : [],
  };
}

/** Says whose figures are to stand in the file of an entry, which has some. The slug is that of the database. */
export async function chooseFigures(
  { store }: Services,
  { slug, figures }: Pick<ContentRecord, 'slug' | 'figures'>,
  remembered: BaseState | undefined,
  keep: Keep | undefined,
): Promise<FiguresChoice> {
  const contested = keep === undefined ? 'CONFLICT' : keep === 'file' ? 'FILE' : 'DATABASE';
  const digests = ((await store.figures.vintages([slug])).get(slug) ?? []).map(({ digest }) => digest);
  const newest = digests.at(-1);
  if (newest === undefined) return 'FILE';
  if (figures === null) return 'DATABASE';
  const { digest } = vintageFrom(slug, figures);
  if (digest === newest) return 'SAME';
  const known = digests.find((each) => each === remembered?.figures);
  if (known === undefined) {
    if (digests.includes(digest)) return 'DATABASE';
    return digests.length === 1 ? 'FILE' : contested;
  }
  if (digest === known) return 'DATABASE';
  return newest === known ? 'FILE' : contested;
}

/** What editors write of an entry; an empty list is as one that is absent. */
function pickContent(kind: Kind, { status, originalLocale, record }: EntryContent): EntryContent {
  const held = Object.entries(storedPart(kind, record)).filter(
    ([, value]) => !(Array.isArray(value) && value.length === 0),
  );
  return { status, originalLocale, record: Object.fromEntries(held) };
}
