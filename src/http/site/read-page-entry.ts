import type { Kind, Model } from '../../model/model.js';
import { entryQuery, withdrawnEntryQuery } from '../../pages/entry/entry-query.js';
import { type EntryPageResponse, type PageEntry, toPageEntry } from '../../pages/entry/entry-page-data.js';
import { QueryRejectedError } from '../query-errors.js';
import { entryPageVariables, type SitePageRequest } from './page-request.js';

/** Reads the data of an entry's page; of a withdrawn entry, only some. Null if there is none. @throws QueryRejectedError */
export type ReadPageEntry = (
  slug: string,
  execute: SitePageRequest['execute'],
  viewer?: Parameters<SitePageRequest['execute']>[2],
) => Promise<PageEntry | null>;

/** Creates the function that reads the data of pages for entries of a kind. */
export function pageEntryReader(model: Model, kind: Kind): ReadPageEntry {
  const query = entryQuery(model, kind);
  return async (slug, execute, viewer = {}) => {
    const answer = await execute<EntryPageResponse>(query, entryPageVariables(slug), viewer).catch(
      async (error: unknown) => {
        if (!(error instanceof QueryRejectedError)) throw error;
        // The full query fails for a withdrawn entry, because it lacks required fields.
        const withdrawn = await execute<EntryPageResponse>(withdrawnEntryQuery(kind), { slug }, viewer);
        if (withdrawn.entry?.status !== 'RETIRED') throw error;
        return withdrawn;
      },
    );
    return toPageEntry(answer);
  };
}
