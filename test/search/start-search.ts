import { Search } from '../../src/search/search.js';

/** Starts a search, and waits until its index is filled. */
export async function startSearch(...from: ConstructorParameters<typeof Search>): Promise<Search> {
  const search = new Search(...from);
  await search.whenIdle();
  return search;
}
