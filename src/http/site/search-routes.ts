import type { FastifyInstance } from 'fastify';
import { parseSearchFilters, searchVariables } from '../../pages/search/search-filters.js';
import { searchPage } from '../../pages/search/search-page.js';
import {
  EXAMPLE_SEARCHES_QUERY,
  type ExamplesAnswer,
  searchQuery,
  type SearchResponse,
} from '../../pages/search/search-query.js';
import { sendPage } from '../send-page.js';
import { parsePageRequest, type SiteDeps } from './page-request.js';

const MAX_QUERY_LENGTH = 200;

/** Serves the search page at `/search?q=`, filtered by `kind`, `topic`, `country` and `year`, paged by `after`. */
export function addSearchPage(scope: FastifyInstance, deps: SiteDeps): void {
  const { services } = deps;
  const { model, areas } = services;
  const filterLookups = {
    codeOf: (text: string) => areas.current.match(text)?.area.code ?? null,
    hasTopic: (slug: string) => services.search?.hasTopic(slug) ?? true,
  };
  deps.cache?.makeCacheable('search', 'PAGE');
  scope.get('/search', async (request, reply) => {
    const { writer, execute } = parsePageRequest(request, deps);
    const { search } = writer.address;
    const query = (search.get('q') ?? '').trim().slice(0, MAX_QUERY_LENGTH);
    const selected = parseSearchFilters(model, search, filterLookups);
    const variables = searchVariables(query, selected, search.get('after') || null);
    const answer = query === '' ? null : await execute<SearchResponse>(searchQuery(model), variables);
    const examples = query === '' ? await execute<ExamplesAnswer>(EXAMPLE_SEARCHES_QUERY, {}) : null;
    return sendPage(reply, searchPage({ model, query, picked: selected, answer, examples, writer }), writer.locale);
  });
}
