import type { Model } from '../model/model.js';
import type { LogDocument, LoggedEntry } from './change-log.js';
import type { Database } from './database.js';
import type { Outline, Revision } from './editorial.js';
import { dotted } from './entry-document.js';
import type { EntryReader } from './entry-reader.js';
import type { Derive } from './projection.js';

/** What the past is read from. */
export interface Archive {
  database: Database;
  model: Model;
  reader: EntryReader;
  derive: Derive;
}

/** Renames are followed back so far. */
const MOST_RENAMES = 20;
/** What an outline takes of an entry of the log. */
const OUTLINED = ['key', 'slug', 'revision', 'action', 'status', 'movedFrom'];

/** The life of one entry, newest first, from before it was renamed as well. */
export async function outlineOf(archive: Archive, kind: string, slug: string): Promise<Outline[]> {
  const newest = (await archive.reader.newest([{ kind, slug }])).get(`${kind}/${slug}`);
  const life: Outline[] = [];
  let last = newest?.revision ?? 0;
  let name: string | undefined = slug;
  for (let renames = 0; name !== undefined && last > 0 && renames <= MOST_RENAMES; renames += 1) {
    const states = await logged(archive, keysOf(kind, name, last), OUTLINED);
    states.sort((a, b) => b.entry.revision - a.entry.revision);
    // A slug that was given away and taken again has a life before that was another's.
    const came = states.findIndex(({ entry }) => entry.movedFrom !== undefined);
    const own = came < 0 ? states : states.slice(0, came + 1);
    for (const { entry, at, author, message } of own) {
      const { slug: under, revision, action, status } = entry;
      life.push({ slug: under, revision, action, status, at, author, message });
    }
    last = (own.at(-1)?.entry.revision ?? 1) - 1;
    name = own.at(-1)?.entry.movedFrom;
  }
  return life;
}

/** These revisions of one entry, computed fields that are stored included; null in the place of one that is not there. */
export async function revisionsAt(
  archive: Archive,
  kind: string,
  slug: string,
  revisions: readonly number[],
): Promise<(Revision | null)[]> {
  const keys = revisions.map((revision) => `${kind}/${slug}/${revision}`);
  const found = new Map((await logged(archive, keys, null)).map((state) => [state.entry.key, state]));
  return keys.map((key) => {
    const state = found.get(key);
    if (!state) return null;
    const { at, author, message } = state;
    const { key: _key, before: _before, movedFrom: _from, ...entry } = state.entry;
    const record = { ...entry.record, ...archive.derive(kind, slug, entry.record) };
    return { ...entry, textRevisions: dotted(entry.textRevisions), record, at, author, message };
  });
}

/** The states of one entry through its life under this slug, newest first. */
export async function revisionsOf(archive: Archive, kind: string, slug: string, limit: number): Promise<Revision[]> {
  const newest = (await archive.reader.newest([{ kind, slug }])).get(`${kind}/${slug}`);
  const count = Math.min(limit, newest?.revision ?? 0);
  const revisions = Array.from({ length: count }, (_none, back) => newest!.revision - back);
  return (await revisionsAt(archive, kind, slug, revisions)).filter((revision) => revision !== null);
}

type Logged = Pick<LogDocument, 'at' | 'author' | 'message'> & { entry: LoggedEntry };

/** The entries of the log with these keys: whole, or these fields of them. */
async function logged(
  { database }: Archive,
  keys: readonly string[],
  fields: readonly string[] | null,
): Promise<Logged[]> {
  if (keys.length === 0) return [];
  const entries = { $filter: { input: '$entries', as: 'entry', cond: { $in: ['$$entry.key', keys] } } };
  const told = { author: 1, message: 1, at: 1 };
  const kept = fields && Object.fromEntries(fields.map((name) => [`entries.${name}`, 1]));
  const batches = await database.aggregate<LogDocument>('changes', [
    { $match: { 'entries.key': { $in: keys } } },
    { $project: { ...told, entries } },
    ...(kept ? [{ $project: { ...told, ...kept } }] : []),
  ]);
  return batches.flatMap(({ author, message, at, entries: found }) =>
    (found as LoggedEntry[]).map((entry) => ({ author, message, at, entry })),
  );
}

function keysOf(kind: string, slug: string, last: number): string[] {
  return Array.from({ length: last }, (_none, back) => `${kind}/${slug}/${last - back}`);
}
