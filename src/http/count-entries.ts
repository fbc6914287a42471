import type { Model } from '../model/model.js';
import { PUBLIC } from '../model/view.js';
import type { Entries, PageQuery } from '../store/entries.js';

/** How many entries of each kind the public can see, by type name; kinds that only stand in for others are not counted. */
export async function countEntries(model: Model, entries: Entries): Promise<Map<string, number>> {
  const query: PageQuery = {
    filter: null,
    orderBy: [],
    first: 0,
    after: null,
    last: null,
    before: null,
    locales: model.locales.slice(0, 1),
    want: { nodes: false, fields: [], totalCount: true, facets: [] },
  };
  const kinds = model.kinds.filter(({ audience, standIn }) => audience === null && !standIn);
  const counts = await Promise.all(
    kinds.map(async ({ name }): Promise<[string, number]> => {
      const { totalCount } = await entries.page(name, query, PUBLIC);
      return [name, totalCount ?? 0];
    }),
  );
  return new Map(counts);
}
