import { setTimeout } from 'node:timers/promises';
import { AppError } from '../../errors.js';
import { parseFolderKey } from '../../model/entry-key.js';
import type { Model } from '../../model/model.js';
import { EntryReference } from '../../reading/entry-reference.js';
import type { Search } from '../../search/search.js';
import type { Context } from '../request/context.js';

/** Maximum time that a preview waits for the latest changes to be indexed, in milliseconds. */
const MAX_WAIT_MS = 2_000;

/** Returns the index of links between published entries. @throws AppError BUSY while the index is being filled */
export function requireLinkIndex({ search, dependencies }: Context): Search {
  return requireFilled(search, dependencies);
}

/** Returns the search index for the viewer. A preview first waits briefly for recent saves. @throws AppError BUSY */
export async function requireWordIndex({ search, searchInPreview, view, dependencies }: Context): Promise<Search> {
  if (!view.preview) {
    const filledIndex = requireFilled(search, dependencies);
    dependencies?.addPublished(filledIndex.kinds.wordFields);
    return filledIndex;
  }
  const previewIndex = searchInPreview();
  if (previewIndex && !previewIndex.isIdle) await waitAtMost(previewIndex.whenIdle());
  return requireFilled(previewIndex, dependencies);
}

function requireFilled(search: Search | null, dependencies: Context['dependencies']): Search {
  const state = search?.fillState ?? { state: 'FILLING', done: 0, of: 0 };
  if (search && state.state === 'READY') {
    if (!search.isIdle) dependencies?.markUncacheable();
    // Search results depend on links too, because facets count results by linked topic and country.
    dependencies?.addLinks();
    return search;
  }
  throw new AppError('BUSY', 'The search index is being built; try again in a moment.', { ...state });
}

async function waitAtMost(done: Promise<void>): Promise<void> {
  const waitController = new AbortController();
  const timeout = setTimeout(MAX_WAIT_MS, undefined, { signal: waitController.signal }).catch(() => undefined);
  await Promise.race([done, timeout]);
  waitController.abort();
}

/** Converts the `folder/slug` of an indexed entry to a reference. */
export function referenceTo(model: Model, key: string): EntryReference {
  const { kind, slug } = parseFolderKey(model, key)!;
  return new EntryReference(kind.name, slug);
}
