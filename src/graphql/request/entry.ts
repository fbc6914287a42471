import type { Kind } from '../../model/model.js';
import type { EntryRecord, StoredEntry } from '../../store/entries.js';

/** Metadata of an entry of which only the key is selected; the values are placeholders. */
export const KEY_ONLY_METADATA: Omit<StoredEntry, 'kind' | 'slug'> = {
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

/** An entry as passed to resolvers: its kind and its stored state. */
export class Entry {
  constructor(
    readonly kind: Kind,
    readonly stored: StoredEntry,
    /** Whether this is a past state. */
    readonly isPast = false,
    /** Whether this is a placeholder for an invisible entry. */
    readonly isHidden = false,
  ) {}

  /** Creates a placeholder for an invisible entry. It has only a title. */
  static hidden(kind: Kind, slug: string, title: string, locale: string): Entry {
    const record = { title: { [locale]: title } };
    return new Entry(
      kind,
      { ...KEY_ONLY_METADATA, kind: kind.name, slug, originalLocale: locale, record },
      false,
      true,
    );
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
export class EntryPart {
  constructor(
    readonly record: EntryRecord,
    readonly entry: Entry,
  ) {}
}
