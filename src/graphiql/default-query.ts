/** What the editor holds when somebody comes for the first time. */
export const DEFAULT_QUERY = `# Signpost: resources, leaflets, trends and country profiles against migrant smuggling.
#
# Press the round button (or Ctrl-Enter) to run this first query, or choose a
# ready question on the left. Ctrl-Space proposes fields as you type.

query FirstLook {
  leaflets(first: 3, orderBy: [{ field: PUBLISHED_ON, direction: DESC }]) {
    totalCount
    nodes {
      title
      summary
      issuer {
        title
      }
      # Links lead both ways: from the leaflet to its trends …
      trends {
        title
        direction
      }
      # … and every fact to its source.
      citations {
        source {
          title
          url
        }
      }
    }
  }
}
`;
