import type { Kind } from '../model/model.js';
import { diffRecords } from '../records/diff.js';
import { vintageFrom } from '../records/figures.js';
import type { Services } from '../records/linked-entries.js';
import type { Path } from '../records/problem.js';
import { storedPart } from '../records/relink.js';
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
  file: unknown;
  database: unknown;
}

/** The content of a file joined with that of the database. Where they collide, it is the database's. */
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

/** Joins what a file says with what the database has, field by field, from the state that both were made from. */
export function mergeContent(
  { model }: Services,
  kind: Kind,
  base: EntryContent,
  file: EntryContent,
  database: EntryContent,
): MergedContent {
  const conflicts: FieldConflict[] = [];
  const header = (name: 'status' | 'originalLocale'): string => {
    const [before, ours, theirs] = [base[name], file[name], database[name]];
    if (ours === theirs || ours === before) return theirs;
    if (theirs === before) return ours;
    conflicts.push({ path: name, at: [name], file: ours, database: theirs });
    return theirs;
  };
  const [status, originalLocale] = [header('status'), header('originalLocale')];
  const { record, collisions } = mergeRecords(model, kind, {
    base: base.record,
    yours: pickContent(kind, file).record,
    theirs: pickContent(kind, database).record,
  });
  const inRecord = collisions.map(({ path, at, yours, theirs }) => ({ path, at, file: yours, database: theirs }));
  return { status, originalLocale, record, conflicts: [...conflicts, ...inRecord] };
}

/** Says whose figures are to stand in the file of an entry, which has some. The slug is that of the database. */
export async function chooseFigures(
  { store }: Services,
  { slug, figures }: Pick<ContentRecord, 'slug' | 'figures'>,
  remembered: BaseState | undefined,
): Promise<FiguresChoice> {
  const digests = ((await store.figures.vintages([slug])).get(slug) ?? []).map(({ digest }) => digest);
  const newest = digests.at(-1);
  if (newest === undefined) return 'FILE';
  if (figures === null) return 'DATABASE';
  const { digest } = vintageFrom(slug, figures);
  if (digest === newest) return 'SAME';
  const known = digests.find((each) => each === remembered?.figures);
  if (known === undefined) {
    if (digests.includes(digest)) return 'DATABASE';
    return digests.length === 1 ? 'FILE' : 'CONFLICT';
  }
  if (digest === known) return 'DATABASE';
  return newest === known ? 'FILE' : 'CONFLICT';
}

/** What editors write of an entry; an empty list is as one that is absent. */
function pickContent(kind: Kind, { status, originalLocale, record }: EntryContent): EntryContent {
  const held = Object.entries(storedPart(kind, record)).filter(
    ([, value]) => !(Array.isArray(value) && value.length === 0),
  );
  return { status, originalLocale, record: Object.fromEntries(held) };
}
