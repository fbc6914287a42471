/** One request that is asked of several servers. */
export interface RequestCase {
  /** What the request is, in a few words. */
  title: string;
  query: string;
  /** The servers it is asked of, by their names in `servers.ts`; the ratios are those of the others to the first. */
  servers: readonly string[];
  /** Requests to each server in a round. */
  requests: number;
}

/** The requests that are measured; `npm run bench -- <name>` takes one by its name. */
export const cases: Readonly<Record<string, RequestCase>> = {
  list20: {
    title: 'a list of 20 resources with three links each',
    query: `query List20 {
      resources(first: 20, orderBy: [{ field: SLUG }]) {
        nodes { slug title provider { slug title } topics { slug title } groups { slug title } }
      }
    }`,
    servers: ['signpost', 'apollo'],
    requests: 400,
  },
};
