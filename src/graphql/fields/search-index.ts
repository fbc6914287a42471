import { setTimeout } from 'node:timers/promises';
import { AppError } from '../../errors.js';
import { readKey } from '../../model/entry-key.js';
import type { Model } from '../../model/model.js';
import { Reference } from '../../reading/reference.js';
import type { Search } from '../../search/search.js';
import type { Context } from '../request/context.js';

/** How long an answer in a preview waits for what its server was told of, in milliseconds. */
const PATIENCE_MS = 2_000;

/** Returns the index of the links of what is published. @throws AppError BUSY while it is being filled */
export function requireLinks({ search, dependencies }: Context): Search {
  return filled(search, 'links', dependencies);
}

/**
 * Returns the index of the words of what the request sees. Editors find in a preview what they saved before.
 *
 * @throws AppError BUSY while it is being filled
 */
export async function requireWords({ search, searchInPreview, view, dependencies }: Context): Promise<Search> {
  if (!view.preview) return filled(search, 'words', dependencies);
  const previewed = searchInPreview();
  if (previewed && !previewed.isSettled) await orLater(previewed.settled());
  return filled(previewed, 'words', dependencies);
}

function filled(search: Search | null, what: keyof Search['dependsOn'], dependencies: Context['dependencies']): Search {
  const state = search?.filled ?? { state: 'FILLING', done: 0, of: 0 };
  if (search && state.state === 'READY') {
    if (!search.isSettled) dependencies?.giveUp();
    dependencies?.notePublished(search.dependsOn[what]);
    return search;
  }
  throw new AppError('BUSY', 'The index for searching is being filled; ask again in a moment.', { ...state });
}

/** Resolves when something is done, or when that takes too long. */
async function orLater(done: Promise<void>): Promise<void> {
  const waiting = new AbortController();
  const patience = setTimeout(PATIENCE_MS, undefined, { signal: waiting.signal }).catch(() => undefined);
  await Promise.race([done, patience]);
  waiting.abort();
}

/** Refers to an entry that the index names by its `folder/slug`. */
export function referenceTo(model: Model, key: string): Reference {
  const { kind, slug } = readKey(model, key)!;
  return new Reference(kind.name, slug);
}
