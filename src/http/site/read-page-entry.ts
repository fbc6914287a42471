import type { Kind, Model } from '../../model/model.js';
import { entryQuery, withdrawnEntryQuery } from '../../pages/entry/entry-query.js';
import type { PageAnswer, PageEntry } from '../../pages/entry/page-entry.js';
import { pickEntry } from '../../pages/entry/page-entry.js';
import { RefusedQuery } from '../refused-query.js';
import type { SitePageRequest } from './site-parts.js';
import { pageVariables } from './site-parts.js';

/**
 * Reads what the page of an entry shows, or what is left of a withdrawn one; null where there is none. @throws Refused
 */
export type ReadPageEntry = (
  slug: string,
  execute: SitePageRequest['execute'],
  viewer?: Parameters<SitePageRequest['execute']>[2],
) => Promise<PageEntry | null>;

/** Makes the reader for entries of a kind. */
export function pageEntryReader(model: Model, kind: Kind): ReadPageEntry {
  const query = entryQuery(model, kind);
  return async (slug, execute, viewer = {}) => {
    const answer = await execute<PageAnswer>(query, pageVariables(slug), viewer).catch(async (error: unknown) => {
      if (!(error instanceof RefusedQuery)) throw error;
      // A withdrawn entry lacks required fields.
      const left = await execute<PageAnswer>(withdrawnEntryQuery(kind), { slug }, viewer);
      if (left.entry?.status !== 'RETIRED') throw error;
      return left;
    });
    return pickEntry(answer);
  };
}
