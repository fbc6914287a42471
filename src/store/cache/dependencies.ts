/** Tag of all published entries, of any kind. */
export const PUBLISHED_TAG = 'published';
/** Tag of the existence of published entries, and of all links between them. */
export const LINKS_TAG = 'links';

/** A tag to invalidate. Affects values that depend on one of `fields`, or on any field if null. */
export interface Invalidation {
  tag: string;
  fields: readonly string[] | null;
}

export type Invalidations = 'EVERYTHING' | readonly Invalidation[];

/** Estimated memory of a tag in bytes, without its text: objects and map slots. */
const TAG_OVERHEAD_BYTES = 150;
/** Maximum number of tags of a value. A value with more is not cached. */
const MAX_TAGS = 5000;

/** Dependencies of a cached value: tags of entries (`folder/slug`), lists (`folder`) or figures, with field names. */
export class Dependencies {
  private readonly fieldsByTag = new Map<string, readonly string[] | null>();
  private isUncacheable = false;

  /** Field names, keyed by tag; null for all fields. */
  get tags(): ReadonlyMap<string, readonly string[] | null> {
    return this.fieldsByTag;
  }

  /** Estimated memory of the tags, in bytes. */
  get byteSize(): number {
    let bytes = 0;
    for (const tag of this.fieldsByTag.keys()) bytes += tag.length + TAG_OVERHEAD_BYTES;
    return bytes;
  }

  get isCacheable(): boolean {
    return !this.isUncacheable;
  }

  isInvalidatedBy({ tag, fields }: Invalidation): boolean {
    const knownFields = this.fieldsByTag.get(tag);
    if (knownFields === undefined) return false;
    return knownFields === null || fields === null || fields.some((field) => knownFields.includes(field));
  }

  /** Adds a dependency on fields of the data with a tag. `fields` is null for all fields. */
  add(tag: string, fields: readonly string[] | null): void {
    const knownFields = this.fieldsByTag.get(tag);
    if (knownFields === undefined) {
      if (this.fieldsByTag.size >= MAX_TAGS) this.markUncacheable();
      else this.fieldsByTag.set(tag, fields);
    } else if (knownFields !== null && knownFields !== fields) {
      this.fieldsByTag.set(tag, fields && [...new Set([...knownFields, ...fields])]);
    }
  }

  /** Adds a dependency on fields of all published entries, of any kind. */
  addPublished(fields: readonly string[]): void {
    this.add(PUBLISHED_TAG, fields);
  }

  /** Adds a dependency on all links between published entries. */
  addLinks(): void {
    this.add(LINKS_TAG, null);
  }

  /** Marks the value as uncacheable, for example because it depends on data without a tag. */
  markUncacheable(): void {
    this.isUncacheable = true;
    this.fieldsByTag.clear();
  }
}
