import type { Kind, Model } from '../../model/model.js';
import { entryQuery, remainsQuery } from '../../pages/entry/entry-query.js';
import type { PageAnswer, PageEntry } from '../../pages/entry/page-entry.js';
import { pickEntry } from '../../pages/entry/page-entry.js';
import { Refused } from '../refused.js';
import type { PageRequest } from './site-parts.js';
import { pageVariables } from './site-parts.js';

/**
 * Reads what the page of an entry shows, or what is left of a withdrawn one; null where there is none. @throws Refused
 */
export type AskEntry = (
  slug: string,
  ask: PageRequest['ask'],
  viewer?: Parameters<PageRequest['ask']>[2],
) => Promise<PageEntry | null>;

/** Makes the reader for entries of a kind. */
export function askEntries(model: Model, kind: Kind): AskEntry {
  const query = entryQuery(model, kind);
  return async (slug, ask, viewer = {}) => {
    const answer = await ask<PageAnswer>(query, pageVariables(slug), viewer).catch(async (error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      // A withdrawn entry lacks required fields.
      const left = await ask<PageAnswer>(remainsQuery(kind), { slug }, viewer);
      if (left.entry?.status !== 'RETIRED') throw error;
      return left;
    });
    return pickEntry(answer);
  };
}
