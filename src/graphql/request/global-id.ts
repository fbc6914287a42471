import { AppError } from '../../errors.js';
import type { Kind, Model } from '../../model/model.js';
import { isSlug } from '../../records/values.js';

const LONGEST = 200;

/** The opaque identifier of an entry. */
export function globalId(kind: Kind, slug: string): string {
  return Buffer.from(`${kind.folder}/${slug}`).toString('base64url');
}

/**
 * The entry that an identifier stands for, whether or not there is one.
 *
 * @throws AppError BAD_ID  it was not made here
 */
export function readGlobalId(model: Model, id: string): { kind: Kind; slug: string } {
  const text = id.length <= LONGEST ? Buffer.from(id, 'base64url').toString() : '';
  const slash = text.indexOf('/');
  const kind = slash > 0 ? model.kindOfFolder(text.slice(0, slash)) : undefined;
  const slug = text.slice(slash + 1);
  if (!kind || !isSlug(slug) || globalId(kind, slug) !== id) {
    const message = `"${id.slice(0, 40)}" is not an identifier of this server; give an "id" as an answer returned it.`;
    throw new AppError('BAD_ID', message);
  }
  return { kind, slug };
}
