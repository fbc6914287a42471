import type { Binary } from 'bson';
import type { Doc } from '../bson/values.js';
import type { DocumentsByRecord } from './document-cache.js';
import type { Index } from './index-definition.js';

export interface Collection {
  readonly id: number;
  db: string;
  name: string;
  readonly uuid: Binary;
  readonly options: Doc;
  /** Indexes of the collection. The first one is always on `_id`. */
  indexes: Index[];
  /** Number of documents. `bytes` is their total size. */
  count: number;
  bytes: number;
  nextRecord: number;
  /** Incremented by every write, to detect concurrent ones. */
  version: number;
  /** Documents read recently and not modified since (read cache). */
  readonly recentDocuments: DocumentsByRecord;
}

export function formatNamespace(collection: Pick<Collection, 'db' | 'name'>): string {
  return `${collection.db}.${collection.name}`;
}
