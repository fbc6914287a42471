import type { Model } from '../model/model.js';
import type { LogDocument, LoggedEntry } from './change-log.js';
import type { Database } from './database.js';
import { dotted } from './entry-document.js';
import type { EntryReader } from './entry-reader.js';
import type { Derive } from './projection.js';
import type { Action, StoredEntry } from './store.js';

/** One state of an entry, and who made it so. */
export type Revision = StoredEntry & { at: Date; author: string; message: string; action: Action };

/** The states of one entry through its life, newest first, from the log. */
export async function revisionsOf(
  place: { database: Database; model: Model; reader: EntryReader; derive: Derive },
  kind: string,
  slug: string,
  limit: number,
): Promise<Revision[]> {
  const newest = (await place.reader.newest([{ kind, slug }])).get(`${kind}/${slug}`);
  const count = Math.min(limit, newest?.revision ?? 0);
  const keys = Array.from({ length: count }, (_none, back) => `${kind}/${slug}/${newest!.revision - back}`);
  const batches = await place.database.aggregate<LogDocument>('changes', [
    { $match: { 'entries.key': { $in: keys } } },
    {
      $project: {
        author: 1,
        message: 1,
        at: 1,
        entries: { $filter: { input: '$entries', as: 'entry', cond: { $in: ['$$entry.key', keys] } } },
      },
    },
  ]);
  return batches
    .flatMap(({ author, message, at, entries }) =>
      (entries as LoggedEntry[]).map((state): Revision => {
        const { key: _key, before: _before, ...entry } = state;
        const record = { ...entry.record, ...place.derive(kind, slug, entry.record) };
        return { ...entry, textRevisions: dotted(entry.textRevisions), record, at, author, message };
      }),
    )
    .sort((a, b) => b.revision - a.revision);
}
