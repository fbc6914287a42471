import { AppError } from '../../errors.js';
import { birthSlug, folderKey, isSlug, readKey } from '../../model/entry-key.js';
import type { Kind, Model } from '../../model/model.js';
import type { Entry } from './entry.js';

const LONGEST = 200;

/** An identifier as it is read, whether or not there is such an entry. */
export interface Identified {
  kind: Kind;
  /** The slug that the entry was born with. Identifiers that were given out before that was kept can hold a later one. */
  slug: string;
  /** The past revision that it names; null for the entry as the reader sees it. */
  revision: number | null;
}

/**
 * The opaque identifier of what is served: the same for as long as the entry lives, whatever its slug, and whether its
 * draft or its published state is read. Each past revision has another, so that no cache takes one for the other.
 */
export function globalId({ kind, stored, isPast }: Entry): string {
  const key = folderKey(kind, birthSlug(stored));
  return encoded(isPast ? `${key}@${stored.revision}` : key);
}

/**
 * Reads an identifier. Earlier versions gave a draft one with `@draft`, which stands for the entry.
 *
 * @throws AppError BAD_ID  it was not made here
 */
export function readGlobalId(model: Model, id: string): Identified {
  const text = id.length <= LONGEST ? Buffer.from(id, 'base64url').toString() : '';
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
