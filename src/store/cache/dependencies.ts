/** The tag of all published entries, of any kind. */
export const PUBLISHED_TAG = 'published';

/** A tag whose values a change invalidates: those that depend on one of these fields; null for any field. */
export interface Invalidation {
  tag: string;
  fields: readonly string[] | null;
}

export type Invalidations = 'EVERYTHING' | readonly Invalidation[];

/** The memory of a tag beside its text, in bytes: objects, and slots in maps. */
const TAG_OVERHEAD_BYTES = 150;
/** A value with more tags than these is not cached. */
const MAX_TAGS = 5000;

/**
 * What a value was made from. A tag names an entry (`folder/slug`), a list (`folder`) or figures; with each tag go the
 * fields that the value depends on.
 */
export class Dependencies {
  private readonly noted = new Map<string, readonly string[] | null>();
  private isUntracked = false;

  /** The tags, each with its fields; null for all fields. */
  get tags(): ReadonlyMap<string, readonly string[] | null> {
    return this.noted;
  }

  /** An estimate of the memory that the tags take, in bytes. */
  get size(): number {
    let bytes = 0;
    for (const tag of this.noted.keys()) bytes += tag.length + TAG_OVERHEAD_BYTES;
    return bytes;
  }

  get isComplete(): boolean {
    return !this.isUntracked;
  }

  isInvalidatedBy({ tag, fields }: Invalidation): boolean {
    const noted = this.noted.get(tag);
    if (noted === undefined) return false;
    return noted === null || fields === null || fields.some((field) => noted.includes(field));
  }

  /** Notes that the value depends on these fields of what a tag names; on all of them where they are null. */
  add(tag: string, fields: readonly string[] | null): void {
    const known = this.noted.get(tag);
    if (known === undefined) {
      if (this.noted.size >= MAX_TAGS) this.markUntrackable();
      else this.noted.set(tag, fields);
    } else if (known !== null && known !== fields) {
      this.noted.set(tag, fields && [...new Set([...known, ...fields])]);
    }
  }

  /** Notes that the value depends on these fields of all published entries, of any kind. */
  addPublished(fields: readonly string[]): void {
    this.add(PUBLISHED_TAG, fields);
  }

  /** Notes that the value depends on something that has no tag, so that it is not cached. */
  markUntrackable(): void {
    this.isUntracked = true;
    this.noted.clear();
  }
}
