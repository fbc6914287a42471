import type { Schedule } from '../schedules.js';
import type { StoredToken } from '../tokens.js';
import type { TrustedBatch, TrustedDocument } from '../trusted.js';

export interface StateDocument {
  _id: string;
  sequence?: number;
  /** Digest of the index fields and indexes. */
  form?: string;
}

export type TokenDocument = Omit<StoredToken, 'id'> & { _id: string };

/** A secret. Backups do not contain secrets. */
export interface SecretDocument {
  _id: string;
  /** In hexadecimal. */
  secret: string;
}

/** A schedule with `kind/slug` as its id. */
export type ScheduleDocument = Schedule & { _id: string };

/** Trusted documents that were added together, or the lock. */
export interface TrustedBatchDocument extends Omit<TrustedBatch, 'documents'> {
  _id: string;
  documents: TrustedDocument[];
}
