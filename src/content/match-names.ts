import { folderKey } from '../model/entry-key.js';
import type { StoredEntry } from '../store/entries.js';
import type { Store as WholeStore } from '../store/store.js';
import type { ContentRecord } from './content-record.js';

type Store = Pick<WholeStore, 'entries'>;

/** A record of the folder that is called otherwise there, and the slug under which the database had it last. */
interface Match {
  record: ContentRecord;
  home: string;
}

/** Records by the names that the database has for them, but for those that are gone, which have those of the folder. */
interface Matches {
  /** Those that the folder gave another name, which is not seeded yet. */
  here: Map<string, Match>;
  /** Those that the database gave another name. */
  moved: Map<string, Match>;
  /** Those that it has under that name no more. */
  gone: Map<string, Match & { entry: StoredEntry }>;
}

/** Finds what a database calls the records of a folder that it does not have under their names. */
export async function matchNames(records: readonly ContentRecord[], store: Store): Promise<Matches> {
  const present = new Set(records.map(({ kind, slug }) => folderKey(kind, slug)));
  const matches: Matches = { here: new Map(), moved: new Map(), gone: new Map() };
  for (const part of parts(records, 500)) {
    const found = await store.entries.current(part.map(({ kind, slug }) => ({ kind: kind.name, slug })));
    for (const [at, record] of part.entries()) {
      const entry = found[at] ?? (await lastBefore(record, store));
      if (entry && entry !== found[at] && entry.status !== 'RETIRED') {
        const name = folderKey(record.kind, entry.slug);
        matches.here.set(name, { record, home: entry.slug });
      }
      if (entry?.status !== 'RETIRED') continue;
      const match = { record, home: entry.slug };
      matches.gone.set(folderKey(record.kind, record.slug), { ...match, entry });
      const now = await nameNow(record, entry, store);
      if (now !== null && !present.has(now) && !matches.moved.has(now)) matches.moved.set(now, match);
    }
  }
  return matches;
}

/** What an entry is called by now that was renamed, perhaps again and again; null where it is withdrawn. */
async function nameNow({ kind }: ContentRecord, entry: StoredEntry, store: Store): Promise<string | null> {
  const names = new Set<string>();
  for (let slug = entry.movedTo; slug !== null && !names.has(slug);) {
    names.add(slug);
    const [next] = await store.entries.current([{ kind: kind.name, slug }]);
    if (!next) return null;
    if (next.status !== 'RETIRED') return folderKey(kind, slug);
    slug = next.movedTo;
  }
  return null;
}

/** The entry that a record was before its folder gave it a name that no entry has; null for a new one. */
async function lastBefore({ kind, formerly = [] }: ContentRecord, store: Store): Promise<StoredEntry | null> {
  if (formerly.length === 0) return null;
  const found = await store.entries.current(formerly.map((slug) => ({ kind: kind.name, slug })));
  return found.findLast((entry) => entry !== null) ?? null;
}

/** The records that their folder gave a name that no entry has yet: in the database links do not follow. */
export async function renamedHere(
  records: readonly ContentRecord[],
  store: Store,
): Promise<ReadonlySet<ContentRecord>> {
  const renamed = records.filter(({ formerly = [] }) => formerly.length > 0);
  const found = await store.entries.current(renamed.map(({ kind, slug }) => ({ kind: kind.name, slug })));
  return new Set(renamed.filter((_, at) => found[at] === null));
}

function* parts<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
