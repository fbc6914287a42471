/** A GraphQL document that clients request by its id. */
export interface TrustedDocument {
  /** Usually a digest of the text. */
  id: string;
  text: string;
  /** Estimated cost when it was added, in objects of a response. */
  price: number;
}

export interface TrustedBatch {
  at: Date;
  author: string;
  documents: readonly TrustedDocument[];
}

interface Trust {
  /** Oldest first. */
  batches: readonly TrustedBatch[];
  /** Whether requests without a token may use these documents only. */
  isLocked: boolean;
}

/** Trusted documents. Changes are announced by the log. */
export interface TrustedDocuments {
  all(): Promise<Trust>;
  /** Adds all documents or none. @throws AppError CONFLICT  another process added one of the ids meanwhile */
  add(batch: Omit<TrustedBatch, 'at'>): Promise<void>;
  /** Returns the number of removed documents. */
  remove(ids: readonly string[], author: string): Promise<number>;
  lock(isLocked: boolean, author: string): Promise<void>;
}
