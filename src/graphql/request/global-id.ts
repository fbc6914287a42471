import { AppError } from '../../errors.js';
import { birthSlug, folderKey, isSlug, readKey } from '../../model/entry-key.js';
import type { Kind, Model } from '../../model/model.js';
import type { Entry } from './entry.js';

const LONGEST = 200;

/** What of an entry an identifier stands for: what is served of it, the draft that a preview shows, or one revision. */
type State = 'SERVED' | 'DRAFT' | number;

/** What an identifier stands for, whether or not it is there. */
export interface Identified {
  kind: Kind;
  /** The slug that the entry was born with. Identifiers that were given out before that was kept can hold a later one. */
  slug: string;
  state: State;
}

/**
 * The opaque identifier of what is served: the same for as long as the entry lives, whatever it is called. Its draft, and
 * each of its past states, has another, so that no cache takes one for the other.
 */
export function globalId({ kind, stored, isPast }: Entry): string {
  const state = stored.status === 'DRAFT' ? 'DRAFT' : 'SERVED';
  return written({ kind, slug: birthSlug(stored), state: isPast ? stored.revision : state });
}

/**
 * Reads an identifier.
 *
 * @throws AppError BAD_ID  it was not made here
 */
export function readGlobalId(model: Model, id: string): Identified {
  const text = id.length <= LONGEST ? Buffer.from(id, 'base64url').toString() : '';
  const [, key = '', state] = /^(.*?)(?:@(draft|[1-9]\d{0,8}))?$/.exec(text) ?? [];
  const read = readKey(model, key);
  const identified = read && { ...read, state: readState(state) };
  if (!identified || !isSlug(identified.slug) || written(identified) !== id) {
    const message = `"${id.slice(0, 40)}" is not an identifier of this server; give an "id" as an answer returned it.`;
    throw new AppError('BAD_ID', message);
  }
  return identified;
}

function readState(text: string | undefined): State {
  if (text === undefined) return 'SERVED';
  return text === 'draft' ? 'DRAFT' : Number(text);
}

function written({ kind, slug, state }: Identified): string {
  const suffix = state === 'SERVED' ? '' : `@${String(state).toLowerCase()}`;
  return Buffer.from(`${folderKey(kind, slug)}${suffix}`).toString('base64url');
}
