/** The data of the response of PostGraphile to the query below. */
interface PostgraphileListResponse {
  resources: { nodes: { topics: { topic: unknown }[]; groups: { group: unknown }[] }[] };
}

/** The PostGraphile query for 20 resources with three links each, and the conversion of its response. */
export const postgraphileList = {
  query: `query List20 {
    resources(first: 20, orderBy: [SLUG_ASC]) {
      nodes {
        slug title provider { slug title }
        topics: resourceTopicsList { topic { slug title } } groups: resourceGroupsList { group { slug title } }
      }
    }
  }`,
  read(data: unknown): unknown {
    const nodes = (data as PostgraphileListResponse).resources.nodes.map(({ topics, groups, ...own }) => ({
      ...own,
      topics: topics.map(({ topic }) => topic),
      groups: groups.map(({ group }) => group),
    }));
    return { resources: { nodes } };
  },
};
