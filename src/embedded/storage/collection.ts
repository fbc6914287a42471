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
  /** The first is always the one on `_id`. */
  indexes: Index[];
  /** Documents, and the bytes of them all. */
  count: number;
  bytes: number;
  nextRecord: number;
  /** Incremented by every write, to detect concurrent ones. */
  version: number;
  /** What was read of late and not written since. */
  readonly recent: DocumentsByRecord;
}

export function formatNamespace(collection: Pick<Collection, 'db' | 'name'>): string {
  return `${collection.db}.${collection.name}`;
}
