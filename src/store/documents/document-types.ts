import type { Schedule } from '../schedules.js';
import type { StoredToken } from '../tokens.js';
import type { TrustedBatch, TrustedDocument } from '../trusted-documents.js';

export interface StateDocument {
  _id: string;
  sequence?: number;
  /** Digest of the definitions of index fields and indexes. */
  form?: string;
}

export type TokenDocument = Omit<StoredToken, 'id'> & { _id: string };

/** A stored secret. Backups do not contain secrets. */
export interface SecretDocument {
  _id: string;
  /** Hexadecimal value. */
  secret: string;
}

/** A schedule; the id is `kind/slug`. */
export type ScheduleDocument = Schedule & { _id: string };

/** A batch of trusted documents, or the lock document of the collection. */
export interface TrustedBatchDocument extends Omit<TrustedBatch, 'documents'> {
  _id: string;
  documents: TrustedDocument[];
}
