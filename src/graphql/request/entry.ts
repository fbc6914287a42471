import type { Kind } from '../../model/model.js';
import type { EntryRecord, StoredEntry } from '../../store/entries.js';

/** What an entry has beside its key, for readers that select nothing of it. */
export const BY_KEY: Omit<StoredEntry, 'kind' | 'slug'> = {
  revision: 1,
  status: 'PUBLISHED',
  originalLocale: '',
  createdAt: new Date(0),
  updatedAt: new Date(0),
  publishedAt: null,
  movedTo: null,
  formerly: [],
  textRevisions: {},
  record: {},
};

/** An entry as resolvers hand it on: what is stored of it, and of which kind it is. */
export class Entry {
  constructor(
    readonly kind: Kind,
    readonly stored: StoredEntry,
    /** Whether it is served as it was at an earlier time. */
    readonly isPast = false,
    /** Whether it only stands for an entry that is not to be seen. */
    readonly isHidden = false,
  ) {}

  /** Makes what stands for an entry that is not to be seen: it has a title in one language, and nothing else. */
  static hidden(kind: Kind, slug: string, title: string, locale: string): Entry {
    const record = { title: { [locale]: title } };
    return new Entry(kind, { ...BY_KEY, kind: kind.name, slug, originalLocale: locale, record }, false, true);
  }

  get slug(): string {
    return this.stored.slug;
  }

  get record(): EntryRecord {
    return this.stored.record;
  }

  get entry(): Entry {
    return this;
  }
}

/** An object embedded in an entry, at any depth. */
export class Part {
  constructor(
    readonly record: EntryRecord,
    readonly entry: Entry,
  ) {}
}
