/** What the editor holds when somebody comes for the first time. */
export const DEFAULT_QUERY = `# Welcome to Signpost.
#
# Press the play button (Ctrl-Enter)
# to run this first query, or choose
# a question on the left. Ctrl-Space
# proposes fields as you type.

query FirstLook {
  leaflets(first: 3, orderBy: [{ field: PUBLISHED_ON, direction: DESC }]) {
    totalCount
    nodes {
      title
      summary
      issuer {
        title
      }
      # Links lead to other entries …
      trends {
        title
        direction
      }
      # … and facts to their sources.
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
