import { AppError } from '../../errors.js';
import { firstSlug, folderKey, isSlug, readKey } from '../../model/entry-key.js';
import type { Kind, Model } from '../../model/model.js';
import type { Entry } from './entry.js';

const MAX_ID_LENGTH = 200;

/** A parsed identifier. The entry may not exist. */
export interface Identified {
  kind: Kind;
  /** The slug at creation. Old identifiers can contain a later one. */
  slug: string;
  /** A past revision; null for the current state. */
  revision: number | null;
}

/**
 * The opaque identifier of an entry. It does not change with the slug or publication. Each past revision has its own,
 * so that client caches keep them apart.
 */
export function globalId({ kind, stored, isPast }: Entry): string {
  const key = folderKey(kind, firstSlug(stored));
  return encoded(isPast ? `${key}@${stored.revision}` : key);
}

/**
 * Parses an identifier. Earlier versions marked drafts with `@draft`, which means the entry. @throws AppError BAD_ID
 */
export function readGlobalId(model: Model, id: string): Identified {
  const text = id.length <= MAX_ID_LENGTH ? Buffer.from(id, 'base64url').toString() : '';
  const [, key = '', revision] = /^(.*?)(?:@(draft|[1-9]\d{0,8}))?$/.exec(text) ?? [];
  const read = readKey(model, key);
  if (!read || !isSlug(read.slug) || folderKey(read.kind, read.slug) !== key || encoded(text) !== id) {
    const message = `"${id.slice(0, 40)}" is not an identifier of this server; give an "id" as an answer returned it.`;
    throw new AppError('BAD_ID', message);
  }
  return { ...read, revision: revision === undefined || revision === 'draft' ? null : Number(revision) };
}

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url');
}
