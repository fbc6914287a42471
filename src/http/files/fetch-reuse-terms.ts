import type { CitedSource, ReuseTerms } from '../../files/file-metadata.js';
import type { ExecuteQuery } from '../execute-query.js';
import { requireData } from '../query-errors.js';

const SOURCES_PER_QUERY = 100;

const TERMS_QUERY = `query Terms($titles: [String!]) {
  sources(filter: { title: { in: $titles } }, first: ${SOURCES_PER_QUERY}) {
    nodes { title publisher: publisherName url licence attribution }
  }
}`;

/** Returns the sources with their reuse terms, in order. Terms of unknown sources are null. @throws QueryRejectedError */
export async function fetchReuseTerms(sources: readonly CitedSource[], execute: ExecuteQuery): Promise<ReuseTerms[]> {
  const titles = [...new Set(sources.map(({ title }) => title))];
  const termsBySource = new Map<string, ReuseTerms>();
  for (let index = 0; index < titles.length; index += SOURCES_PER_QUERY) {
    const data = requireData(await execute(TERMS_QUERY, { titles: titles.slice(index, index + SOURCES_PER_QUERY) }));
    const { nodes } = data['sources'] as { nodes: ReuseTerms[] };
    for (const terms of nodes) termsBySource.set(sourceKey(terms), terms).set(terms.title, terms);
  }
  return sources.map((source) => {
    const terms =
      termsBySource.get(sourceKey(source)) ?? (source.url === null ? termsBySource.get(source.title) : undefined);
    return { ...source, licence: terms?.licence ?? null, attribution: terms?.attribution ?? null };
  });
}

function sourceKey({ title, url }: CitedSource): string {
  return `${title}\n${url ?? ''}`;
}
