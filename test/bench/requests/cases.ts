import { postgraphileList } from './postgraphile-list.js';

/** One request that is asked of several servers. */
export interface RequestCase {
  /** What the request is, in a few words. */
  title: string;
  query: string;
  /** The servers it is asked of, by their names in `servers.ts`; the ratios are those of the others to the first. */
  servers: readonly string[];
  /** Requests to each server in a round. */
  requests: number;
  /** How PostGraphile is asked the same, whose names come from tables, and its answer as the others give it. */
  postgraphile?: { query: string; read: (data: unknown) => unknown };
}

/** The query of a case, as a server of that name is asked it. */
export function queryFor({ query, postgraphile }: RequestCase, server: string): string {
  return server === 'postgraphile' ? postgraphile!.query : query;
}

/** The requests that are measured; `npm run bench -- <name>` takes one by its name. */
export const cases: Readonly<Record<string, RequestCase>> = {
  list20: {
    title: 'a list of 20 resources with three links each',
    query: `query List20 {
      resources(first: 20, orderBy: [{ slug: ASC }]) {
        nodes { slug title provider { slug title } topics { slug title } groups { slug title } }
      }
    }`,
    servers: ['apollo', 'signpost', 'warm', 'kept', ...(process.env.POSTGRAPHILE ? ['postgraphile'] : [])],
    requests: 400,
    postgraphile: postgraphileList,
  },
  search: {
    title: 'a search for 20 entries with their names',
    query: '{ search(query: "smuggling", first: 20) { totalCount nodes { id title } } }',
    servers: ['signpost', 'warm', 'kept'],
    requests: 400,
  },
  nested3: {
    title: 'topics, their resources, and those that provide them',
    query: `{ topics(first: 20) { nodes { title relevantResources(first: 5) { totalCount nodes { title provider { title } } } } } }`,
    servers: ['signpost', 'warm', 'kept'],
    requests: 400,
  },
  facets: {
    title: 'resources with what they are about counted',
    query: `{ resources(first: 20) { totalCount nodes { title } facets { topics { value { title } count } countries { value { title } count } } } }`,
    servers: ['signpost', 'warm', 'kept'],
    requests: 400,
  },
};
