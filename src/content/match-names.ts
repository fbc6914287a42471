import { folderKey } from '../model/entry-key.js';
import type { StoredEntry } from '../store/entries.js';
import type { Store as WholeStore } from '../store/store.js';
import type { ContentRecord } from './content-record.js';

type Store = Pick<WholeStore, 'entries'>;

/** A record that the folder names differently, and its last slug in the database. */
interface Match {
  record: ContentRecord;
  home: string;
}

/** Records by their slugs in the database; by those of the folder where they are gone. */
interface Matches {
  /** Renamed in the folder, not seeded yet. */
  here: Map<string, Match>;
  /** Renamed in the database. */
  moved: Map<string, Match>;
  /** Withdrawn in the database. */
  retired: Map<string, Match & { entry: StoredEntry }>;
}

/** Matches the records of a folder that the database does not have under their names. */
export async function matchNames(records: readonly ContentRecord[], store: Store): Promise<Matches> {
  const present = new Set(records.map(({ kind, slug }) => folderKey(kind, slug)));
  const matches: Matches = { here: new Map(), moved: new Map(), retired: new Map() };
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
      matches.retired.set(folderKey(record.kind, record.slug), { ...match, entry });
      const now = await nameNow(record, entry, store);
      if (now !== null && !present.has(now) && !matches.moved.has(now)) matches.moved.set(now, match);
    }
  }
  return matches;
}

/** The present slug of an entry after any number of renames; null where it is withdrawn. */
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

/** The entry that a record was before its rename in the folder; null for a new one. */
async function lastBefore({ kind, formerly = [] }: ContentRecord, store: Store): Promise<StoredEntry | null> {
  if (formerly.length === 0) return null;
  const found = await store.entries.current(formerly.map((slug) => ({ kind: kind.name, slug })));
  return found.findLast((entry) => entry !== null) ?? null;
}

/** Records with an unseeded rename in the folder: database links keep their former slugs. */
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
