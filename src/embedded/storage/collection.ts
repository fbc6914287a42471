import type { Binary } from 'bson';
import type { Doc } from '../bson/values.js';
import type { Documents } from './document-cache.js';
import type { Index } from './index-definition.js';

/** What is known of a collection while the database runs. */
export interface Collection {
  readonly id: number;
  db: string;
  name: string;
  readonly uuid: Binary;
  readonly options: Doc;
  /** The first is always the one on `_id`. */
  indexes: Index[];
  /** Documents, and the bytes of them all. */
  count: number;
  bytes: number;
  nextRecord: number;
  /** Grows with every write, so that a search can tell whether it is still right. */
  version: number;
  /** What was read of late and not written since. */
  readonly recent: Documents;
}

/** `db.name`, as MongoDB writes it. */
export function formatNamespace(collection: Pick<Collection, 'db' | 'name'>): string {
  return `${collection.db}.${collection.name}`;
}
