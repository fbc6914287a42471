/** A GraphQL document that clients request by its id. */
export interface TrustedDocument {
  /** Identifier, usually a digest of the text. */
  id: string;
  text: string;
  /** Estimated cost at registration, as a number of response objects. */
  price: number;
}

export interface TrustedBatch {
  at: Date;
  author: string;
  documents: readonly TrustedDocument[];
}

interface TrustState {
  /** Batches of trusted documents, oldest first. */
  batches: readonly TrustedBatch[];
  /** Whether requests without a token can only use trusted documents. */
  isLocked: boolean;
}

/** Registry of trusted documents. Changes are announced in the log. */
export interface TrustedDocumentStore {
  all(): Promise<TrustState>;
  /** Adds all documents or none. @throws AppError CONFLICT another process added one of the ids in the meantime */
  add(batch: Omit<TrustedBatch, 'at'>): Promise<void>;
  /** Removes documents by id. Returns their number. */
  remove(ids: readonly string[], author: string): Promise<number>;
  setLocked(isLocked: boolean, author: string): Promise<void>;
}
