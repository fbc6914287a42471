import { LOG } from '../collections.js';
import { kindKey, revisionKey } from '../../model/entry-key.js';
import type { Model } from '../../model/model.js';
import type { LogDocument, LoggedEntry } from './log-document.js';
import { readAction } from './log-document.js';
import { servedState } from './served-state.js';
import type { Database } from '../connection/database.js';
import type { HistoryWalk, Revision, RevisionKey } from '../log.js';
import { readNewestStates } from '../documents/entry-states.js';
import type { ReadRecord } from '../documents/current-record.js';
import { withCurrentKind, withStoredKind } from '../documents/stored-kind.js';

export interface HistoryContext {
  database: Database;
  model: Model;
  readRecord: ReadRecord;
}

/** Fields of a log entry that a walk needs. */
const OUTLINED = ['key', 'slug', 'revision', 'action', 'status', 'movedFrom', 'movedTo'];
/**
 * Default number of revisions per read of a walk. The following constants are the maximum for one walk and for all
 * walks.
 */
const USUALLY_WANTED = 16;
const MAX_REVISIONS_PER_WALK = 250;
const MAX_AT_ONCE = 20_000;

/** Position of a walk: its next revision, and the slug at that revision. */
interface Place {
  walk: HistoryWalk;
  slug: string;
  revision: number;
  requested: number;
}

/**
 * Walks back through the history of entries, across renames. All walks share their commands: one for the expected
 * revisions, and one for each further range or rename.
 */
export async function walkBack(archive: HistoryContext, walks: readonly HistoryWalk[]): Promise<void> {
  let places = walks.map((walk): Place => {
    const { slug, from: revision, requested = USUALLY_WANTED } = walk;
    return { walk, slug, revision, requested: Math.max(1, requested) };
  });
  while ((places = places.filter(({ revision }) => revision > 0)).length > 0) {
    const distinct = new Set(places.map(({ walk: { kind }, slug, revision }) => revisionKey({ kind, slug, revision })))
      .size;
    const most = Math.max(USUALLY_WANTED, Math.min(MAX_REVISIONS_PER_WALK, Math.floor(MAX_AT_ONCE / distinct)));
    places = places.map((place) => ({ ...place, requested: Math.min(place.requested, most) }));
    const read = await readStates(archive, [...new Set(places.flatMap((place) => nextKeys(archive.model, place)))]);
    places = places.flatMap((place) => visitNext(archive.model, place, read) ?? []);
  }
}

interface ReadStates {
  byKey: ReadonlyMap<string, Logged>;
  /** Revision with which a renamed entry left its former slug, by log position and former slug. */
  left: ReadonlyMap<string, number>;
}

async function readStates(archive: HistoryContext, keys: readonly string[]): Promise<ReadStates> {
  const byKey = new Map<string, Logged>();
  const left = new Map<string, number>();
  for (let at = 0; at < keys.length; at += MAX_AT_ONCE) {
    for (const state of await logged(archive, keys.slice(at, at + MAX_AT_ONCE), OUTLINED)) {
      const { key, slug, revision, movedTo } = state.entry;
      byKey.set(key, state);
      if (movedTo) left.set(`${state.sequence} ${slug}`, revision);
    }
  }
  return { byKey, left };
}

function nextKeys(model: Model, { walk, slug, revision, requested }: Place): string[] {
  const count = Math.min(requested, revision);
  return Array.from({ length: count }, (_none, back) =>
    revisionKey(withStoredKind(model, { kind: walk.kind, slug, revision: revision - back })),
  );
}

/** Visits the states that were read. Returns the position at which the walk continues; null at the end. */
function visitNext(model: Model, place: Place, { byKey, left }: ReadStates): Place | null {
  const { walk, slug, requested } = place;
  const keys = nextKeys(model, place);
  for (const key of keys) {
    const state = byKey.get(key);
    if (!state) continue;
    const { at, author, message, entry } = state;
    const { revision, status, movedFrom } = entry;
    if (!walk.visit({ slug, revision, action: readAction(entry), status, at, author, message })) return null;
    if (movedFrom === undefined) continue;
    // A slug that was reused also has revisions of other entries.
    const last = left.get(`${state.sequence} ${movedFrom}`) ?? revision;
    return { walk, slug: movedFrom, revision: last - 1, requested };
  }
  return { walk, slug, revision: place.revision - keys.length, requested: requested * 2 };
}

/** Reads revisions in one command. See `ChangeLog.revisionsAt`. */
export async function revisionsAt(
  archive: HistoryContext,
  requested: readonly RevisionKey[],
): Promise<(Revision | null)[]> {
  const keys = requested.map((key) => revisionKey(withStoredKind(archive.model, key)));
  const states = await logged(archive, [...new Set(keys)], null);
  const found = new Map(states.map((state) => [state.entry.key, state]));
  return keys.map((key) => {
    const state = found.get(key);
    if (!state) return null;
    const { at, author, message, entry } = state;
    return {
      ...servedState(archive.model, withCurrentKind(archive.model, entry), archive.readRecord),
      action: readAction(entry),
      at,
      author,
      message,
    };
  });
}

export async function readRevisions(
  archive: HistoryContext,
  kind: string,
  slug: string,
  limit: number,
): Promise<Revision[]> {
  const newest = (await readNewestStates(archive.database, archive.model, [{ kind, slug }])).get(
    kindKey({ kind, slug }),
  );
  const count = Math.min(limit, newest?.revision ?? 0);
  const requested = Array.from({ length: count }, (_none, back) => ({ kind, slug, revision: newest!.revision - back }));
  return (await revisionsAt(archive, requested)).filter((revision) => revision !== null);
}

type Logged = Pick<LogDocument, 'at' | 'author' | 'message'> & { sequence: number; entry: LoggedEntry };

/**
 * Reads the log entries with these keys, and the renames in the same batches.
 * @param fields fields to read; null for all
 */
async function logged(
  { database }: HistoryContext,
  keys: readonly string[],
  fields: readonly string[] | null,
): Promise<Logged[]> {
  if (keys.length === 0) return [];
  const batch = { author: 1, message: 1, at: 1 };
  const named = { 'entries.key': { $in: keys } };
  const outlined = fields && Object.fromEntries(fields.map((name) => [`entries.${name}`, 1]));
  const requested = fields ? { $or: [named, { 'entries.movedTo': { $type: 'string' } }] } : named;
  const rows = await database.aggregate<LogDocument & { entries: LoggedEntry }>(LOG, [
    { $match: named },
    { $project: { ...batch, ...(outlined ?? { entries: 1 }) } },
    { $unwind: '$entries' },
    { $match: requested },
  ]);
  return rows.map(({ _id: sequence, author, message, at, entries: entry }) => ({
    sequence,
    author,
    message,
    at,
    entry,
  }));
}
