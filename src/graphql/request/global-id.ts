import { AppError } from '../../errors.js';
import { firstSlug, folderKey, isSlug, parseFolderKey } from '../../model/entry-key.js';
import type { Kind, Model } from '../../model/model.js';
import type { Entry } from './entry.js';

const MAX_ID_LENGTH = 200;

/** A parsed global ID. The entry may not exist. */
export interface ParsedGlobalId {
  kind: Kind;
  /** Slug at creation. Old IDs can contain a later slug. */
  slug: string;
  /** Number of a past revision; null for the current state. */
  revision: number | null;
}

/**
 * Returns the opaque global ID of an entry. It does not change when the entry is renamed or published. Each past
 * revision has a different ID, so that client caches do not mix them up.
 */
export function globalId({ kind, stored, isPast }: Entry): string {
  const key = folderKey(kind, firstSlug(stored));
  return encodeGlobalId(isPast ? `${key}@${stored.revision}` : key);
}

/** Parses a global ID. Ignores the obsolete suffix `@draft`. @throws AppError BAD_ID */
export function parseGlobalId(model: Model, id: string): ParsedGlobalId {
  const text = id.length <= MAX_ID_LENGTH ? Buffer.from(id, 'base64url').toString() : '';
  const [, key = '', revision] = /^(.*?)(?:@(draft|[1-9]\d{0,8}))?$/.exec(text) ?? [];
  const parsed = parseFolderKey(model, key);
  if (!parsed || !isSlug(parsed.slug) || folderKey(parsed.kind, parsed.slug) !== key || encodeGlobalId(text) !== id) {
    const message = `"${id.slice(0, 40)}" is not an identifier of this server; use an "id" from a response, unchanged.`;
    throw new AppError('BAD_ID', message);
  }
  return { ...parsed, revision: revision === undefined || revision === 'draft' ? null : Number(revision) };
}

/** Encodes a key such as `topics/money` as a global ID. */
export function encodeGlobalId(text: string): string {
  return Buffer.from(text).toString('base64url');
}
