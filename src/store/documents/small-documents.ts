import type { Schedule } from '../schedules.js';
import type { KeptToken } from '../tokens.js';
import type { TrustedBatch, TrustedDocument } from '../trusted.js';

/** How far the served collections are, and for which model they were made. */
export interface StateDocument {
  _id: string;
  sequence?: number;
  /** Digest of all that documents keep beside their records, and of the indexes. */
  form?: string;
}

/** A token as the database keeps it. */
export type TokenDocument = Omit<KeptToken, 'id'> & { _id: string };

/** A secret as the database keeps it. A backup leaves it out: who restores one begins with another. */
export interface SecretDocument {
  _id: string;
  /** In hexadecimal. */
  secret: string;
}

/** A schedule as the database keeps it, under `kind/slug`. */
export type ScheduleDocument = Schedule & { _id: string };

/** Documents that were added together, in one of the database, which is there whole or not at all; or what locks them. */
export interface TrustedBatchDocument extends Omit<TrustedBatch, 'documents'> {
  _id: string;
  documents: TrustedDocument[];
}
