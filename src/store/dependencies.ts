/** Under this tag stands all that is published, whatever its kind. */
export const PUBLISHED = 'published';

/** What a change alters: what stands under a tag, as far as these fields of it go; null for all of it. */
export interface Alteration {
  tag: string;
  fields: readonly string[] | null;
}

/** What changes alter: all that there is, or no more than this. */
export type Alterations = 'EVERYTHING' | readonly Alteration[];

/** Bytes that a tag takes beside its text: objects, and places in maps. */
const OVERHEAD_OF_TAG = 150;
/** An answer that needs more than this is not worth following. */
const MOST_TAGS = 5000;

/**
 * All that an answer was made from, noted while it is read. A tag stands for an entry (`folder/slug`), a list (`folder`)
 * or figures; with each go the fields that the answer depends on.
 */
export class Dependencies {
  private readonly noted = new Map<string, readonly string[] | null>();
  private isGivenUp = false;

  /** The tags, each with the fields that matter; null for all. */
  get tags(): ReadonlyMap<string, readonly string[] | null> {
    return this.noted;
  }

  /** Bytes that the notes take in memory, about. */
  get size(): number {
    let bytes = 0;
    for (const tag of this.noted.keys()) bytes += tag.length + OVERHEAD_OF_TAG;
    return bytes;
  }

  /** Whether all that the answer was made from is noted. */
  get isComplete(): boolean {
    return !this.isGivenUp;
  }

  /** Whether a change may alter the answer. */
  isAlteredBy({ tag, fields }: Alteration): boolean {
    const noted = this.noted.get(tag);
    if (noted === undefined) return false;
    return noted === null || fields === null || fields.some((field) => noted.includes(field));
  }

  /** Notes that the answer depends on these fields of what stands under a tag; on all of it where they are null. */
  note(tag: string, fields: readonly string[] | null): void {
    const known = this.noted.get(tag);
    if (known === undefined) {
      if (this.noted.size >= MOST_TAGS) this.giveUp();
      else this.noted.set(tag, fields);
    } else if (known !== null && known !== fields) {
      this.noted.set(tag, fields && [...new Set([...known, ...fields])]);
    }
  }

  /** Notes that the answer depends on these fields of all that is published, whatever its kind. */
  notePublished(fields: readonly string[]): void {
    this.note(PUBLISHED, fields);
  }

  /** Says that the answer depends on something that cannot be followed. */
  giveUp(): void {
    this.isGivenUp = true;
    this.noted.clear();
  }
}
