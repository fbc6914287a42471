import { folderKey } from '../model/entry-key.js';
import type { StoredEntry } from '../store/entries.js';
import type { Store as WholeStore } from '../store/store.js';
import type { ContentRecord } from './content-record.js';

type Store = Pick<WholeStore, 'entries'>;

/** A record whose slug differs between folder and database, and its slug in the database. */
interface RenameMatch {
  record: ContentRecord;
  baseSlug: string;
}

/** Records whose slug in the folder is not that of a current (not withdrawn) entry in the database. */
interface RenameMatches {
  /** Records that were renamed in the folder, but not yet in the database, by `folder/slug` in the database. */
  renamedInFolder: Map<string, RenameMatch>;
  /** Records that were renamed in the database, by their current `folder/slug` there. */
  renamedInDatabase: Map<string, RenameMatch>;
  /** Records that were withdrawn in the database, by `folder/slug` in the content folder. */
  retired: Map<string, RenameMatch & { entry: StoredEntry }>;
}

/** Finds the records that were renamed in the folder, or renamed or withdrawn in the database, and their entries. */
export async function matchRenames(records: readonly ContentRecord[], store: Store): Promise<RenameMatches> {
  const recordKeys = new Set(records.map(({ kind, slug }) => folderKey(kind, slug)));
  const matches: RenameMatches = { renamedInFolder: new Map(), renamedInDatabase: new Map(), retired: new Map() };
  for (const batch of toBatches(records, 500)) {
    const states = await store.entries.currentStates(batch.map(({ kind, slug }) => ({ kind: kind.name, slug })));
    for (const [index, record] of batch.entries()) {
      const entry = states[index] ?? (await findByFormerSlug(record, store));
      if (entry && entry !== states[index] && entry.status !== 'RETIRED') {
        const name = folderKey(record.kind, entry.slug);
        matches.renamedInFolder.set(name, { record, baseSlug: entry.slug });
      }
      if (entry?.status !== 'RETIRED') continue;
      const match = { record, baseSlug: entry.slug };
      matches.retired.set(folderKey(record.kind, record.slug), { ...match, entry });
      const currentName = await followRenames(record, entry, store);
      if (currentName !== null && !recordKeys.has(currentName) && !matches.renamedInDatabase.has(currentName))
        matches.renamedInDatabase.set(currentName, match);
    }
  }
  return matches;
}

/** Returns the current `folder/slug` of an entry after any number of renames; null if it is withdrawn. */
async function followRenames({ kind }: ContentRecord, entry: StoredEntry, store: Store): Promise<string | null> {
  const visitedNames = new Set<string>();
  for (let slug = entry.movedTo; slug !== null && !visitedNames.has(slug);) {
    visitedNames.add(slug);
    const [nextState] = await store.entries.currentStates([{ kind: kind.name, slug }]);
    if (!nextState) return null;
    if (nextState.status !== 'RETIRED') return folderKey(kind, slug);
    slug = nextState.movedTo;
  }
  return null;
}

/** Returns the entry of a record before its rename in the folder; null for a new record. */
async function findByFormerSlug({ kind, formerly = [] }: ContentRecord, store: Store): Promise<StoredEntry | null> {
  if (formerly.length === 0) return null;
  const states = await store.entries.currentStates(formerly.map((slug) => ({ kind: kind.name, slug })));
  return states.findLast((entry) => entry !== null) ?? null;
}

/** Returns the records that were renamed in the folder, but not yet in the database, whose links use former slugs. */
export async function recordsRenamedInFolder(
  records: readonly ContentRecord[],
  store: Store,
): Promise<ReadonlySet<ContentRecord>> {
  const renamedRecords = records.filter(({ formerly = [] }) => formerly.length > 0);
  const states = await store.entries.currentStates(renamedRecords.map(({ kind, slug }) => ({ kind: kind.name, slug })));
  return new Set(renamedRecords.filter((_, index) => states[index] === null));
}

function* toBatches<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
