import { AppError } from '../../errors.js';
import { readKey } from '../../model/entry-key.js';
import type { Model } from '../../model/model.js';
import { Reference } from '../../reading/reference.js';
import type { Search } from '../../search/search.js';
import type { Context } from '../request/context.js';

/** Returns the index for searching, for its words or for its links. @throws AppError BUSY while it is being filled */
export function searchOf({ search, dependencies }: Context, what: keyof Search['dependsOn']): Search {
  const state = search?.filled ?? { state: 'FILLING', done: 0, of: 0 };
  if (search && state.state === 'READY') {
    if (!search.isSettled) dependencies?.giveUp();
    dependencies?.notePublished(search.dependsOn[what]);
    return search;
  }
  throw new AppError('BUSY', 'The index for searching is being filled; ask again in a moment.', { ...state });
}

/** Refers to an entry that the index names by its `folder/slug`. */
export function referenceTo(model: Model, key: string): Reference {
  const { kind, slug } = readKey(model, key)!;
  return new Reference(kind.name, slug);
}
