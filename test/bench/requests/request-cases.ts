import { postgraphileList } from './postgraphile-list.js';

/** One request that is sent to several servers. */
export interface RequestCase {
  /** Short description of the request. */
  title: string;
  query: string;
  /** Names of the servers to compare, as `startMeasured` takes them. Ratios are relative to the first. */
  servers: readonly string[];
  /** Requests to each server in a round. */
  requests: number;
  /**
   * The query for PostGraphile, which derives names from tables, and a conversion of its response to the common form.
   */
  postgraphile?: { query: string; read: (data: unknown) => unknown };
}

/** Returns the query of a case for a server. */
export function queryFor({ query, postgraphile }: RequestCase, server: string): string {
  return server === 'postgraphile' ? postgraphile!.query : query;
}

/** The requests to measure, by name. `npm run bench -- <name>` measures only the one with this name. */
export const REQUEST_CASES: Readonly<Record<string, RequestCase>> = {
  list20: {
    title: 'a list of 20 resources with three links each',
    query: `query List20 {
      resources(first: 20, orderBy: [{ slug: ASC }]) {
        nodes { slug title provider { slug title } topics { slug title } groups { slug title } }
      }
    }`,
    servers: ['apollo', 'signpost', 'warm', 'cached', ...(process.env.POSTGRAPHILE ? ['postgraphile'] : [])],
    requests: 400,
    postgraphile: postgraphileList,
  },
  search: {
    title: 'a search for 20 entries with their names',
    query: '{ search(query: "smuggling", first: 20) { totalCount nodes { id title } } }',
    servers: ['signpost', 'warm', 'cached'],
    requests: 400,
  },
  nested3: {
    title: 'topics, their resources, and those that provide them',
    query: `{ topics(first: 20) { nodes { title relevantResources(first: 5) { totalCount nodes { title provider { title } } } } } }`,
    servers: ['signpost', 'warm', 'cached'],
    requests: 400,
  },
  facets: {
    title: 'resources with what they are about counted',
    query: `{ resources(first: 20) { totalCount nodes { title } facets { topics { value { title } count } countries { value { title } count } } } }`,
    servers: ['signpost', 'warm', 'cached'],
    requests: 400,
  },
};
