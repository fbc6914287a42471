import { AppError } from '../../errors.js';
import { folderKey, isSlug, readKey } from '../../model/entry-key.js';
import type { Kind, Model } from '../../model/model.js';

const LONGEST = 200;

/** The opaque identifier of an entry. */
export function globalId(kind: Kind, slug: string): string {
  return Buffer.from(folderKey(kind, slug)).toString('base64url');
}

/**
 * The entry that an identifier stands for, whether or not there is one.
 *
 * @throws AppError BAD_ID  it was not made here
 */
export function readGlobalId(model: Model, id: string): { kind: Kind; slug: string } {
  const text = id.length <= LONGEST ? Buffer.from(id, 'base64url').toString() : '';
  const read = readKey(model, text);
  if (!read || !isSlug(read.slug) || globalId(read.kind, read.slug) !== id) {
    const message = `"${id.slice(0, 40)}" is not an identifier of this server; give an "id" as an answer returned it.`;
    throw new AppError('BAD_ID', message);
  }
  return read;
}
