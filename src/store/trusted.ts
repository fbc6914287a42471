/** A document of GraphQL that clients ask for by its identifier. */
export interface TrustedDocument {
  /** As clients send it: mostly a digest of the text. */
  id: string;
  text: string;
  /** What it was priced at when it was added, in objects of an answer. */
  price: number;
}

/** Documents that were added together. */
export interface TrustedBatch {
  at: Date;
  /** Who added them. */
  author: string;
  documents: readonly TrustedDocument[];
}

/** All that is known of the documents that are trusted. */
interface Trust {
  /** The oldest first. */
  batches: readonly TrustedBatch[];
  /** Whether those without a token are answered by these alone. */
  isLocked: boolean;
}

/** The documents that are trusted. The log tells every server of a change. */
export interface TrustedDocuments {
  all(): Promise<Trust>;
  /** Adds documents: all of them or none. @throws AppError CONFLICT  one of these identifiers was added meanwhile */
  add(batch: Omit<TrustedBatch, 'at'>): Promise<void>;
  /** Takes documents away; returns how many there were. */
  remove(ids: readonly string[], author: string): Promise<number>;
  lock(isLocked: boolean, author: string): Promise<void>;
}
