import type { FastifyInstance } from 'fastify';
import { entryKindName } from '../../model/model.js';
import { searchPage } from '../../pages/search/search-page.js';
import type { ExamplesAnswer, SearchAnswer } from '../../pages/search/search-query.js';
import { EXAMPLES_QUERY, SEARCH_QUERY } from '../../pages/search/search-query.js';
import { sendPage } from '../pages.js';
import type { SiteParts } from './site-parts.js';
import { pageRequest } from './site-parts.js';

const LONGEST_QUERY = 200;

/** Serves the search of all entries at `/search?q=`, filtered by `kind` and paged by `after`. */
export function addSearchPage(scope: FastifyInstance, parts: SiteParts): void {
  const { model } = parts.services;
  const known = new Set(model.kinds.filter(({ audience }) => audience === null).map(entryKindName));
  parts.cache?.cover('search', 'PAGE');
  scope.get('/search', async (request, reply) => {
    const { writer, ask } = pageRequest(request, parts);
    const { search } = writer.address;
    const query = (search.get('q') ?? '').trim().slice(0, LONGEST_QUERY);
    const kinds = [...new Set(search.getAll('kind'))].filter((kind) => known.has(kind));
    const variables = { query, kinds: kinds.length > 0 ? kinds : null, after: search.get('after') || null };
    const answer = query === '' ? null : await ask<SearchAnswer>(SEARCH_QUERY, variables);
    const examples = query === '' ? await ask<ExamplesAnswer>(EXAMPLES_QUERY, {}) : null;
    return sendPage(reply, searchPage({ model, query, kinds, answer, examples, writer }), writer.locale);
  });
}
