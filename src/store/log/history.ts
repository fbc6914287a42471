import { LOG_COLLECTION } from '../collection-names.js';
import { kindKey, revisionKey } from '../../model/entry-key.js';
import type { Model } from '../../model/model.js';
import { type LogDocument, type LoggedEntry, readAction } from './log-document.js';
import { loggedState } from './logged-state.js';
import type { Database } from '../connection/database.js';
import type { HistoryWalk, Revision, RevisionKey } from '../change-log.js';
import { readNewestStates } from '../documents/entry-states.js';
import type { HydrateRecord } from '../documents/upgrade-record.js';
import { withCurrentKind, withStoredKind } from '../documents/stored-kind-name.js';

export interface HistoryContext {
  database: Database;
  model: Model;
  hydrateRecord: HydrateRecord;
}

/** Fields of `LoggedEntry` that a walk needs. */
const WALK_FIELDS = ['key', 'slug', 'revision', 'action', 'status', 'movedFrom', 'movedTo'];
/** Default number of revisions that each read of a history walk returns. The maxima below limit larger reads. */
const DEFAULT_REVISION_COUNT = 16;
const MAX_REVISIONS_PER_WALK = 250;
const MAX_REVISIONS_PER_READ = 20_000;

/** Position of a walk: its next revision, and the slug at that revision. */
interface WalkPosition {
  walk: HistoryWalk;
  slug: string;
  revision: number;
  batchSize: number;
}

/** Walks back through the history of entries, across renames. Each command reads the next states of all walks. */
export async function walkHistoryBack(context: HistoryContext, walks: readonly HistoryWalk[]): Promise<void> {
  let positions = walks.map((walk): WalkPosition => {
    const { slug, fromRevision: revision, expectedCount = DEFAULT_REVISION_COUNT } = walk;
    return { walk, slug, revision, batchSize: Math.max(1, expectedCount) };
  });
  while ((positions = positions.filter(({ revision }) => revision > 0)).length > 0) {
    const distinctCount = new Set(
      positions.map(({ walk: { kind }, slug, revision }) => revisionKey({ kind, slug, revision })),
    ).size;
    const limit = Math.max(
      DEFAULT_REVISION_COUNT,
      Math.min(MAX_REVISIONS_PER_WALK, Math.floor(MAX_REVISIONS_PER_READ / distinctCount)),
    );
    positions = positions.map((position) => ({ ...position, requested: Math.min(position.batchSize, limit) }));
    const states = await readStates(context, [
      ...new Set(positions.flatMap((position) => nextKeys(context.model, position))),
    ]);
    positions = positions.flatMap((position) => visitNext(context.model, position, states) ?? []);
  }
}

interface WalkStates {
  states: ReadonlyMap<string, LogRow>;
  /** Revision with which a renamed entry left its former slug, keyed by log position and former slug. */
  renameRevisions: ReadonlyMap<string, number>;
}

async function readStates(context: HistoryContext, keys: readonly string[]): Promise<WalkStates> {
  const states = new Map<string, LogRow>();
  const renameRevisions = new Map<string, number>();
  for (let start = 0; start < keys.length; start += MAX_REVISIONS_PER_READ) {
    for (const state of await readLoggedEntries(
      context,
      keys.slice(start, start + MAX_REVISIONS_PER_READ),
      WALK_FIELDS,
    )) {
      const { key, slug, revision, movedTo } = state.entry;
      states.set(key, state);
      if (movedTo) renameRevisions.set(`${state.sequence} ${slug}`, revision);
    }
  }
  return { states, renameRevisions };
}

function nextKeys(model: Model, { walk, slug, revision, batchSize }: WalkPosition): string[] {
  const count = Math.min(batchSize, revision);
  return Array.from({ length: count }, (_none, offset) =>
    revisionKey(withStoredKind(model, { kind: walk.kind, slug, revision: revision - offset })),
  );
}

/** Visits the states that were read. Returns the position at which the walk continues; null at the end. */
function visitNext(model: Model, position: WalkPosition, { states, renameRevisions }: WalkStates): WalkPosition | null {
  const { walk, slug, batchSize } = position;
  const keys = nextKeys(model, position);
  for (const key of keys) {
    const state = states.get(key);
    if (!state) continue;
    const { at, author, message, entry } = state;
    const { revision, status, movedFrom } = entry;
    if (!walk.visit({ slug, revision, action: readAction(entry), status, at, author, message })) return null;
    if (movedFrom === undefined) continue;
    // A reused slug also has revisions of other entries, so only revisions before the rename belong to this entry.
    const departureRevision = renameRevisions.get(`${state.sequence} ${movedFrom}`) ?? revision;
    return { walk, slug: movedFrom, revision: departureRevision - 1, batchSize };
  }
  return { walk, slug, revision: position.revision - keys.length, batchSize: batchSize * 2 };
}

/** Reads revisions in one command. See `ChangeLog.revisionsAt`. */
export async function revisionsAt(
  context: HistoryContext,
  revisionKeys: readonly RevisionKey[],
): Promise<(Revision | null)[]> {
  const keys = revisionKeys.map((key) => revisionKey(withStoredKind(context.model, key)));
  const states = await readLoggedEntries(context, [...new Set(keys)], null);
  const stateByKey = new Map(states.map((state) => [state.entry.key, state]));
  return keys.map((key) => {
    const state = stateByKey.get(key);
    if (!state) return null;
    const { at, author, message, entry } = state;
    return {
      ...loggedState(context.model, withCurrentKind(context.model, entry), context.hydrateRecord),
      action: readAction(entry),
      at,
      author,
      message,
    };
  });
}

export async function readRevisions(
  context: HistoryContext,
  kind: string,
  slug: string,
  limit: number,
): Promise<Revision[]> {
  const state = (await readNewestStates(context.database, context.model, [{ kind, slug }])).get(
    kindKey({ kind, slug }),
  );
  const count = Math.min(limit, state?.revision ?? 0);
  const keys = Array.from({ length: count }, (_none, offset) => ({ kind, slug, revision: state!.revision - offset }));
  return (await revisionsAt(context, keys)).filter((revision) => revision !== null);
}

type LogRow = Pick<LogDocument, 'at' | 'author' | 'message'> & { sequence: number; entry: LoggedEntry };

/** Reads logged entries by key, and the renames in their batches. @param fields fields to read; null for all */
async function readLoggedEntries(
  { database }: HistoryContext,
  keys: readonly string[],
  fields: readonly string[] | null,
): Promise<LogRow[]> {
  if (keys.length === 0) return [];
  const batchFields = { author: 1, message: 1, at: 1 };
  const matchKeys = { 'entries.key': { $in: keys } };
  const fieldProjection = fields && Object.fromEntries(fields.map((name) => [`entries.${name}`, 1]));
  const filter = fields ? { $or: [matchKeys, { 'entries.movedTo': { $type: 'string' } }] } : matchKeys;
  const rows = await database.aggregate<LogDocument & { entries: LoggedEntry }>(LOG_COLLECTION, [
    { $match: matchKeys },
    { $project: { ...batchFields, ...(fieldProjection ?? { entries: 1 }) } },
    { $unwind: '$entries' },
    { $match: filter },
  ]);
  return rows.map(({ _id: sequence, author, message, at, entries: entry }) => ({
    sequence,
    author,
    message,
    at,
    entry,
  }));
}
