import type { Kind } from '../../model/model.js';
import type { EntryRecord, StoredEntry } from '../../store/entries.js';

/** An entry as resolvers hand it on: what is stored of it, and of which kind it is. */
export class Entry {
  constructor(
    readonly kind: Kind,
    readonly stored: StoredEntry,
    /** Whether it is served as it was at an earlier time. */
    readonly isPast = false,
  ) {}

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
